import { divideHalfUp } from "../money/amount.ts";
import type { Order } from "../orders/order.ts";
import { refundedShipping, shippingTotal, sum, taxOf } from "../orders/totals.ts";

/** What of the shipping is given back: the price, and the tax that goes with it. Minor presentment units. */
export interface ShippingBack {
  amount: bigint;
  tax: bigint;
}

export function refundableShipping(order: Order): bigint {
  return sum(order.shippingLines, shippingTotal) - refundedShipping(order);
}

/** `undefined` amount means all that is left. Never more than that. */
export function shippingBack(order: Order, wanted: bigint | "all"): ShippingBack {
  const left = refundableShipping(order);
  const amount = wanted === "all" || wanted > left ? left : wanted;
  const paid = sum(order.shippingLines, shippingTotal);
  const tax = sum(order.shippingLines, taxOf);
  return { amount, tax: paid === 0n ? 0n : divideHalfUp(tax * amount, paid) };
}
