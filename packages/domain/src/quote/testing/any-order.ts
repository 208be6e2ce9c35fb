import { type Money, money } from "@kept/money";
import type { Order, OrderLine } from "@kept/shopify";
import fc from "fast-check";
import { quote } from "../quote.ts";
import type { QuoteInput, SelectedUnits } from "../quote-types.ts";
import { line, order } from "./cast.ts";

/** Any order a shop could have, and any units of it that could come back. */
export interface AnyReturn {
  readonly order: Order;
  readonly selection: readonly SelectedUnits[];
}

interface AnyLine {
  readonly quantity: number;
  readonly gone: number;
  readonly chosen: number;
  readonly paid: bigint;
  readonly tax: bigint;
  readonly tag: string;
}

const anyLine: fc.Arbitrary<AnyLine> = fc
  .record({
    quantity: fc.integer({ min: 1, max: 6 }),
    gone: fc.nat(5),
    chosen: fc.nat(6),
    paid: fc.oneof(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 0n, max: 99_999n })),
    taxPercent: fc.constantFrom(0n, 7n, 19n, 25n),
    tag: fc.constantFrom("linen", "sale", "shoes"),
  })
  .map(({ quantity, gone, chosen, paid, taxPercent, tag }) => {
    const away = Math.min(gone, quantity);
    return {
      quantity,
      gone: away,
      chosen: Math.min(chosen, quantity - away),
      paid,
      tax: (paid * taxPercent) / 119n,
      tag,
    };
  });

/** `untouched`: nothing came back yet, and everything can still be refunded. */
export function anyReturn({ untouched = false } = {}): fc.Arbitrary<AnyReturn> {
  return fc
    .record({
      currency: fc.constantFrom("USD", "EUR", "JPY", "KWD"),
      lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }),
      taxesIncluded: fc.boolean(),
      shipping: fc.bigInt({ min: 0n, max: 2_000n }),
      duties: fc.bigInt({ min: 0n, max: 500n }),
      refundedPercent: fc.nat(100),
    })
    .map(({ currency, lines, taxesIncluded, shipping, duties, refundedPercent }) => {
      const units = lines.map((one) => (untouched ? { ...one, gone: 0 } : one));
      const made = order(currency, units.map(lineOf), {
        taxesIncluded,
        shipping: {
          paid: money(shipping, currency),
          tax: money(shipping / 6n, currency),
          refunded: money(0n, currency),
        },
        duties: money(duties, currency),
        dutiesRefunded: money(untouched ? 0n : duties / 3n, currency),
      });
      return {
        order: untouched ? made : refundedBefore(made, BigInt(refundedPercent)),
        selection: selectionOf(units),
      };
    })
    .filter(({ selection }) => selection.length > 0);
}

/** The order as it stands after a return: units gone, shipping and money refunded. */
function afterReturn(
  from: Order,
  selection: readonly SelectedUnits[],
  given: { readonly base: Money; readonly shipping: Money },
): Order {
  const back = new Map(selection.map(({ lineItemId, quantity }) => [lineItemId, quantity]));
  const { currency, shipping } = from;
  return {
    ...from,
    lines: from.lines.map((one) => ({ ...one, goneQuantity: one.goneQuantity + (back.get(one.id) ?? 0) })),
    shipping: { ...shipping, refunded: money(shipping.refunded.minor + given.shipping.minor, currency) },
    refundable: money(from.refundable.minor - given.base.minor, currency),
  };
}

/** What each part of a return comes to, when one is asked for after the other. */
export function inParts(input: QuoteInput, parts: readonly (readonly SelectedUnits[])[]): Money[] {
  let { order } = input;
  return parts.map((selection) => {
    const { totals } = quote({ ...input, order, selection });
    order = afterReturn(order, selection, totals);
    return totals.total;
  });
}

/** One unit after the other, in the order of the lines, as selections of their own. */
export function oneByOne(selection: readonly SelectedUnits[]): SelectedUnits[][] {
  return selection.flatMap(({ lineItemId, quantity }) =>
    Array.from({ length: quantity }, () => [{ lineItemId, quantity: 1 }]),
  );
}

function lineOf({ quantity, paid, tax, gone, tag }: AnyLine, index: number): (currency: string) => OrderLine {
  return (currency) => ({
    ...line(`item-${index}`, quantity, "0", { gone, tags: [tag] })(currency),
    paid: money(paid, currency),
    tax: money(tax, currency),
    taxes: [money(tax / 3n, currency), money(tax - tax / 3n, currency)],
  });
}

function selectionOf(lines: readonly AnyLine[]): SelectedUnits[] {
  return lines.flatMap(({ chosen }, index) =>
    chosen > 0 ? [{ lineItemId: `gid://shopify/LineItem/item-${index}`, quantity: chosen }] : [],
  );
}

function refundedBefore(made: Order, percent: bigint): Order {
  const refunded = (made.refundable.minor * percent) / 100n;
  return {
    ...made,
    refundable: money(made.refundable.minor - refunded, made.currency),
    payments: made.payments.map((payment) => ({ ...payment, refunded: money(refunded, made.currency) })),
  };
}
