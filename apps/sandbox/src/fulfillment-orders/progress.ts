import type { Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { fulfillmentOrderNamed, keep, source } from "./find.ts";
import { isAtService } from "./requests.ts";

interface Named {
  id: string;
}

const refuse = (message: string) => ({ fulfillmentOrder: null, userErrors: [userError(null, message)] });

/** Work on it begins, or did not begin after all. */
export const progressMutations: Resolvers[string] = {
  fulfillmentOrderReportProgress: (_source, { id }: Named, context) => {
    const { order, fulfillmentOrder } = fulfillmentOrderNamed(context, id);
    if (!["OPEN", "IN_PROGRESS"].includes(fulfillmentOrder.status))
      return refuse("Cannot report progress on a fulfillment order in this state.");
    fulfillmentOrder.status = "IN_PROGRESS";
    keep(context, "progress_reported", order, fulfillmentOrder);
    return { fulfillmentOrder: source(order, fulfillmentOrder), userErrors: [] };
  },
  fulfillmentOrderOpen: (_source, { id }: Named, context) => {
    const { order, fulfillmentOrder } = fulfillmentOrderNamed(context, id);
    const { status } = fulfillmentOrder;
    if (!["IN_PROGRESS", "SCHEDULED"].includes(status))
      return refuse(`Expected fulfillment order status to be valid but it was ${status.toLowerCase()}.`);
    fulfillmentOrder.status = "OPEN";
    keep(context, "manually_reported_progress_stopped", order, fulfillmentOrder);
    return { fulfillmentOrder: source(order, fulfillmentOrder), userErrors: [] };
  },
  /** No order here is scheduled: nothing is sold for later. */
  fulfillmentOrderReschedule: (_source, { id }: Named, context) => {
    fulfillmentOrderNamed(context, id);
    return refuse("Fulfillment order must be scheduled.");
  },
  /** Only a fulfillment service can give an order back unfinished. */
  fulfillmentOrderClose: (_source, { id }: Named, context) => {
    const { order, fulfillmentOrder } = fulfillmentOrderNamed(context, id);
    if (!isAtService(context.shop, fulfillmentOrder))
      return refuse("The fulfillment order's assigned fulfillment service must be of api type");
    if (fulfillmentOrder.status !== "IN_PROGRESS")
      return refuse("The fulfillment order must be in progress.");
    Object.assign(fulfillmentOrder, { status: "INCOMPLETE", requestStatus: "CLOSED" });
    keep(context, "fulfillment_service_failed_to_complete", order, fulfillmentOrder);
    return { fulfillmentOrder: source(order, fulfillmentOrder), userErrors: [] };
  },
};
