import type { Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { fulfillmentOrderCancel } from "./cancel.ts";
import { setFulfillmentDeadline } from "./deadline.ts";
import { fulfillmentOrderHold } from "./hold.ts";
import { fulfillmentOrderMerge } from "./merge.ts";
import { fulfillmentOrderMove } from "./move.ts";
import { progressMutations } from "./progress.ts";
import { fulfillmentOrderReleaseHold } from "./release-hold.ts";
import { requestMutations } from "./requests.ts";
import { fulfillmentOrderSplit } from "./split.ts";

interface PickupInput {
  lineItemsByFulfillmentOrder: { fulfillmentOrderId: string }[];
}

export const fulfillmentOrderMutations: Resolvers[string] = {
  ...progressMutations,
  ...requestMutations,
  fulfillmentOrderHold,
  fulfillmentOrderReleaseHold,
  fulfillmentOrderMove,
  fulfillmentOrderSplit,
  fulfillmentOrderMerge,
  fulfillmentOrderCancel,
  fulfillmentOrdersSetFulfillmentDeadline: setFulfillmentDeadline,
  /** Nothing here is picked up at a shop, and that is what Shopify says of whatever is sent. */
  fulfillmentOrderLineItemsPreparedForPickup: (_source, { input }: { input: PickupInput }) => ({
    userErrors: input.lineItemsByFulfillmentOrder.map(({ fulfillmentOrderId }, index) =>
      userError(
        ["input", "lineItemsByFulfillmentOrder", String(index), "fulfillmentOrderId"],
        `Invalid fulfillment_order_id provided ${fulfillmentOrderId.replace(/^.*\//, "")}`,
        "FULFILLMENT_ORDER_INVALID",
      ),
    ),
  }),
};
