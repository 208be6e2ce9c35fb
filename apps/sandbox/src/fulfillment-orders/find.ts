import type { Context } from "../graphql/context.ts";
import { Refusal } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { schemaKey } from "../graphql/schema-key.ts";
import type { Order } from "../orders/order.ts";
import { touched } from "../orders/touched.ts";
import { announceFulfillmentOrder } from "../webhooks/announce.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";

export interface FulfillmentOrderSource {
  order: Order;
  fulfillmentOrder: FulfillmentOrder;
  /** Asked for by its id, without the others of its order: it is not said to be mergeable then. */
  alone?: boolean;
}

export function findFulfillmentOrder({ shop }: Context, id: string): FulfillmentOrderSource | undefined {
  const number = idIn(id, "FulfillmentOrder");
  const order = shop.orders.find((entry) => entry.fulfillmentOrders.some((one) => one.id === number));
  const fulfillmentOrder = order?.fulfillmentOrders.find((one) => one.id === number);
  return order && fulfillmentOrder ? { order, fulfillmentOrder } : undefined;
}

/** The same where an unknown id fails the whole field. */
export function fulfillmentOrderNamed(context: Context, id: string): FulfillmentOrderSource {
  const found = findFulfillmentOrder(context, id);
  if (found) return found;
  throw new Refusal(
    schemaKey(context.version) < "2026-04" ? "invalid id" : `Invalid id: ${id}`,
    "RESOURCE_NOT_FOUND",
  );
}

/** Keeps what changed, and tells apps of the first one what happened to it. */
export function keep(
  context: Context,
  topic: string | null,
  order: Order,
  ...changed: FulfillmentOrder[]
): void {
  for (const entry of changed) entry.updatedAt = context.world.nowText();
  touched(context, order);
  if (topic && changed[0]) announceFulfillmentOrder(context.shop, topic, changed[0]);
}

export function source(order: Order, fulfillmentOrder: FulfillmentOrder | null | undefined) {
  return fulfillmentOrder ? as("FulfillmentOrder", { order, fulfillmentOrder }) : null;
}
