import { money } from "@kept/money";
import { expect, test } from "vitest";
import { credit, line, now, order, rules } from "../quote/testing/cast.ts";
import { type Asked, approval, offers, type Policy } from "./index.ts";

const shirts = order("USD", [line("shirt", 2, "40.00", { tags: ["linen"] })]);

function asked(change: Partial<Asked["facts"]> = {}, reason = "too_small"): Asked {
  const facts = { order: shirts, at: now, returnsBefore: 0, segments: [], switched: false, photos: false };
  return {
    facts: { ...facts, returnValue: money(4000n, "USD"), ...change },
    lines: shirts.lines.map(({ product }) => ({ product, reason })),
  };
}

const offered = (from: typeof shirts, policy: Policy, about?: Asked) =>
  offers(from, policy, now, about).map(({ resolution, reason, rule }) => [resolution, reason, rule]);

test("Ada can choose between store credit and her money", () => {
  expect(offered(shirts, rules("USD"))).toEqual([
    ["store_credit", null, "storeCredit.enabled"],
    ["original_payment", null, "originalPayment.enabled"],
  ]);
});

test("an order without a customer cannot be credited, and a company's neither", () => {
  const without = order("USD", [line("shirt", 1, "20")], { customer: null });
  const company = order("USD", [line("shirt", 1, "20")], { businessToBusiness: true });
  expect(offered(without, rules("USD"))[0]).toEqual(["store_credit", "no_customer", "order"]);
  expect(offered(company, rules("USD"))[0]).toEqual(["store_credit", "business_order", "order"]);
});

test("what is turned off is not offered, and where nothing is left to refund nothing is", () => {
  const policy = rules("USD", credit({ enabled: false }));
  expect(offered(shirts, policy)[0]).toEqual(["store_credit", "turned_off", "storeCredit.enabled"]);
  const refunded = order("USD", [line("shirt", 1, "20")], { refundable: money(0n, "USD") });
  expect(offered(refunded, rules("USD")).map(([, reason]) => reason)).toEqual([
    "nothing_refundable",
    "nothing_refundable",
  ]);
});

test("a rule can keep the money back for those who changed their mind, and names itself", () => {
  const rule = {
    id: "mind",
    name: "Only credit",
    when: { reasons: ["changed_mind"] },
    without: "original_payment" as const,
  };
  const policy = rules("USD", { resolutionRules: [rule] });
  expect(offered(shirts, policy, asked({}, "changed_mind"))[1]).toEqual([
    "original_payment",
    "rule",
    "resolutionRules.mind",
  ]);
  expect(offered(shirts, policy, asked())[1]).toEqual(["original_payment", null, "originalPayment.enabled"]);
  expect(offered(shirts, policy)[1]?.[1]).toBeNull();
});

const approve = { id: "small", name: "Small returns", priority: 10, when: {}, act: "approve" as const };

test("without rules a person decides, unless the shop says otherwise", () => {
  expect(approval(rules("USD"), asked())).toEqual({ act: "hold", rule: "otherwise", name: "" });
  expect(approval(rules("USD", { otherwise: "approve" }), asked()).act).toBe("approve");
});

test("small returns are approved at once, larger ones wait", () => {
  const when = { returnValue: { to: { USD: "40.00" } } };
  const policy = rules("USD", { approvalRules: [{ ...approve, when }] });
  expect(approval(policy, asked())).toEqual({ act: "approve", rule: "small", name: "Small returns" });
  expect(approval(policy, asked({ returnValue: money(4001n, "USD") })).act).toBe("hold");
});

test("a limit that is not named in the order's currency does not let anything through", () => {
  const when = { returnValue: { to: { EUR: "1000.00" } } };
  expect(approval(rules("USD", { approvalRules: [{ ...approve, when }] }), asked()).act).toBe("hold");
});

test("of two rules the first in line decides, and caution wins a tie", () => {
  const hold = { ...approve, id: "often", act: "hold" as const, when: { returnsBefore: { from: 3 } } };
  const policy = rules("USD", { approvalRules: [approve, hold] });
  expect(approval(policy, asked({ returnsBefore: 3 })).rule).toBe("often");
  expect(approval(policy, asked({ returnsBefore: 2 })).rule).toBe("small");
  const later = rules("USD", { approvalRules: [approve, { ...hold, priority: 11 }] });
  expect(approval(later, asked({ returnsBefore: 3 })).rule).toBe("small");
});

test("a rule approves only if every item meets it, and holds as soon as one does", () => {
  const two = asked();
  const mixed = { ...two, lines: [...two.lines, { product: null, reason: "damaged" }] };
  const damaged = { reasons: ["damaged"] };
  const approving = rules("USD", { approvalRules: [{ ...approve, when: damaged }] });
  const holding = rules("USD", {
    otherwise: "approve",
    approvalRules: [{ ...approve, act: "hold", when: damaged }],
  });
  expect(approval(approving, mixed).act).toBe("hold");
  expect(approval(holding, mixed).act).toBe("hold");
  expect(approval(holding, two).act).toBe("approve");
});

test.each<[string, Policy["approvalRules"][number]["when"], Partial<Asked["facts"]>, boolean]>([
  ["customers with a tag", { customerTags: ["VIP"] }, {}, false],
  ["orders with a tag", { orderTags: ["gift"] }, { order: { ...shirts, tags: ["Gift"] } }, true],
  ["a segment", { segments: ["loyal"] }, { segments: ["loyal"] }, true],
  ["a segment one is not in", { segments: ["loyal"] }, {}, false],
  ["a country", { countries: ["US"] }, {}, true],
  ["another country", { countries: ["DE"] }, {}, false],
  ["orders of a value", { orderValue: { from: { USD: "40.00" } } }, {}, true],
  ["orders of more value", { orderValue: { from: { USD: "40.01" } } }, {}, false],
  ["a season", { between: { from: "2026-11-24", to: "2026-11-24" } }, {}, true],
  ["a season that is over", { between: { to: "2026-11-23" } }, {}, false],
  ["a season to come", { between: { from: "2026-11-25" } }, {}, false],
  ["first returns", { firstReturn: true }, {}, true],
  ["later returns", { firstReturn: false }, {}, false],
  ["whoever switched", { switched: true }, { switched: true }, true],
  ["whoever did not", { switched: true }, {}, false],
  ["requests with photos", { photos: true }, {}, false],
  ["a kind of product", { products: { ...rules("USD").finalSale, tags: ["LINEN"] } }, {}, true],
  ["a sub-reason by its reason", { reasons: ["too_small"] }, {}, true],
])("a rule can be about %s", (_, when, facts, holds) => {
  const policy = rules("USD", { approvalRules: [{ ...approve, when }] });
  const about = asked(facts, "too_small/waist");
  expect(approval(policy, about).act).toBe(holds ? "approve" : "hold");
});
