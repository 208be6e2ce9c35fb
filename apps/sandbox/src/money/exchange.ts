import { digitsOf, divideHalfUp, scaled } from "./amount.ts";

const rateDigits = 12;

/** Presentment minor units → shop minor units. `rate` is presentment units for one shop unit (`"0.92"`). */
export function toShopMinor(minor: bigint, presentment: string, shop: string, rate: string): bigint {
  if (presentment === shop) return minor;
  const top = minor * 10n ** BigInt(rateDigits + digitsOf(shop));
  return divideHalfUp(top, scaled(rate, rateDigits) * 10n ** BigInt(digitsOf(presentment)));
}

/** Shop minor units → presentment minor units. */
export function toPresentmentMinor(minor: bigint, shop: string, presentment: string, rate: string): bigint {
  if (presentment === shop) return minor;
  const top = minor * scaled(rate, rateDigits) * 10n ** BigInt(digitsOf(presentment));
  return divideHalfUp(top, 10n ** BigInt(rateDigits + digitsOf(shop)));
}
