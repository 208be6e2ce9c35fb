import { least } from "../money/amount.ts";
import type { Order, OrderTransaction } from "../orders/order.ts";
import { isIncoming, netPayment, sum } from "../orders/totals.ts";

/** A payment that can take money back, and how much of it. */
export interface Parent {
  transaction: OrderTransaction;
  /** Paid with it, less what already went back to it. */
  left: bigint;
}

/** The payments of an order in the order they were made, with what may still go back to each. */
export function parentsOf(order: Order): Parent[] {
  return order.transactions
    .filter((entry) => isIncoming(entry.kind) && entry.status === "SUCCESS")
    .map((transaction) => ({ transaction, left: transaction.amount - returnedTo(order, transaction.id) }));
}

/** Spreads an amount over the payments, oldest first, never more than was paid with one nor than is left in all. */
export function spread(order: Order, amount: bigint): (Parent & { amount: bigint })[] {
  let left = least(amount, netPayment(order));
  return parentsOf(order).map((parent) => {
    const part = least(parent.left, left);
    left -= part;
    return { ...parent, amount: part };
  });
}

function returnedTo(order: Order, parentId: number): bigint {
  return sum(order.transactions, (entry) =>
    entry.parentId === parentId && entry.kind === "REFUND" && entry.status === "SUCCESS" ? entry.amount : 0n,
  );
}
