import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  compare,
  currency,
  equal,
  isZero,
  type Money,
  max,
  min,
  money,
  negate,
  subtract,
  sum,
  zero,
} from "./index.ts";

const usd = (minor: bigint) => money(minor, "USD");
const eur = (minor: bigint) => money(minor, "EUR");

test("twenty dollars and five cents are 20.05, and taking the five cents away leaves twenty", () => {
  expect(add(usd(2000n), usd(5n))).toEqual({ minor: 2005n, currency: "USD" });
  expect(subtract(usd(2005n), usd(5n))).toEqual(usd(2000n));
});

test("dollars and euros are never added, taken away or compared", () => {
  // @ts-expect-error: different literal currencies do not compile.
  expect(() => add(usd(1n), eur(1n))).toThrow(RangeError);
  // @ts-expect-error
  expect(() => subtract(usd(1n), eur(1n))).toThrow(RangeError);
  // @ts-expect-error
  expect(() => compare(usd(1n), eur(1n))).toThrow(RangeError);
  // @ts-expect-error
  expect(() => sum([usd(1n)], "EUR")).toThrow("EUR and USD cannot be added or compared");
  const [dollar, euro]: Money[] = [usd(1n), eur(1n)];
  expect(() => dollar && euro && min(dollar, euro)).toThrow(RangeError);
});

test("a float is not money", () => {
  // @ts-expect-error: minor units are whole.
  expect(() => add(money(10.5, "USD"), usd(1n))).toThrow(TypeError);
});

test("the sum of nothing is zero of the currency asked for", () => {
  expect(sum([], "JPY")).toEqual(zero("JPY"));
  expect(sum([usd(1n), usd(2n), usd(-4n)], "USD")).toEqual(usd(-1n));
});

test("amounts can be put in order", () => {
  expect(compare(usd(1n), usd(2n))).toBe(-1);
  expect(compare(usd(2n), usd(1n))).toBe(1);
  expect(compare(usd(2n), usd(2n))).toBe(0);
  expect(min(usd(3n), usd(1n), usd(2n))).toEqual(usd(1n));
  expect(max(usd(1n), usd(3n), usd(2n))).toEqual(usd(3n));
  expect(min(usd(7n))).toEqual(usd(7n));
});

test("no dollars are not no euros", () => {
  expect(equal(usd(5n), usd(5n))).toBe(true);
  expect(equal(usd(5n), usd(6n))).toBe(false);
  expect(equal(zero("USD"), zero("EUR"))).toBe(false);
  expect(isZero(zero("USD"))).toBe(true);
  expect(isZero(usd(-1n))).toBe(false);
});

test("only an ISO code in capitals is a currency", () => {
  for (const code of ["USD", "EUR", "JPY", "KWD"]) expect(currency(code)).toBe(code);
  for (const code of ["usd", "US", "USDC", "XXX", "", "$", "ZZZ"]) {
    expect(() => currency(code)).toThrow(`Not a currency: ${JSON.stringify(code)}`);
  }
});

test("adding and taking away undo each other, for any amounts", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
      expect(subtract(add(usd(a), usd(b)), usd(b))).toEqual(usd(a));
      expect(add(usd(a), negate(usd(a)))).toEqual(zero("USD"));
      expect(compare(usd(a), usd(b))).toBe(-compare(usd(b), usd(a)) + 0);
      expect(sum([usd(a), usd(b)], "USD")).toEqual(add(usd(b), usd(a)));
    }),
  );
});
