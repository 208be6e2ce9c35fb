import { expect, test } from "vitest";
import { percent, rule, tagged } from "./cases/rules.ts";
import { explainDecisions } from "./explain-decisions.ts";
import { credit, line, order, quoted, rules } from "./testing/cast.ts";

const shop = order("USD", [line("boot", 1, "80.00", { tags: ["shoes"] }), line("shirt", 1, "20.00")]);
const shoes = rule("Shoes", { products: tagged("shoes") }, percent(20), 1);
const everything = rule("Everything", {}, percent(15), 2);
const best = rule("Best customers", { customerTags: ["VIP"] }, percent(30), 0);

function decided(units: Record<string, number>, ...bonusRules: (typeof shoes)[]) {
  const policy = { version: 1, policy: rules("USD", credit({ bonusRules })) };
  return quoted(shop, units, { policy });
}

test("each rule says whether it won, for which lines, and which other came first", () => {
  const { decisions } = decided({ boot: 1, shirt: 1 }, everything, shoes, best);
  expect(
    decisions.map(({ rule, outcome, because, lines }) => [rule, outcome, because, lines.length]),
  ).toEqual([
    ["best_customers", "not_met", "customerTags", 0],
    ["shoes", "won", "", 1],
    ["everything", "won", "", 1],
    ["standing", "lost", "shoes", 0],
  ]);
});

test("a merchant reads it as sentences", () => {
  const made = decided({ boot: 1 }, everything, shoes, best);
  expect(explainDecisions(made, "en").map(({ text }) => text)).toEqual([
    "Best customers does not apply: the customer does not have this tag",
    "Shoes applies",
    "Everything would apply, but Shoes comes first",
    "The standing bonus would apply, but Shoes comes first",
  ]);
  expect(explainDecisions(made, "de").at(-1)?.text).toBe(
    "Der ständige Bonus würde gelten, aber Shoes geht vor",
  );
});

test("a rule about products that are not in the return says so", () => {
  const made = decided({ shirt: 1 }, shoes);
  expect(explainDecisions(made, "en")[0]?.text).toBe("Shoes does not apply: the product does not match");
});

test("of equal priorities the rule that stands first wins", () => {
  const first = { ...everything, id: "first", priority: 1 };
  const second = { ...everything, id: "second", priority: 1 };
  expect(decided({ shirt: 1 }, first, second).decisions.map(({ rule, outcome }) => [rule, outcome])).toEqual([
    ["first", "won"],
    ["second", "lost"],
    ["standing", "lost"],
  ]);
});

test("without a choice the standing bonus says why there is none", () => {
  const policy = rules("USD");
  const only = { ...policy, originalPayment: { ...policy.originalPayment, enabled: false } };
  const made = quoted(shop, { shirt: 1 }, { policy: { version: 1, policy: only } });
  expect(explainDecisions(made, "en").map(({ text }) => text)).toEqual([
    "The standing bonus does not apply: store credit is the only choice offered",
  ]);
});

test("the money is also no choice when a rule keeps it back for this reason", () => {
  const policy = rules("USD", {
    resolutionRules: [
      { id: "mind", name: "", when: { reasons: ["changed_mind"] }, without: "original_payment" },
    ],
  });
  const selection = [{ lineItemId: "gid://shopify/LineItem/shirt", quantity: 1, reason: "changed_mind" }];
  const made = quoted(shop, {}, { selection, policy: { version: 1, policy } });
  expect(made.totals.bonus.minor).toBe(0n);
});

test("each line carries the bonus of its own rule", () => {
  const { lines } = decided({ boot: 1, shirt: 1 }, shoes);
  expect(lines.map(({ title, bonus }) => [title, bonus.minor])).toEqual([
    ["boot", 1600n],
    ["shirt", 200n],
  ]);
});

test("a percentage goes on from the units that went before, counted like those that come now", () => {
  const some = order("USD", [line("shirt", 2, "6.66", { tax: "0.54", gone: 1 })]);
  // 10 % of 6.66 less 10 % of 3.33; with the tax in what went before it would be a cent less.
  expect(quoted(some, { shirt: 1 }).totals.bonus.minor).toBe(34n);
});

test("units that went before are counted for the rule of their own line's reason, not of another's", () => {
  const some = order("USD", [line("shirt", 1, "20.00"), line("boot", 2, "6.66", { gone: 1 })]);
  const small = rule("Too small", { reasons: ["too_small"] }, percent(10));
  const selection = [
    { lineItemId: "gid://shopify/LineItem/shirt", quantity: 1, reason: "changed_mind" },
    { lineItemId: "gid://shopify/LineItem/boot", quantity: 1, reason: "too_small" },
  ];
  const policy = { version: 1, policy: rules("USD", credit({ bonusRules: [small] })) };
  const { lines } = quoted(some, {}, { selection, policy });
  expect(lines.map(({ title, bonus }) => [title, bonus.minor])).toEqual([
    ["shirt", 200n],
    ["boot", 34n],
  ]);
});
