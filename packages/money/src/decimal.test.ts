import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMoney, fractionDigits, fromDecimal, fromWire, money, toDecimal, toWire } from "./index.ts";

test("yen have no decimals, dinars three, dollars two", () => {
  const digits = { JPY: 0, KRW: 0, ISK: 0, USD: 2, EUR: 2, HUF: 2, KWD: 3, TND: 3, CLF: 4 };
  for (const [code, count] of Object.entries(digits)) expect(fractionDigits(code)).toBe(count);
});

test("an amount is read as Shopify writes it, with too few or too many zeros", () => {
  expect(fromDecimal("10.5", "USD").minor).toBe(1050n);
  expect(fromDecimal("2.0", "USD").minor).toBe(200n);
  expect(fromDecimal("2", "USD").minor).toBe(200n);
  expect(fromDecimal("-3.07", "EUR").minor).toBe(-307n);
  expect(fromDecimal("1200.0", "JPY").minor).toBe(1200n);
  expect(fromDecimal("1.250000", "KWD").minor).toBe(1250n);
  expect(fromDecimal("0.00", "USD").minor).toBe(0n);
});

test("an amount that cannot be paid in its currency is refused", () => {
  expect(() => fromDecimal("10.505", "USD")).toThrow("USD has 2 decimals, and 10.505 has more");
  expect(() => fromDecimal("0.5", "JPY")).toThrow("JPY has 0 decimals, and 0.5 has more");
});

test("what is not a plain decimal is refused", () => {
  for (const text of ["", " 1", "1 ", "+1", "1,50", ".5", "1.", "1e3", "0x1", "NaN", "--1", "1.0.0", "١"]) {
    expect(() => fromDecimal(text, "USD"), text).toThrow("Not an amount");
  }
  expect(() => fromDecimal("1234567890123456", "USD")).toThrow("Not an amount");
  expect(() => fromDecimal("1", "usd")).toThrow("Not a currency");
});

test("an amount is written with the decimals its currency has", () => {
  expect(toDecimal(money(1050n, "USD"))).toBe("10.50");
  expect(toDecimal(money(-5n, "USD"))).toBe("-0.05");
  expect(toDecimal(money(0n, "USD"))).toBe("0.00");
  expect(toDecimal(money(1200n, "JPY"))).toBe("1200");
  expect(toDecimal(money(-7n, "JPY"))).toBe("-7");
  expect(toDecimal(money(125n, "KWD"))).toBe("0.125");
});

test("what is written can be read again, whatever the amount and currency", () => {
  const amounts = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
  fc.assert(
    fc.property(amounts, fc.constantFrom("USD", "EUR", "JPY", "KWD", "CLF"), (minor, code) => {
      expect(fromDecimal(toDecimal(money(minor, code)), code)).toEqual(money(minor, code));
      expect(fromWire(toWire(money(minor, code)))).toEqual(money(minor, code));
    }),
  );
});

test("on the wire money is a text and a currency", () => {
  expect(toWire(money(1050n, "USD"))).toEqual({ amount: "10.50", currency: "USD" });
  expect(() => fromWire({ amount: "1", currency: "?" })).toThrow(RangeError);
});

test("people read an amount the way they write it themselves", () => {
  expect(formatMoney(money(105050n, "USD"), "en-US")).toBe("$1,050.50");
  expect(formatMoney(money(105050n, "EUR"), "de-DE")).toBe("1.050,50\u00a0€");
  expect(formatMoney(money(1200n, "JPY"), "ja-JP")).toBe("¥1,200".replace("¥", "￥"));
  expect(formatMoney(money(1250n, "KWD"), "en")).toBe("KWD\u00a01.250");
  expect(formatMoney(money(100000n, "ISK"), "en")).toBe("ISK\u00a0100,000");
  expect(formatMoney(money(-500n, "USD"), "en-US")).toBe("-$5.00");
  expect(formatMoney(money(500n, "USD"), "ar")).toBe("\u200f5.00\u00a0US$\u200e");
});

test("past what a float can hold, every digit is still right", () => {
  expect(formatMoney(money(123456789012345678n, "USD"), "en-US")).toBe("$1,234,567,890,123,456.78");
});

test("a thousand made-up locales do not change what is written", () => {
  for (let n = 0; n < 1000; n += 1) formatMoney(money(1n, "USD"), `en-x-made${n}`);
  expect(formatMoney(money(1n, "USD"), "en-US")).toBe("$0.01");
});
