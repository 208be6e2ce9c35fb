import type { ReturnStatusView } from "@kept/domain";
import { formatMoney, money } from "@kept/money";
import { describe, expect, test } from "vitest";
import { wordsIn } from "../../../../server/words.ts";
import { headline } from "./headline.ts";

const usd = (cents: bigint) => money(cents, "USD");

const visit = {
  say: wordsIn("en"),
  amount: (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, "en"),
};

/** Ada's return of a shirt: $60.00 and $6.00 on top. Only what the headline looks at. */
function adas(facts: Partial<ReturnStatusView>): ReturnStatusView {
  const totals = { base: usd(6000n), bonus: usd(600n), total: usd(6600n) };
  const view = { status: "requested", creditState: "none", resolution: "store_credit", declineReason: null };
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

  test("the money speaks before the parcel does", () => {
    expect(title({ status: "received", creditState: "issued" })).toBe("$66.00 is yours to spend");
    expect(body({ status: "in_transit" })).toBe("Your parcel is on its way back.");
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
