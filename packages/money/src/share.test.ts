import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, money, percentage, share, sum } from "./index.ts";

const usd = (minor: bigint) => money(minor, "USD");
const minors = (parts: readonly { minor: bigint }[]) => parts.map((part) => part.minor);

test("ten dollars over three equal lines: the odd cent goes to the first", () => {
  expect(minors(allocate(usd(1000n), [1n, 1n, 1n]))).toEqual([334n, 333n, 333n]);
});

test("the odd cent goes where most was cut off", () => {
  expect(minors(allocate(usd(100n), [1n, 2n, 3n]))).toEqual([17n, 33n, 50n]);
  expect(minors(allocate(usd(5n), [10n, 0n, 30n]))).toEqual([1n, 0n, 4n]);
  expect(minors(allocate(usd(10n), [1n, 2n, 4n]))).toEqual([1n, 3n, 6n]);
  expect(minors(allocate(usd(10n), [1n, 1n, 1n, 1n, 1n, 1n]))).toEqual([2n, 2n, 2n, 2n, 1n, 1n]);
});

test("taking back is the mirror of giving", () => {
  expect(minors(allocate(usd(-1000n), [1n, 1n, 1n]))).toEqual([-334n, -333n, -333n]);
  expect(percentage(usd(-1005n), 1_000)).toEqual(usd(-101n));
  expect(share(usd(-5n), 1, 2)).toEqual(usd(-3n));
});

test("nothing can be split by nothing, something cannot", () => {
  expect(minors(allocate(usd(0n), [0n, 0n]))).toEqual([0n, 0n]);
  expect(allocate(usd(0n), [])).toEqual([]);
  expect(() => allocate(usd(1n), [0n])).toThrow("Nothing to split this amount by");
  expect(() => allocate(usd(1n), [])).toThrow(RangeError);
  expect(() => allocate(usd(1n), [2n, -1n])).toThrow("A weight below zero cannot have a share");
});

test("ten percent of 10.05 is 1.01, because half a cent goes up", () => {
  expect(percentage(usd(1005n), 1_000n)).toEqual(usd(101n));
  expect(percentage(usd(1004n), 1_000n)).toEqual(usd(100n));
  expect(percentage(usd(2000n), 1_250)).toEqual(usd(250n));
  expect(percentage(usd(2000n), 0)).toEqual(usd(0n));
  expect(() => percentage(usd(1n), 0.5)).toThrow(RangeError);
});

test("three units for 10.00 are worth 3.33, 3.34 and 3.33 one after the other", () => {
  const upTo = [0, 1, 2, 3].map((units) => share(usd(1000n), units, 3).minor);
  expect(upTo).toEqual([0n, 333n, 667n, 1000n]);
});

test("the only unit of a line is worth the whole line", () => {
  expect(share(usd(999n), 1, 1)).toEqual(usd(999n));
});

test("four of three units, or units of nothing, are a mistake", () => {
  expect(() => share(usd(1n), 4, 3)).toThrow("4 of 3 units is not a share");
  expect(() => share(usd(1n), -1, 3)).toThrow(RangeError);
  expect(() => share(usd(1n), 0, 0)).toThrow(RangeError);
  expect(() => share(usd(1n), 0.5, 3)).toThrow(RangeError);
});

const anything = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

test("however a total is split, the parts sum to it and none is a whole unit off", () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(anything, weights, (minor, parts) => {
      const whole = parts.reduce((a, b) => a + b, 0n);
      fc.pre(whole > 0n);
      const split = allocate(usd(minor), parts);
      expect(sum(split, "USD")).toEqual(usd(minor));
      for (const [index, part] of split.entries()) {
        const off = part.minor * whole - minor * (parts[index] ?? 0n);
        expect(off < whole && off > -whole).toBe(true);
      }
    }),
  );
});

test("a share is never off by more than half a unit, and all units are worth the whole", () => {
  const units = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 })).filter(([n, of]) => n <= of);
  fc.assert(
    fc.property(anything, units, (minor, [n, of]) => {
      const off = 2n * (share(usd(minor), n, of).minor * BigInt(of) - minor * BigInt(n));
      expect(off <= BigInt(of) && off >= -BigInt(of)).toBe(true);
      expect(share(usd(minor), of, of)).toEqual(usd(minor));
      expect(share(usd(minor), 0, of).minor).toBe(0n);
    }),
  );
});

test("a percentage is never off by more than half a unit", () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 0, max: 20_000 }), (minor, points) => {
      const off = 2n * (percentage(usd(minor), points).minor * 10_000n - minor * BigInt(points));
      expect(off <= 10_000n && off >= -10_000n).toBe(true);
    }),
  );
});
