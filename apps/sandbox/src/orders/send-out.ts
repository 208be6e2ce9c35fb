import { handOver } from "../fulfillment-orders/hand-over.ts";
import type { Piece } from "../fulfillment-orders/pieces.ts";
import type { Context } from "../graphql/context.ts";
import type { Fulfillment, Order } from "./order.ts";

/** Makes one fulfillment of some pieces. The caller has checked that they are there, and keeps the order. */
export function sendOut(
  { world }: Context,
  order: Order,
  pieces: readonly Piece[],
  tracking: Fulfillment["tracking"],
): Fulfillment {
  const byLine = new Map<number, number>();
  for (const { line, quantity } of pieces) byLine.set(line.lineId, (byLine.get(line.lineId) ?? 0) + quantity);
  const fulfillment: Fulfillment = {
    id: world.nextId("Fulfillment"),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: "SUCCESS",
    lines: [...byLine].map(([lineId, quantity]) => ({
      id: world.nextId("FulfillmentLineItem"),
      lineId,
      quantity,
    })),
    taken: handOver(order, pieces),
    at: world.nowText(),
    deliveredAt: null,
    tracking,
  };
  order.fulfillments.push(fulfillment);
  return fulfillment;
}
