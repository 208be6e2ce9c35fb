import type { LineNode, OrderNode } from "./read-order.ts";

/**
 * Units of a line that are worth nothing any more: refunded, taken off the order, or in a return that was requested,
 * is open, or is closed. Declined and cancelled returns give their units back.
 *
 * Shopify lowers `currentQuantity` for refunded and removed units; whether it does so for units that were processed
 * without money is not documented, so those count from the return itself, and no unit counts twice.
 */
export function goneUnits(
  line: Pick<LineNode, "id" | "quantity" | "currentQuantity">,
  order: Happened,
): Units {
  const refunded = total(
    order.refunds.flatMap((refund) => refund.refundLineItems.nodes),
    (item) => (item.lineItem.id === line.id ? item.quantity : 0),
  );
  const inReturns = order.returns.nodes
    .filter((r) => r.status === "REQUESTED" || r.status === "OPEN" || r.status === "CLOSED")
    .flatMap((r) => r.returnLineItems.nodes)
    .filter((item) => "fulfillmentLineItem" in item && item.fulfillmentLineItem.lineItem.id === line.id);
  const waiting = total(
    inReturns,
    (item) => item.quantity - Math.max(item.processedQuantity, item.refundedQuantity),
  );
  const unpaid = total(inReturns, (item) => Math.max(0, item.processedQuantity - item.refundedQuantity));
  const settled = Math.max(line.quantity - line.currentQuantity, refunded + unpaid);
  return { gone: Math.min(line.quantity, settled + waiting), refunded: Math.min(line.quantity, refunded) };
}

/** Units of a line: gone, for whatever reason, and among them those whose money went back. */
export interface Units {
  readonly gone: number;
  readonly refunded: number;
}

type Happened = Pick<OrderNode, "refunds" | "returns">;

function total<T>(list: readonly T[], count: (item: T) => number): number {
  return list.reduce((units, item) => units + count(item), 0);
}
