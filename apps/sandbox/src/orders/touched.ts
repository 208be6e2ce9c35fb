import type { Context } from "../graphql/context.ts";
import { announceOrder } from "../webhooks/announce.ts";
import type { Order } from "./order.ts";

/** Keeps a changed order and tells apps. */
export function touched({ shop, world }: Context, order: Order): Order {
  order.updatedAt = world.nowText();
  shop.orders.save(order);
  announceOrder(shop, "updated", order);
  return order;
}
