import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, gid, idIn } from "../graphql/gid.ts";
import { fulfillmentCreate } from "./fulfillment-create.ts";
import type { FulfillmentSource } from "./fulfillment-resolvers.ts";
import { touched } from "./touched.ts";
import { type TrackingInput, trackingOf } from "./tracking.ts";

interface EventInput {
  fulfillmentId: string;
  status: string;
  message?: string | null;
  happenedAt?: string | null;
  city?: string | null;
  country?: string | null;
  province?: string | null;
  zip?: string | null;
  address1?: string | null;
}

interface TrackingArguments {
  fulfillmentId: string;
  trackingInfoInput: TrackingInput;
}

export const fulfillmentMutations: Resolvers[string] = {
  fulfillmentCreate,
  fulfillmentCreateV2: fulfillmentCreate,
  /** Canceling twice changes nothing, as recorded; what was sent can be sent again. */
  fulfillmentCancel: (_source, { id }: { id: string }, context) => {
    const found = fulfillmentBy(context, id);
    if (!found) return { fulfillment: null, userErrors: [userError(["id"], "Fulfillment not found.")] };
    const { order, fulfillment } = found;
    fulfillment.status = "CANCELLED";
    touched(context, order);
    return { fulfillment: as("Fulfillment", { order, fulfillment }), userErrors: [] };
  },
  fulfillmentTrackingInfoUpdate: updateTracking,
  fulfillmentTrackingInfoUpdateV2: updateTracking,
  fulfillmentEventCreate: (_source, { fulfillmentEvent }: { fulfillmentEvent: EventInput }, context) => {
    const found = fulfillmentBy(context, fulfillmentEvent.fulfillmentId);
    if (!found) {
      const field = ["fulfillmentEvent", "fulfillmentId"];
      return { fulfillmentEvent: null, userErrors: [userError(field, "Fulfillment does not exist.")] };
    }
    const now = context.world.nowText();
    const happenedAt = fulfillmentEvent.happenedAt ?? now;
    if (fulfillmentEvent.status === "DELIVERED") found.fulfillment.deliveredAt = happenedAt;
    touched(context, found.order);
    const id = gid("FulfillmentEvent", context.world.nextId("FulfillmentEvent"));
    return {
      fulfillmentEvent: as("FulfillmentEvent", { ...fulfillmentEvent, id, happenedAt, createdAt: now }),
      userErrors: [],
    };
  },
};

function updateTracking(_source: unknown, args: TrackingArguments, context: Context) {
  const found = fulfillmentBy(context, args.fulfillmentId);
  if (!found)
    return { fulfillment: null, userErrors: [userError(["fulfillmentId"], "Fulfillment does not exist.")] };
  found.fulfillment.tracking = trackingOf(args.trackingInfoInput);
  touched(context, found.order);
  return { fulfillment: as("Fulfillment", found), userErrors: [] };
}

function fulfillmentBy({ shop }: Context, id: string): FulfillmentSource | undefined {
  const number = idIn(id, "Fulfillment");
  const order = shop.orders.find((entry) => entry.fulfillments.some((one) => one.id === number));
  const fulfillment = order?.fulfillments.find((one) => one.id === number);
  return order && fulfillment ? { order, fulfillment } : undefined;
}
