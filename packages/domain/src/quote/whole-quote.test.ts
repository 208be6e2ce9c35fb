import { toDecimal } from "@kept/money";
import { expect, test } from "vitest";
import { bonus, fees, fixed, limits, percent, returnFee, rule, tagged } from "./cases/rules.ts";
import { expiresAt } from "./expiry.ts";
import { explainDecisions } from "./explain-decisions.ts";
import { strangerFacts } from "./facts.ts";
import { quoteFromJson, quoteToJson } from "./quote-json.ts";
import type { Quote, Row, Value } from "./quote-types.ts";
import { UnquotableSelection } from "./selection.ts";
import { line, order, quoted, rules } from "./testing/cast.ts";

/** Everything a row carries, in one line: its key and group, its amount, the rule that made it, what it was made from. */
function inFull({ key, group, amount, included, rule, inputs }: Row): string {
  const from = Object.entries(inputs).map(([name, value]) => `${name} ${plain(value)}`);
  return `${key} [${group}] ${toDecimal(amount)}${included ? " included" : ""} by ${rule}: ${from.join(", ")}`;
}

function plain(value: Value): string {
  if (typeof value !== "object") return String(value);
  return "basisPoints" in value ? `${value.basisPoints} bp` : toDecimal(value);
}

const usd = (minor: bigint) => ({ minor, currency: "USD" });

/** Two boots and a mug of an order with tax, shipping and duties, one boot of which came back before. */
const shop = order(
  "USD",
  [
    line("boot", 4, "160.00", { tax: "16.00", gone: 1, tags: ["shoes"] }),
    line("mug", 1, "10.00", { tax: "1.00" }),
  ],
  { shipping: { paid: usd(1_000n), tax: usd(100n), refunded: usd(0n) }, duties: usd(500n) },
);

const everyFee = fees({
  returnFee: returnFee({ USD: "4.50" }, { waivedForCredit: false }),
  restocking: { basisPoints: 1_000, products: tagged("shoes"), waivedForCredit: false, exceptReasons: [] },
  label: { amounts: { USD: "6.00" }, waivedForCredit: false, exceptReasons: [] },
});

function everything(resolution: Quote["resolution"]): Quote {
  const { storeCredit } = bonus(percent(10), {
    bonusRules: [rule("Shoes", { products: tagged("shoes") }, fixed({ USD: "3.00" }), 1)],
    ...limits({
      atLeast: { USD: "30.00" },
      perReturn: { USD: "20.00" },
      shareOfBase: 1_000,
      perCustomer: { amounts: { USD: "8.00" }, days: 30 },
      perMonth: { USD: "5.00" },
    }),
  });
  const customer = { ...strangerFacts("USD"), bonusInPeriod: usd(100n), shopBonusThisMonth: usd(150n) };
  const policy = rules("USD", { ...everyFee, storeCredit, shipping: "proportional", duties: "proportional" });
  return quoted(shop, { boot: 2, mug: 1 }, { customer, resolution, policy: { version: 7, policy } });
}

test("every row says its key, its group, its rule, and all it was made from", () => {
  expect(everything("store_credit").rows.map(inFull)).toMatchInlineSnapshot(`
    [
      "item:gid://shopify/LineItem/boot [items] 80.00 by order: paid 160.00, units 4, gone 1, quantity 2, unitPrice 0.00",
      "item:gid://shopify/LineItem/mug [items] 10.00 by order: paid 10.00, units 1, gone 0, quantity 1, unitPrice 0.00",
      "tax [tax] 9.00 by order: tax 9.00",
      "shipping [shipping] 5.30 by shipping: paid 10.00, refunded 0.00",
      "shipping_tax [tax] 0.53 by shipping: tax 1.00, paid 10.00, refunded 0.00, shipping 5.30",
      "duties [duties] 2.64 by duties: paid 5.00, refunded 0.00",
      "return_fee [fees] -4.50 by fees.returnFee: fee 4.50",
      "restocking:gid://shopify/LineItem/boot [fees] -8.00 by fees.restocking: rate 1000 bp, of 80.00, before 40.00, fee 8.00",
      "label_fee [fees] -6.00 by fees.label: fee 6.00",
      "bonus:shoes:fixed [bonus] 3.00 by storeCredit.bonusRules.shoes: fixed 3.00",
      "bonus:standing:percent [bonus] 1.00 by storeCredit.bonus: rate 1000 bp, of 10.00, paidWithBonus 0.00, before 0.00",
      "bonus_at_least [bonus] 26.00 by storeCredit.limits.atLeast: limit 30.00, from 4.00, to 30.00",
      "bonus_cap_return [bonus] -10.00 by storeCredit.limits.perReturn: limit 20.00, from 30.00, to 20.00",
      "bonus_cap_share [bonus] -11.10 by storeCredit.limits.shareOfBase: limit 8.90, from 20.00, to 8.90",
      "bonus_cap_customer [bonus] -1.90 by storeCredit.limits.perCustomer: limit 8.00, from 8.90, to 7.00",
      "bonus_cap_month [bonus] -3.50 by storeCredit.limits.perMonth: limit 5.00, from 7.00, to 3.50",
    ]
  `);
});

