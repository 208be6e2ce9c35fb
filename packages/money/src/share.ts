import type { Currency, Money } from "./money.ts";

/**
 * Splits a total by weights with the largest remainder: the parts always sum to the whole, and no part is
 * further than one minor unit from its exact share. Of equal remainders the earlier part gets the unit.
 * A negative total is split like its positive twin. Throws a RangeError for a negative weight, and when there
 * is something to split but no weight to split it by.
 */
export function allocate<C extends Currency>(total: Money<C>, weights: readonly bigint[]): Money<C>[] {
  const whole = weights.reduce((sum, weight) => sum + notNegative(weight), 0n);
  if (whole === 0n) return nothingEach(total, weights.length);
  const size = total.minor < 0n ? -total.minor : total.minor;
  const parts = weights.map((weight) => (size * weight) / whole);
  const left = Number(size - parts.reduce((sum, part) => sum + part, 0n));
  if (left > 0) {
    const remainders = weights.map((weight) => (size * weight) % whole);
    const indexes = weights.map((_, index) => index);
    const byRemainder = indexes.sort((a, b) => greatestFirst(remainders[a] ?? 0n, remainders[b] ?? 0n));
    for (const index of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  }
  const sign = total.minor < 0n ? -1n : 1n;
  return parts.map((part) => ({ minor: sign * part, currency: total.currency }));
}

/**
 * A percentage in basis points (1,000 = 10 %), rounded once, half up to the minor unit; below zero half away
 * from it, so that taking back is the mirror of giving. Throws a RangeError for a fraction of a basis point.
 */
export function percentage<C extends Currency>(amount: Money<C>, basisPoints: bigint | number): Money<C> {
  return { minor: divideHalfUp(amount.minor * BigInt(basisPoints), 10_000n), currency: amount.currency };
}

/**
 * What the first `units` of `of` units are worth, when all of them are worth `total`: rounded half up, always
 * from the start. The worth of units 3 and 4 is `share(…, 4, of) − share(…, 2, of)`, so that splitting a
 * return in any way gives the same sum. Throws a RangeError unless 0 ≤ units ≤ of and 0 < of, whole numbers.
 */
export function share<C extends Currency>(
  total: Money<C>,
  units: bigint | number,
  of: bigint | number,
): Money<C> {
  if (of < 1 || units < 0 || units > of) throw new RangeError(`${units} of ${of} units is not a share`);
  return { minor: divideHalfUp(total.minor * BigInt(units), BigInt(of)), currency: total.currency };
}

function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (2n * dividend + half) / (2n * divisor);
}

function notNegative(weight: bigint): bigint {
  if (weight < 0n) throw new RangeError("A weight below zero cannot have a share");
  return weight;
}

function nothingEach<C extends Currency>(total: Money<C>, parts: number): Money<C>[] {
  if (total.minor !== 0n) throw new RangeError("Nothing to split this amount by");
  return Array.from({ length: parts }, () => ({ minor: 0n, currency: total.currency }));
}

/** Equal ones stay in their sequence: sorting is stable. */
function greatestFirst(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
