import type { Order, OrderLine, ShippingLine } from "./order.ts";

/** Everything here is minor units of the order's presentment currency. */

export function originalTotal(line: OrderLine): bigint {
  return line.unitPrice * BigInt(line.quantity);
}

/** What the line costs after its own discounts and its share of the order's. With taxes included, tax and all. */
export function discountedTotal(line: OrderLine): bigint {
  return originalTotal(line) - line.discounts.reduce((sum, share) => sum + share.amount, 0n);
}

/** After the line's own discounts only: what `discountedTotalSet` means when code discounts are left out. */
export function totalBeforeOrderDiscounts(line: OrderLine): bigint {
  return (
    originalTotal(line) - line.discounts.reduce((sum, share) => (share.across ? sum : sum + share.amount), 0n)
  );
}

export function taxOf(part: Pick<OrderLine | ShippingLine, "taxes">): bigint {
  return part.taxes.reduce((sum, tax) => sum + tax.amount, 0n);
}

export function shippingTotal(line: ShippingLine): bigint {
  return line.price - line.discount;
}

export function dutiesTotal(order: Order): bigint {
  return sum(order.lines, (line) => sum(line.duties, (duty) => duty.amount));
}

export function subtotal(order: Order): bigint {
  return sum(order.lines, discountedTotal);
}

export function taxTotal(order: Order): bigint {
  return sum(order.lines, taxOf) + sum(order.shippingLines, taxOf);
}

/** What the buyer was asked for: lines − discounts + tax (unless prices contain it) + shipping + duties + tip. */
export function orderTotal(order: Order): bigint {
  const tax = order.taxesIncluded ? 0n : taxTotal(order);
  return subtotal(order) + tax + sum(order.shippingLines, shippingTotal) + dutiesTotal(order) + order.tip;
}

/** Money that came in. */
export function received(order: Order): bigint {
  return sum(order.transactions, (entry) =>
    entry.status === "SUCCESS" && isIncoming(entry.kind) ? entry.amount : 0n,
  );
}

/** Money that went back, to whatever payment or as store credit. */
export function refunded(order: Order): bigint {
  return sum(order.transactions, (entry) =>
    entry.status === "SUCCESS" && entry.kind === "REFUND" ? entry.amount : 0n,
  );
}

export function netPayment(order: Order): bigint {
  return received(order) - refunded(order);
}

/** What was authorized and has not been captured yet. A void ends it. */
export function capturable(order: Order): bigint {
  const done = order.transactions.filter(({ status }) => status === "SUCCESS");
  if (order.cancelledAt || done.some(({ kind }) => kind === "VOID")) return 0n;
  const of = (kind: string) => sum(done, (entry) => (entry.kind === kind ? entry.amount : 0n));
  const open = of("AUTHORIZATION") - of("CAPTURE");
  return open > 0n ? open : 0n;
}

export function refundedShipping(order: Order): bigint {
  return sum(order.refunds, (refund) => refund.shipping);
}

export function refundedQuantity(order: Order, lineId: number): number {
  return order.refunds
    .flatMap((refund) => refund.lines)
    .reduce((all, line) => (line.lineId === lineId ? all + line.quantity : all), 0);
}

/** Pieces that still count: ordered, minus edited away, minus refunded. */
export function currentQuantity(order: Order, line: OrderLine): number {
  return order.cancelledAt
    ? 0
    : Math.max(0, line.quantity - line.removedQuantity - refundedQuantity(order, line.id));
}

/** What the order is worth today: its total less what refunds gave back for lines, shipping and duties. */
export function currentTotal(order: Order): bigint {
  if (order.cancelledAt) return 0n;
  const given = sum(order.refunds, (refund) => {
    const lines = sum(refund.lines, (line) => line.subtotal + (order.taxesIncluded ? 0n : line.tax));
    const shipping = refund.shipping + (order.taxesIncluded ? 0n : refund.shippingTax);
    return lines + shipping + sum(refund.duties, (duty) => duty.amount);
  });
  return orderTotal(order) - given;
}

export function isIncoming(kind: string): boolean {
  return kind === "SALE" || kind === "CAPTURE";
}

export function sum<T>(items: readonly T[], of: (item: T) => bigint): bigint {
  return items.reduce((all, item) => all + of(item), 0n);
}
