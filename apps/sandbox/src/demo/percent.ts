import { divideHalfUp, scaled } from "../money/amount.ts";

/** "33.33" % of an amount in minor units, half up. */
export function percentOf(minor: bigint, percent: string): bigint {
  return divideHalfUp(minor * scaled(percent, 4), 1_000_000n);
}

/** "8.25" % → "0.0825", exactly. */
export function rateOf(percent: string): string {
  const [whole = "0", fraction = ""] = percent.split(".");
  const padded = whole.padStart(3, "0");
  return `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`;
}
