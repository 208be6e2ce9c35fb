import { divideHalfUp } from "../money/amount.ts";
import type { Order, OrderLine } from "../orders/order.ts";
import { discountedTotal, refundedQuantity, taxOf, totalBeforeOrderDiscounts } from "../orders/totals.ts";

export interface Worth {
  /** With taxes included it contains the tax. */
  subtotal: bigint;
  subtotalBeforeOrderDiscounts: bigint;
  tax: bigint;
}

/**
 * What some pieces of a line were paid for, after every discount. Counted on from the pieces already given back, so
 * that giving back one by one and all at once come to the same.
 */
export function worthOf(
  order: Order,
  line: OrderLine,
  quantity: number,
  already = refundedQuantity(order, line.id),
): Worth {
  const part = (total: bigint) =>
    upTo(total, already + quantity, line.quantity) - upTo(total, already, line.quantity);
  return {
    subtotal: part(discountedTotal(line)),
    subtotalBeforeOrderDiscounts: part(totalBeforeOrderDiscounts(line)),
    tax: line.taxes.reduce((sum, tax) => sum + part(taxOf({ taxes: [tax] })), 0n),
  };
}

function upTo(total: bigint, pieces: number, of: number): bigint {
  return divideHalfUp(total * BigInt(Math.min(pieces, of)), BigInt(of));
}

/** What the buyer gets back for it: the tax is on top unless prices contain it. */
export function payable(order: Order, worth: Pick<Worth, "subtotal" | "tax">): bigint {
  return worth.subtotal + (order.taxesIncluded ? 0n : worth.tax);
}