test("so do the rows that stop a sum at zero, and at what is refundable", () => {
  const cheap = order("USD", [line("sock", 1, "5.00")], { refundable: usd(-100n) });
  const policy = { version: 1, policy: rules("USD", everyFee) };
  expect(quoted(cheap, { sock: 1 }, { policy }).rows.map(inFull)).toMatchInlineSnapshot(`
    [
      "item:gid://shopify/LineItem/sock [items] 5.00 by order: paid 5.00, units 1, gone 0, quantity 1, unitPrice 0.00",
      "return_fee [fees] -4.50 by fees.returnFee: fee 4.50",
      "label_fee [fees] -6.00 by fees.label: fee 6.00",
      "fees_floor [fees] 5.50 by never_below_zero: fees 10.50, from 5.00",
      "cap [cap] 0.00 by order.refundable: refundable 0.00, from 0.00",
    ]
  `);
  const refunded = order("USD", [line("sock", 1, "5.00")], { refundable: usd(300n) });
  expect(quoted(refunded, { sock: 1 }).rows.map(inFull)).toMatchInlineSnapshot(`
    [
      "item:gid://shopify/LineItem/sock [items] 5.00 by order: paid 5.00, units 1, gone 0, quantity 1, unitPrice 0.00",
      "cap [cap] -2.00 by order.refundable: refundable 3.00, from 5.00",
      "bonus:standing:percent [bonus] 0.30 by storeCredit.bonus: rate 1000 bp, of 3.00, paidWithBonus 0.00, before 0.00",
    ]
  `);
});

test("a percentage as return fee names what it is of, and what it continues", () => {
  const percentFee = { kind: "percent" as const, basisPoints: 500, waivedForCredit: true, exceptReasons: [] };
  const policy = { version: 1, policy: rules("USD", fees({ returnFee: percentFee })) };
  expect(quoted(shop, { boot: 2 }, { policy }).rows.map(inFull)).toMatchInlineSnapshot(`
    [
      "item:gid://shopify/LineItem/boot [items] 80.00 by order: paid 160.00, units 4, gone 1, quantity 2, unitPrice 0.00",
      "tax [tax] 8.00 by order: tax 8.00",
      "return_fee [fees] 0.00 by fees.returnFee: rate 500 bp, of 80.00, before 40.00, fee 4.00",
    ]
  `);
});

test("each total is the sum of its own rows", () => {
  const said = ({ totals }: Quote) =>
    Object.entries(totals).map(([name, amount]) => `${name} ${toDecimal(amount)}`);
  expect(said(everything("store_credit"))).toMatchInlineSnapshot(`
    [
      "items 90.00",
      "tax 9.53",
      "duties 2.64",
      "shipping 5.30",
      "fees -18.50",
      "cap 0.00",
      "base 88.97",
      "bonus 3.50",
      "total 92.47",
    ]
  `);
  const capped = quoted(order("USD", [line("sock", 1, "5.00")], { refundable: usd(300n) }), { sock: 1 });
  expect(said(capped)).toMatchInlineSnapshot(`
    [
      "items 5.00",
      "tax 0.00",
      "duties 0.00",
      "shipping 0.00",
      "fees 0.00",
      "cap -2.00",
      "base 3.00",
      "bonus 0.30",
      "total 3.30",
    ]
  `);
});

