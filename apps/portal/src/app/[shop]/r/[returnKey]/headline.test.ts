import type { ReturnStatusView } from "@kept/domain";
import { formatMoney, money } from "@kept/money";
import { describe, expect, test } from "vitest";
import { wordsIn } from "../../../../server/words.ts";
import { headline } from "./headline.ts";

const usd = (cents: bigint) => money(cents, "USD");

const visit = {
  say: wordsIn("en"),
  named: (text: string) => text,
  amount: (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, "en"),
};

/** Ada's return of a shirt: $60.00 and $6.00 on top. Only what the headline looks at. */
function adas(facts: Partial<ReturnStatusView>): ReturnStatusView {
  const totals = { base: usd(6000n), bonus: usd(600n), total: usd(6600n) };
  const view = {
    status: "requested",
    creditState: "none",
    resolution: "store_credit",
    declineReason: null,
    lines: [],
    credit: null,
    goods: null,
  };
  return { ...view, quote: { totals }, ...facts } as unknown as ReturnStatusView;
}

const title = (facts: Partial<ReturnStatusView>) => headline(visit, adas(facts)).title;
const body = (facts: Partial<ReturnStatusView>) => headline(visit, adas(facts)).body.join(" ");

describe("store credit", () => {
  test("a request that nobody has looked at asks nothing of Ada", () => {
    expect(title({})).toBe("We have your return");
    expect(body({})).toContain("nothing to do");
  });

  test("while only the refund part has arrived, Ada hears what is there and what follows", () => {
    expect(body({ status: "approved", creditState: "base_issued" })).toBe(
      "$60.00 is in your account. Your $6.00 bonus follows shortly.",
    );
  });

  test("once all of it is there, the headline is the amount", () => {
    expect(title({ status: "resolved", creditState: "issued" })).toBe("$66.00 is yours to spend");
  });

  test("when a person has to look at the money, Ada is told that nothing is paid twice, and no jargon", () => {
    expect(body({ status: "approved", creditState: "review" })).toContain("paid twice");
    expect(body({ status: "approved", creditState: "failed" })).toContain("paid twice");
  });

  test("where the bonus was called off, the headline is what did arrive", () => {
    const credit = { given: usd(6000n), balance: usd(6000n) } as ReturnStatusView["credit"];
    expect(title({ status: "approved", creditState: "failed", credit })).toBe("$60.00 is yours to spend");
  });

  test("the money speaks before the parcel does", () => {
    expect(title({ status: "received", creditState: "issued" })).toBe("$66.00 is yours to spend");
    expect(body({ status: "in_transit" })).toBe("Your parcel is on its way back.");
  });
});

describe("what became of the credit since", () => {
  const credit = {
    given: usd(6600n),
    balance: usd(6600n),
    accountLastDigits: "1520",
    ends: { base: null, bonus: null },
    otherBalances: [],
    taken: null,
    repaid: null,
  };
  const issued = { status: "resolved", creditState: "issued" } as const;

  test("credit that was spent is no longer called Ada's to spend", () => {
    expect(title({ ...issued, credit })).toBe("$66.00 is yours to spend");
    expect(title({ ...issued, credit: { ...credit, balance: usd(6599n) } })).toBe(
      "You got $66.00 as store credit",
    );
  });

  test("credit that was taken back is not hers, and she hears what of it comes back as money", () => {
    const taken = { ...credit, taken: usd(6600n), repaid: usd(6000n) };
    expect(title({ ...issued, credit: taken })).toBe("$66.00 of store credit was taken back");
    expect(body({ ...issued, credit: taken })).toContain("$60.00 goes back to how you paid.");
    expect(body({ ...issued, credit: { ...taken, repaid: null } })).not.toContain("$");
  });
});

describe("what is asked of Ada once the shop said yes", () => {
  const lines = (accepted: number | null) =>
    [{ quantity: 2, accepted }] as unknown as ReturnStatusView["lines"];

  test("where only part was accepted, the headline does not say yes to all of it", () => {
    for (const accepted of [0, 1])
      expect(title({ status: "approved", lines: lines(accepted) })).toBe("Part of your return is approved");
    expect(title({ status: "approved", lines: lines(2) })).toBe("Your return is approved");
    expect(title({ lines: lines(null) })).toBe("We have your return");
  });

  test("where the credit waits for the goods she is asked to send them, where she keeps them she is not", () => {
    expect(body({ status: "approved", goods: "arrived" })).toContain("once they have arrived");
    expect(body({ status: "approved", goods: "sent" })).toContain("as soon as they are on their way");
    expect(body({ status: "approved", goods: "kept" })).toContain("Nothing has to be sent back");
    expect(body({ status: "approved" })).toMatch(/^Your store credit is being issued next/);
  });
});

describe("original payment", () => {
  test("an approved refund says how long the bank takes", () => {
    expect(body({ status: "approved", resolution: "original_payment" })).toContain("5 to 10 business days");
  });

  test("a settled one is on its way, and is never called store credit", () => {
    const facts = { status: "resolved", resolution: "original_payment", creditState: "issued" } as const;
    expect(title(facts)).toBe("Your refund is on its way");
    expect(body(facts)).not.toContain("credit");
  });
});

test("a return that was not accepted says why, in the shop's words", () => {
  expect(body({ status: "declined", declineReason: "The tag was removed" })).toContain("The tag was removed");
});

test("a cancelled return says that Ada keeps the items, whatever was chosen", () => {
  for (const resolution of ["store_credit", "original_payment"] as const) {
    expect(body({ status: "cancelled", resolution })).toContain("You keep the items");
  }
});
