import type { Context } from "../graphql/context.ts";
import { takeFromFulfillmentOrders } from "../load/load-order.ts";
import type { Fulfillment, Order } from "./order.ts";

/** Makes one fulfillment of some pieces. The caller has checked that they are there, and keeps the order. */
export function sendOut(
  { world }: Context,
  order: Order,
  parts: readonly { lineId: number; quantity: number }[],
  tracking: Fulfillment["tracking"],
): Fulfillment {
  const pieces = new Map<number, number>();
  for (const { lineId, quantity } of parts) pieces.set(lineId, (pieces.get(lineId) ?? 0) + quantity);
  const fulfillment: Fulfillment = {
    id: world.nextId("Fulfillment"),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: "SUCCESS",
    lines: [...pieces].map(([lineId, quantity]) => ({
      id: world.nextId("FulfillmentLineItem"),
      lineId,
      quantity,
    })),
    at: world.nowText(),
    deliveredAt: null,
    tracking,
  };
  order.fulfillments.push(fulfillment);
  for (const [lineId, quantity] of pieces) takeFromFulfillmentOrders(order, lineId, quantity);
  return fulfillment;
}
