import type { Order } from "../orders/order.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { FulfillmentOrder, FulfillmentOrderLine } from "./fulfillment-order.ts";

/** The one an order starts with: everything that is to be sent, at the shop's first place, from the hour it was made. */
export function openFulfillmentOrder({ world, locations }: ShopWorld, order: Order): FulfillmentOrder {
  return {
    id: world.nextId("FulfillmentOrder"),
    locationId: locations.all()[0]?.id ?? 0,
    status: "OPEN",
    fulfillAt: order.createdAt.replace(/:\d\d:\d\d/, ":00:00"),
    lines: order.lines
      .filter((line) => line.requiresShipping || line.variantId === null)
      .map((line) => ({
        id: world.nextId("FulfillmentOrderLineItem"),
        lineId: line.id,
        totalQuantity: line.quantity - line.removedQuantity,
        remainingQuantity: line.quantity - line.removedQuantity,
      })),
  };
}

/** A further one beside another, of the same order. */
export function besides(
  { world }: ShopWorld,
  { locationId, fulfillAt = null, fulfillBy = null }: FulfillmentOrder,
  lines: FulfillmentOrderLine[],
  change: Partial<FulfillmentOrder> = {},
): FulfillmentOrder {
  return {
    id: world.nextId("FulfillmentOrder"),
    locationId,
    status: "OPEN",
    fulfillAt,
    fulfillBy,
    updatedAt: world.nowText(),
    lines,
    ...change,
  };
}
