import { money, toDecimal } from "@kept/money";
import { expect, test } from "vitest";
import { explain, explainTotals } from "./explain.ts";
import { strangerFacts } from "./facts.ts";
import { fingerprint } from "./fingerprint.ts";
import { quoteFromJson, quoteToJson } from "./quote-json.ts";
import { credit, line, order, quoted, rules } from "./testing/cast.ts";

const shirts = order("USD", [line("shirt", 3, "60.00", { tax: "4.95" })]);

test("two of three shirts for 20.00 with tax come back as 43.30, and 4.00 more as credit", () => {
  const { totals, lines } = quoted(shirts, { shirt: 2 });
  expect(toDecimal(totals.items)).toBe("40.00");
  expect(toDecimal(totals.tax)).toBe("3.30");
  expect(toDecimal(totals.base)).toBe("43.30");
  expect(toDecimal(totals.bonus)).toBe("4.00");
  expect(toDecimal(totals.total)).toBe("47.30");
  expect(lines.map(({ base, bonus }) => [toDecimal(base), toDecimal(bonus)])).toEqual([["43.30", "4.00"]]);
});

test("the original payment has no bonus, and says which payment it goes back to", () => {
  const { totals, payments } = quoted(shirts, { shirt: 2 }, { resolution: "original_payment" });
  expect(toDecimal(totals.total)).toBe("43.30");
  expect(payments.map(({ kind, amount }) => [kind, toDecimal(amount)])).toEqual([["card", "43.30"]]);
});

test("where prices contain the tax, it is shown and not added, and the bonus is counted without it", () => {
  const fjord = order("EUR", [line("pulli", 1, "119.00", { tax: "19.00" })], { taxesIncluded: true });
  const made = quoted(fjord, { pulli: 1 });
  expect(toDecimal(made.totals.base)).toBe("119.00");
  expect(toDecimal(made.totals.bonus)).toBe("10.00");
  expect(explain(made, "de-DE").map(({ text, amount, included }) => [text, amount, included])).toEqual([
    ["1 × pulli", "119,00\u00a0€", false],
    ["Darin enthaltene Steuer", "19,00\u00a0€", true],
    ["Bonus: 10\u00a0% von 100,00\u00a0€ (Artikel ohne Steuer)", "10,00\u00a0€", false],
  ]);
});

test("yen have no cents, so a tenth of 1,005 is 101", () => {
  const made = quoted(order("JPY", [line("cup", 1, "1005")]), { cup: 1 });
  expect(toDecimal(made.totals.bonus)).toBe("101");
  expect(explainTotals(made, "ja").map(({ text, amount }) => [text, amount])).toEqual([
    ["返金額", "￥1,005"],
    ["ボーナス", "￥101"],
    ["合計", "￥1,106"],
  ]);
});

test("a quote that was stored reads back as the same quote", () => {
  const policy = { version: 7, policy: rules("USD", credit({ bonusExpiresAfterDays: 90 })) };
  const made = quoted(shirts, { shirt: 1 }, { policy });
  const read = quoteFromJson(JSON.parse(JSON.stringify(quoteToJson(made))));
  expect(read).toEqual(made);
  expect(read.expiry.bonus).toBe("2027-02-22");
  expect(fingerprint(read)).toBe(fingerprint(made));
});

test("each line has its share of the base, with the tax that is its own", () => {
  const two = order("USD", [line("book", 1, "50.00"), line("shirt", 1, "50.00", { tax: "10.00" })]);
  const { lines } = quoted(two, { book: 1, shirt: 1 });
  expect(lines.map(({ base, bonus }) => [toDecimal(base), toDecimal(bonus)])).toEqual([
    ["50.00", "5.00"],
    ["60.00", "5.00"],
  ]);
});

test("a restocking fee is the line's own", () => {
  const restocking = {
    basisPoints: 2_000,
    products: { ...rules("USD").finalSale, tags: ["big"] },
    exceptReasons: [],
  };
  const fees = {
    returnFee: { kind: "none" as const },
    restocking: { ...restocking, waivedForCredit: false },
    label: null,
  };
  const two = order("USD", [line("chair", 1, "50.00", { tags: ["big"] }), line("mug", 1, "10.00")]);
  const made = quoted(two, { chair: 1, mug: 1 }, { policy: { version: 1, policy: rules("USD", { fees }) } });
  expect(made.lines.map(({ base }) => toDecimal(base))).toEqual(["40.00", "10.00"]);
});

