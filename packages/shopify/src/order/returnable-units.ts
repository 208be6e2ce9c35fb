import type { ReturnableUnits } from "../order.ts";
import type { ReturnableNode } from "./read-order.ts";

/** What can still be sent back, by order line. Units that are in a return already are not among them. */
export function returnableUnits(
  fulfillments: readonly ReturnableNode[],
): ReadonlyMap<string, ReturnableUnits[]> {
  const units = new Map<string, ReturnableUnits[]>();
  for (const { fulfillment, returnableFulfillmentLineItems } of fulfillments) {
    for (const { quantity, fulfillmentLineItem } of returnableFulfillmentLineItems.nodes) {
      if (quantity < 1) continue;
      const lineId = fulfillmentLineItem.lineItem.id;
      units.set(lineId, [
        ...(units.get(lineId) ?? []),
        {
          fulfillmentLineItemId: fulfillmentLineItem.id,
          quantity,
          fulfilledAt: new Date(fulfillment.createdAt),
          deliveredAt: fulfillment.deliveredAt === null ? null : new Date(fulfillment.deliveredAt),
        },
      ]);
    }
  }
  return units;
}
