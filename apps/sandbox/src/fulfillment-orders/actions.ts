import type { Context } from "../graphql/context.ts";
import type { Order } from "../orders/order.ts";
import { type FulfillmentOrder, remainingPieces } from "./fulfillment-order.ts";
import { holdsOfAnApp } from "./hold.ts";
import { isMergeable } from "./merge.ts";
import { canBeRequested } from "./requests.ts";

/** What can be done with it now, in the order recorded. */
export function supportedActions(
  context: Context,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  alone: boolean,
): string[] {
  const { status, holds = [] } = fulfillmentOrder;
  if (status === "ON_HOLD") return ["RELEASE_HOLD", ...(holds.length < holdsOfAnApp ? ["HOLD"] : []), "MOVE"];
  const splittable = remainingPieces(fulfillmentOrder) > 1 ? ["SPLIT"] : [];
  if (canBeRequested(context, fulfillmentOrder))
    return ["REQUEST_FULFILLMENT", "CREATE_FULFILLMENT", "HOLD", ...splittable, "MOVE"];
  if (status === "IN_PROGRESS") return ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "HOLD", "MARK_AS_OPEN"];
  if (status !== "OPEN") return [];
  const mergeable = order.fulfillmentOrders.some(
    (other) => other !== fulfillmentOrder && isMergeable(order, fulfillmentOrder, other),
  );
  return [
    ...["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD"],
    ...splittable,
    ...(mergeable && !alone ? ["MERGE"] : []),
  ];
}
