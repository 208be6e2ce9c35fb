import { toDecimal } from "@kept/money";
import { expect, test } from "vitest";
import { explain, explainTotals } from "./explain.ts";
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

test("the fingerprint is the promise: another minute keeps it, another cent does not", () => {
  const later = quoted(shirts, { shirt: 1 }, { at: new Date("2026-11-24T12:01:00Z") });
  expect(fingerprint(later)).toBe(fingerprint(quoted(shirts, { shirt: 1 })));
  expect(fingerprint(quoted(shirts, { shirt: 2 }))).not.toBe(fingerprint(later));
});
