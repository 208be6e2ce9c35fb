import { takeBack } from "../fulfillment-orders/hand-over.ts";
import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { fulfillmentCreate } from "./fulfillment-create.ts";
import type { FulfillmentSource } from "./fulfillment-resolvers.ts";
import type { FulfillmentEvent } from "./order.ts";
import { touched } from "./touched.ts";
import { type TrackingInput, trackingOf } from "./tracking.ts";

type EventInput = Pick<FulfillmentEvent, "status"> & Partial<FulfillmentEvent> & { fulfillmentId: string };

interface TrackingArguments {
  fulfillmentId: string;
  trackingInfoInput: TrackingInput;
}

export const fulfillmentMutations: Resolvers[string] = {
  fulfillmentCreate,
  fulfillmentCreateV2: fulfillmentCreate,
  /** Canceling twice changes nothing, as recorded; what was sent can be sent again, and the order is open again. */
  fulfillmentCancel: (_source, { id }: { id: string }, context) => {
    const found = fulfillmentBy(context, id);
    if (!found) return { fulfillment: null, userErrors: [userError(["id"], "Fulfillment not found.")] };
    const { order, fulfillment } = found;
    if (fulfillment.status === "SUCCESS") {
      takeBack(context.shop, order, fulfillment);
      if (!order.cancelledAt) order.closedAt = null;
    }
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
    const event = eventOf(context, fulfillmentEvent);
    found.fulfillment.events = [...(found.fulfillment.events ?? []), event];
    if (event.status === "DELIVERED") found.fulfillment.deliveredAt = event.happenedAt;
    touched(context, found.order);
    return { fulfillmentEvent: as("FulfillmentEvent", event), userErrors: [] };
  },
};

function eventOf({ world }: Context, input: EventInput): FulfillmentEvent {
  const now = world.nowText();
  const { fulfillmentId: _of, ...said } = input;
  return {
    message: null,
    estimatedDeliveryAt: null,
    city: null,
    province: null,
    country: null,
    zip: null,
    address1: null,
    latitude: null,
    longitude: null,
    happenedAt: now,
    ...said,
    id: world.nextId("FulfillmentEvent"),
    createdAt: now,
  };
}

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
