import type { Context } from "../graphql/context.ts";
import type { Order } from "./order.ts";
import { financialStatus, fulfillmentStatus } from "./status.ts";

/** As recorded: an order that is paid and wholly sent goes to the archive by itself. */
export function closeWhenDone({ world }: Context, order: Order): void {
  if (fulfillmentStatus(order) === "FULFILLED" && financialStatus(order) === "PAID")
    order.closedAt ??= world.nowText();
}
