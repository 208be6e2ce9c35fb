import { money, zero } from "@kept/money";
import type { LineFacts, ReturnFacts } from "../policy/meets.ts";
import type { Asked } from "../policy/offers.ts";
import type { CustomerFacts, QuoteInput } from "./quote-types.ts";
import { sumOf, type Worth, worths } from "./worth.ts";

/** The facts of somebody of whom nothing is known: a first return, no bonus ever given. */
export function strangerFacts(currency: string): CustomerFacts {
  const none = zero(currency);
  return {
    returnsBefore: 0,
    segments: [],
    switched: false,
    bonusOnOrder: none,
    bonusInPeriod: none,
    shopBonusThisMonth: none,
    paidWithBonus: none,
  };
}

/**
 * What `offers` and `approval` ask about one return, so that they judge by the same facts as its quote. Throws
 * UnquotableSelection for units that are not there.
 */
export function askedOf(input: Pick<QuoteInput, "order" | "selection" | "customer" | "at">): Asked {
  const list = worths(input.order, input.selection);
  return { facts: returnFacts(input, list), lines: lineFacts(list) };
}

export function returnFacts(
  { order, customer, at }: Pick<QuoteInput, "order" | "customer" | "at">,
  list: readonly Worth[],
): ReturnFacts {
  return {
    order,
    at,
    returnsBefore: customer.returnsBefore,
    segments: customer.segments,
    switched: customer.switched,
    returnValue: money(
      sumOf(list, (one) => one.items),
      order.currency,
    ),
    photos: list.every((one) => one.photos > 0),
  };
}

export function lineFacts(list: readonly Worth[]): LineFacts[] {
  return list.map(({ line, reason }) => ({ product: line.product, reason }));
}
