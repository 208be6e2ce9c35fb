import type { World } from "../world/world.ts";
import type { Return, ReverseFulfillmentOrder } from "./return.ts";

/** What has to come back through the door, made when a return opens. */
export function reverseOrders(world: World, entry: Pick<Return, "lines">): ReverseFulfillmentOrder[] {
  const lines = entry.lines.flatMap((line) =>
    line.fulfillmentLineId === null
      ? []
      : [
          {
            id: world.nextId("ReverseFulfillmentOrderLineItem"),
            fulfillmentLineId: line.fulfillmentLineId,
            returnLineId: line.id,
            totalQuantity: line.quantity,
            dispositions: [],
          },
        ],
  );
  return [{ id: world.nextId("ReverseFulfillmentOrder"), status: "OPEN", lines, deliveries: [] }];
}
