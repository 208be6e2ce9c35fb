import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { fulfillmentOrderNamed, keep, source } from "./find.ts";
import { besides } from "./open-fulfillment-order.ts";

/** fulfillmentOrderCancel: what it still had to send goes on in a new one, whose lines keep their ids. */
export function fulfillmentOrderCancel(_source: unknown, { id }: { id: string }, context: Context) {
  const { order, fulfillmentOrder } = fulfillmentOrderNamed(context, id);
  const refuse = (error: UserError) => ({
    fulfillmentOrder: null,
    replacementFulfillmentOrder: null,
    userErrors: [error],
  });
  if (fulfillmentOrder.status === "IN_PROGRESS")
    return refuse(
      userError(
        ["id"],
        "Cannot cancel fulfillment order that has had progress reported. Mark as unfulfilled first.",
      ),
    );
  if (fulfillmentOrder.status !== "OPEN")
    return refuse(
      userError(null, "Fulfillment order is not in cancelable request state and can't be canceled."),
    );
  const replacement = besides(context.shop, fulfillmentOrder, fulfillmentOrder.lines);
  fulfillmentOrder.lines = [];
  fulfillmentOrder.status = "CLOSED";
  order.fulfillmentOrders.push(replacement);
  keep(context, "cancelled", order, fulfillmentOrder);
  return {
    fulfillmentOrder: source(order, fulfillmentOrder),
    replacementFulfillmentOrder: source(order, replacement),
    userErrors: [],
  };
}
