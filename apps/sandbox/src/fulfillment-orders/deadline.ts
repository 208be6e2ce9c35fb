import type { Context } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { toSecond } from "../world/clock.ts";
import { findFulfillmentOrder, keep } from "./find.ts";

interface DeadlineArguments {
  fulfillmentOrderIds: string[];
  fulfillmentDeadline: string;
}

/** fulfillmentOrdersSetFulfillmentDeadline: for all that are named or none; closed ones take it too. */
export function setFulfillmentDeadline(_source: unknown, args: DeadlineArguments, context: Context) {
  const found = args.fulfillmentOrderIds.map((id) => findFulfillmentOrder(context, id));
  const known = found.filter((entry) => entry !== undefined);
  if (known.length < found.length)
    return { success: false, userErrors: [userError(null, "Fulfillment orders could not be found.")] };
  for (const { order, fulfillmentOrder } of known) {
    fulfillmentOrder.fulfillBy = toSecond(new Date(args.fulfillmentDeadline));
    keep(context, null, order, fulfillmentOrder);
  }
  return { success: true, userErrors: [] };
}
