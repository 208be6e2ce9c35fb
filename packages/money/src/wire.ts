import { fromDecimal, toDecimal } from "./decimal.ts";
import type { Currency, Money } from "./money.ts";

/** Money in JSON: `{ "amount": "10.50", "currency": "USD" }`. */
export interface WireMoney {
  readonly amount: string;
  readonly currency: Currency;
}

export function toWire(amount: Money): WireMoney {
  return { amount: toDecimal(amount), currency: amount.currency };
}

/** Throws a RangeError when the amount or the currency cannot be read. */
export function fromWire(wire: WireMoney): Money {
  return fromDecimal(wire.amount, wire.currency);
}