test("a line without a bonus carries none of it, and a free gift none of the base", () => {
  const sale = { ...rules("USD").finalSale, tags: ["sale"] };
  const none = {
    id: "sale",
    name: "Sale",
    priority: 1,
    when: { products: sale },
    bonus: { kind: "none" as const },
  };
  const policy = { version: 1, policy: rules("USD", credit({ bonusRules: [none] })) };
  const lines = [
    line("boot", 1, "80.00", { tags: ["sale"] }),
    line("shirt", 1, "20.00"),
    line("gift", 1, "0.00"),
  ];
  const made = quoted(order("USD", lines), { boot: 1, shirt: 1, gift: 1 }, { policy });
  expect(made.lines.map(({ base, bonus }) => [toDecimal(base), toDecimal(bonus)])).toEqual([
    ["80.00", "0.00"],
    ["20.00", "2.00"],
    ["0.00", "0.00"],
  ]);
});

test("lines that were free share the shipping that comes back by their units", () => {
  const shipping = { paid: money(600n, "USD"), tax: money(0n, "USD"), refunded: money(0n, "USD") };
  const free = order("USD", [line("gift", 1, "0.00"), line("card", 2, "0.00")], { shipping });
  const policy = { version: 1, policy: rules("USD", { shipping: "when_everything_returned" }) };
  const { lines } = quoted(free, { gift: 1, card: 2 }, { policy });
  expect(lines.map(({ base }) => toDecimal(base))).toEqual(["2.00", "4.00"]);
});

test("an order of which more units are gone than were bought can still be quoted", () => {
  const odd = order("USD", [line("mug", 1, "10.00", { gone: 2 }), line("shirt", 1, "20.00")]);
  expect(toDecimal(quoted(odd, { shirt: 1 }).totals.total)).toBe("22.00");
});

test("a row can be checked by hand: it holds what it was counted from, and names its rule", () => {
  const customer = { ...strangerFacts("USD"), paidWithBonus: money(1500n, "USD") };
  const [item, tax, bonus] = quoted(shirts, { shirt: 2 }, { customer }).rows;
  expect(item?.inputs).toEqual({
    paid: money(6000n, "USD"),
    units: 3,
    gone: 0,
    quantity: 2,
    unitPrice: money(0n, "USD"),
  });
  expect([item?.rule, tax?.rule, bonus?.rule]).toEqual(["order", "order", "storeCredit.bonus"]);
  // 15.00 of the 64.95 paid were bonus credit: 40.00 · 15.00 / 64.95 = 9.24.
  expect(bonus?.inputs).toEqual({
    rate: { basisPoints: 1_000 },
    of: money(4000n, "USD"),
    paidWithBonus: money(924n, "USD"),
    before: money(0n, "USD"),
  });
});

test("a rule that won is named in its row", () => {
  const always = {
    id: "always",
    name: "Always",
    priority: 1,
    when: {},
    bonus: rules("USD").storeCredit.bonus,
  };
  const policy = { version: 1, policy: rules("USD", credit({ bonusRules: [always] })) };
  expect(quoted(shirts, { shirt: 1 }, { policy }).rows.at(-1)?.rule).toBe("storeCredit.bonusRules.always");
});

test("a database that sorts the keys its own way does not change the fingerprint", () => {
  const made = quoted(shirts, { shirt: 1 });
  expect(fingerprint(quoteFromJson(turned(quoteToJson(made))))).toBe(fingerprint(made));
});

test("the fingerprint is the promise: another minute keeps it, another cent does not", () => {
  const later = quoted(shirts, { shirt: 1 }, { at: new Date("2026-11-24T12:01:00Z") });
  expect(fingerprint(later)).toBe(fingerprint(quoted(shirts, { shirt: 1 })));
  expect(fingerprint(quoted(shirts, { shirt: 2 }))).not.toBe(fingerprint(later));
});

/** The same JSON with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).map(([key, inner]): [string, unknown] => [key, turned(inner)]);
  return Object.fromEntries(pairs.reverse());
}