test("money goes back without bonus, without expiry, and names its payments; credit names none", () => {
  const [credit, money] = [everything("store_credit"), everything("original_payment")];
  expect([credit.payments, money.payments.map(({ amount }) => toDecimal(amount))]).toEqual([[], ["88.97"]]);
  expect([money.decisions, money.totals.bonus.minor, money.expiry.bonusAfterDays]).toEqual([[], 0n, null]);
  expect(money.expiry).toEqual({ base: null, bonus: null, baseAfterDays: null, bonusAfterDays: null });
});

test("nothing to refund: no bonus, no decision, and no line has a share", () => {
  const { decisions, lines, totals } = quoted(
    order("USD", [line("sock", 1, "5.00")], { refundable: usd(0n) }),
    {
      sock: 1,
    },
  );
  expect([decisions, totals.total.minor]).toEqual([[], 0n]);
  expect(lines.map(({ base, bonus }) => [base, bonus])).toEqual([[usd(0n), usd(0n)]]);
});

test("quotes of money and credit both survive being stored, whatever was paid with and however rules came out", () => {
  const kinds = ["card", "gift_card", "store_credit", "other"] as const;
  const payments = kinds.map((kind) => ({
    transactionId: kind,
    kind,
    gateway: kind,
    amount: usd(500n),
    refunded: usd(0n),
  }));
  const four = order("USD", [line("coat", 1, "20.00", { tags: ["shoes"] })], { payments });
  const bonusRules = [
    rule("Shoes", { products: tagged("shoes") }, percent(20), 1),
    rule("Hats", { products: tagged("hats") }, percent(30), 2),
  ];
  const policy = { version: 2, policy: rules("USD", bonus(percent(5), { bonusRules })) };
  for (const resolution of ["original_payment", "store_credit"] as const) {
    const made = quoted(four, { coat: 1 }, { policy, resolution });
    expect(quoteFromJson(JSON.parse(JSON.stringify(quoteToJson(made))))).toEqual(made);
    const money = made.payments.map(({ kind, amount }) => `${kind} ${toDecimal(amount)}`);
    expect(money).toEqual(
      resolution === "store_credit" ? [] : ["gift_card 5.00", "store_credit 5.00", "card 5.00", "other 5.00"],
    );
    expect(made.decisions.map(({ outcome }) => outcome)).toEqual(
      resolution === "store_credit" ? ["won", "not_met", "lost"] : [],
    );
  }
});

test.each([
  ["an amount that is none", { amount: "much", currency: "USD" }],
  ["an amount of no currency", { amount: "1.00", currency: "AAA" }],
  ["a number", 1],
])("%s is refused beside its field when a stored quote is read", (_, wrong) => {
  const json = quoteToJson(everything("store_credit"));
  const broken = { ...json, totals: { ...json.totals, base: wrong } };
  expect(() => quoteFromJson(broken)).toThrow(expect.objectContaining({ name: "ZodError" }));
  expect(() => quoteFromJson(broken)).toThrow(/"base"/);
});

test("a decision that names a rule nobody knows any more is said by the rule's own name", () => {
  const made = everything("store_credit");
  const [first] = made.decisions;
  const odd: Quote = {
    ...made,
    decisions: [
      { ...(first as Quote["decisions"][number]), outcome: "lost", because: "gone_rule" },
      { rule: "old", name: "Old", outcome: "not_met", lines: [], because: "total_base" },
    ],
  };
  expect(explainDecisions(odd, "en").map(({ text }) => text)).toEqual([
    "Shoes would apply, but gone_rule comes first",
    "Old does not apply: total_base",
  ]);
});

test("an expiry that promises a day but no number of days, or the other way round, promises nothing", () => {
  const at = new Date("2026-11-24T00:00:00Z");
  const base = { base: null, baseAfterDays: null };
  expect(expiresAt({ expiry: { ...base, bonus: "2027-01-01", bonusAfterDays: null } }, at).bonus).toBeNull();
  expect(expiresAt({ expiry: { ...base, bonus: null, bonusAfterDays: 30 } }, at).bonus).toBeNull();
});

test("a selection that cannot be quoted says why", () => {
  expect(() => quoted(shop, { boot: 9 })).toThrow(UnquotableSelection);
  expect(() => quoted(shop, { boot: 9 })).toThrow("Cannot quote: more_than_left");
});
