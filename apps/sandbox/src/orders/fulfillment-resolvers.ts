import { serviceSource, servicesOf } from "../fulfillment-services/fulfillment-service-resolvers.ts";
import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolvers } from "../graphql/context.ts";
import { as, gid } from "../graphql/gid.ts";
import { bag, scalar } from "../graphql/money.ts";
import { divideHalfUp } from "../money/amount.ts";
import type { FulfilledLine } from "../returns/find.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { Fulfillment, FulfillmentEvent, Order } from "./order.ts";
import { totalBeforeOrderDiscounts } from "./totals.ts";
import { trackingSources } from "./tracking.ts";

export interface FulfillmentSource {
  order: Order;
  fulfillment: Fulfillment;
}

const discounted = ({ line, quantity }: FulfilledLine) =>
  divideHalfUp(totalBeforeOrderDiscounts(line) * BigInt(quantity), BigInt(line.quantity));

/** What the carrier told last, if it told anything. */
function displayStatus({ status, events = [], deliveredAt }: Fulfillment): string {
  if (status === "CANCELLED") return "CANCELED";
  return events.at(-1)?.status ?? (deliveredAt ? "DELIVERED" : "FULFILLED");
}

/** Where it was sent from: the place its pieces were to be sent from. */
function placeOf({ order, fulfillment: { taken = [] } }: FulfillmentSource, shop: ShopWorld) {
  const from = order.fulfillmentOrders.find(({ lines }) => lines.some(({ id }) => id === taken[0]?.from));
  return shop.locations.get(from?.locationId) ?? shop.locations.all()[0];
}

export const fulfillmentResolvers: Resolvers = {
  Fulfillment: {
    id: ({ fulfillment }: FulfillmentSource) => gid("Fulfillment", fulfillment.id),
    legacyResourceId: ({ fulfillment }: FulfillmentSource) => String(fulfillment.id),
    name: ({ fulfillment }: FulfillmentSource) => fulfillment.name,
    status: ({ fulfillment }: FulfillmentSource) => fulfillment.status,
    displayStatus: ({ fulfillment }: FulfillmentSource) => displayStatus(fulfillment),
    createdAt: ({ fulfillment }: FulfillmentSource) => fulfillment.at,
    updatedAt: ({ fulfillment }: FulfillmentSource) => fulfillment.deliveredAt ?? fulfillment.at,
    deliveredAt: ({ fulfillment }: FulfillmentSource) => fulfillment.deliveredAt,
    inTransitAt: ({ fulfillment }: FulfillmentSource) =>
      fulfillment.events?.find(({ status }) => status === "IN_TRANSIT")?.happenedAt ?? null,
    estimatedDeliveryAt: ({ fulfillment }: FulfillmentSource) =>
      fulfillment.events?.findLast((event) => event.estimatedDeliveryAt)?.estimatedDeliveryAt ?? null,
    events: ({ fulfillment }: FulfillmentSource, args: PageArguments) =>
      connection(fulfillment.events ?? [], args, { idOf: (event) => event.id }),
    order: ({ order }: FulfillmentSource) => order,
    location: (source: FulfillmentSource, _args, { shop }) => placeOf(source, shop) ?? null,
    service: (source: FulfillmentSource, _args, { shop }) =>
      serviceSource(placeOf(source, shop)) ?? servicesOf(shop)[0],
    requiresShipping: () => true,
    totalQuantity: ({ fulfillment }: FulfillmentSource) =>
      fulfillment.lines.reduce((all, part) => all + part.quantity, 0),
    trackingInfo: ({ fulfillment }: FulfillmentSource, args: { first?: number | null }) =>
      trackingSources(fulfillment).slice(0, args.first ?? 250),
    fulfillmentLineItems: ({ order, fulfillment }: FulfillmentSource, args: PageArguments) =>
      connection(
        fulfillment.lines.map((part) =>
          as("FulfillmentLineItem", {
            order,
            fulfillment,
            fulfillmentLineId: part.id,
            quantity: part.quantity,
            line: order.lines.find((line) => line.id === part.lineId),
          }),
        ),
        args,
        { idOf: (source) => source.fulfillmentLineId },
      ),
  },
  FulfillmentEvent: {
    id: (event: FulfillmentEvent) => gid("FulfillmentEvent", event.id),
  },
  FulfillmentLineItem: {
    id: (source: FulfilledLine) => gid("FulfillmentLineItem", source.fulfillmentLineId),
    lineItem: ({ order, line }: FulfilledLine) => as("LineItem", { order, line }),
    originalTotalSet: ({ order, line, quantity }: FulfilledLine) =>
      bag(order, line.unitPrice * BigInt(quantity)),
    originalTotal: ({ order, line, quantity }: FulfilledLine) =>
      scalar(order, line.unitPrice * BigInt(quantity)),
    discountedTotalSet: (source: FulfilledLine) => bag(source.order, discounted(source)),
    discountedTotal: (source: FulfilledLine) => scalar(source.order, discounted(source)),
  },
};
