import { type Money, money } from "@kept/money";
import { written } from "../../../../../ui/amount.tsx";
import { byCurrency } from "../../../../../ui/by-currency.ts";

/** A return as far as acting on many needs it. */
export interface Selectable {
  readonly number: number;
  readonly customerName: string;
  readonly total: Money;
  /** The quote this amount is of: no other promise is approved or paid. */
  readonly quoteId: string;
}

/** The same as texts and numbers alone, for what keeps or carries nothing else. */
export interface Ticked {
  readonly number: number;
  readonly customerName: string;
  readonly minor: string;
  readonly currency: string;
  readonly quoteId: string;
}

export function tickedOf({ number, customerName, total, quoteId }: Selectable): Ticked {
  return { number, customerName, minor: total.minor.toString(), currency: total.currency, quoteId };
}

export function selectableOf({ number, customerName, minor, currency, quoteId }: Ticked): Selectable {
  return {
    number: Number(number),
    customerName: String(customerName),
    total: money(BigInt(minor), String(currency)),
    quoteId: String(quoteId),
  };
}

/** What they come to, a sum per currency; nothing is converted. */
export function amountOfAll(items: readonly Selectable[]): string {
  return byCurrency(items.map(({ total }) => total))
    .map(written)
    .join(" + ");
}
