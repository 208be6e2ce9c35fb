import { divideHalfUp, scaled } from "../money/amount.ts";
import type { Return } from "./return.ts";

/** A restocking fee on what pieces cost after discounts, half-up. Recorded: 10 % of 20.0 before tax is 2.0. */
export function restockingFee(percentage: string, subtotal: bigint): bigint {
  return divideHalfUp(subtotal * scaled(percentage, 6), 100_000_000n);
}

/** The return's shipping fee, as long as no refund of this return has taken it yet. */
export function openShippingFee(entry: Return): bigint {
  const settled = entry.lines.some((line) => line.refundedQuantity > 0);
  return settled ? 0n : (entry.shippingFee?.amount ?? 0n);
}
