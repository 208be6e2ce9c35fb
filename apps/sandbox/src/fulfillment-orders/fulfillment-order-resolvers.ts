import type { GraphQLEnumType, GraphQLResolveInfo } from "graphql";
import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolvers } from "../graphql/context.ts";
import { as, gid } from "../graphql/gid.ts";
import { appOf } from "../oauth/app-resolvers.ts";
import type { Order, OrderLine } from "../orders/order.ts";
import { supportedActions } from "./actions.ts";
import type { FulfillmentOrderSource } from "./find.ts";
import type { FulfillmentHold, FulfillmentOrderLine, MerchantRequest } from "./fulfillment-order.ts";
import { isMergeable } from "./merge.ts";

interface LineSource {
  order: Order;
  part: FulfillmentOrderLine;
  line: OrderLine;
}

export const fulfillmentOrderResolvers: Resolvers = {
  FulfillmentOrder: {
    id: ({ fulfillmentOrder }: FulfillmentOrderSource) => gid("FulfillmentOrder", fulfillmentOrder.id),
    status: ({ fulfillmentOrder }: FulfillmentOrderSource) => fulfillmentOrder.status,
    requestStatus: ({ fulfillmentOrder }: FulfillmentOrderSource) =>
      fulfillmentOrder.requestStatus ?? "UNSUBMITTED",
    merchantRequests: (
      { order, fulfillmentOrder }: FulfillmentOrderSource,
      args: PageArguments & { kind?: string | null },
    ) =>
      connection(
        (fulfillmentOrder.requests ?? [])
          .filter(({ kind }) => !args.kind || kind === args.kind)
          .map((request) => ({ ...request, fulfillmentOrder: { order, fulfillmentOrder } })),
        args,
        { idOf: (request) => request.id },
      ),
    order: ({ order }: FulfillmentOrderSource) => order,
    orderId: ({ order }: FulfillmentOrderSource) => gid("Order", order.id),
    orderName: ({ order }: FulfillmentOrderSource) => order.name,
    orderProcessedAt: ({ order }: FulfillmentOrderSource) => order.processedAt,
    createdAt: ({ order }: FulfillmentOrderSource) => order.createdAt,
    updatedAt: ({ order, fulfillmentOrder }: FulfillmentOrderSource) =>
      fulfillmentOrder.updatedAt ?? order.updatedAt,
    fulfillAt: ({ fulfillmentOrder }: FulfillmentOrderSource) => fulfillmentOrder.fulfillAt ?? null,
    fulfillBy: ({ fulfillmentOrder }: FulfillmentOrderSource) => fulfillmentOrder.fulfillBy ?? null,
    fulfillmentHolds: ({ fulfillmentOrder }: FulfillmentOrderSource) =>
      (fulfillmentOrder.holds ?? []).map((hold) => as("FulfillmentHold", hold)),
    /** A version that does not know an action yet is not told of it. */
    supportedActions: (
      { order, fulfillmentOrder, alone = false }: FulfillmentOrderSource,
      _args,
      context,
      { schema }: GraphQLResolveInfo,
    ) => {
      const known = schema.getType("FulfillmentOrderAction") as GraphQLEnumType;
      return supportedActions(context, order, fulfillmentOrder, alone)
        .filter((action) => known.getValue(action))
        .map((action) => ({ action, externalUrl: null }));
    },
    fulfillmentOrdersForMerge: ({ order, fulfillmentOrder }: FulfillmentOrderSource, args: PageArguments) =>
      connection(
        order.fulfillmentOrders
          .filter((other) => other !== fulfillmentOrder && isMergeable(order, fulfillmentOrder, other))
          .map((other) => ({ order, fulfillmentOrder: other })),
        args,
        { idOf: (entry) => entry.fulfillmentOrder.id },
      ),
    fulfillments: ({ order, fulfillmentOrder }: FulfillmentOrderSource, args: PageArguments) => {
      const own = fulfillmentOrder.lines.map(({ id }) => id);
      return connection(
        order.fulfillments
          .filter(({ taken = [] }) => taken.some(({ from }) => own.includes(from)))
          .map((fulfillment) => as("Fulfillment", { order, fulfillment })),
        args,
        { idOf: (entry) => entry.fulfillment.id },
      );
    },
    assignedLocation: ({ fulfillmentOrder }: FulfillmentOrderSource, _args, { shop }) => {
      const location = shop.locations.get(fulfillmentOrder.locationId);
      return {
        name: location?.name ?? "",
        countryCode: location?.country ?? "US",
        location: location ?? null,
      };
    },
    lineItems: ({ order, fulfillmentOrder }: FulfillmentOrderSource, args: PageArguments) =>
      connection(
        fulfillmentOrder.lines.map((part) => ({
          order,
          part,
          line: order.lines.find((line) => line.id === part.lineId),
        })),
        args,
        { idOf: (entry) => entry.part.id },
      ),
  },
  FulfillmentOrderMerchantRequest: {
    id: ({ id }: MerchantRequest) => gid("FulfillmentOrderMerchantRequest", id),
  },
  FulfillmentHold: {
    id: (hold: FulfillmentHold) => gid("FulfillmentHold", hold.id),
    displayReason: (hold: FulfillmentHold) => displayReasons[hold.reason] ?? "Other",
    heldByApp: (hold: FulfillmentHold, _args, { shop }) => {
      const installation = shop.installations.get(hold.installationId);
      return installation ? appOf(installation) : null;
    },
    heldByRequestingApp: (hold: FulfillmentHold, _args, { installation }) =>
      hold.installationId === installation.id,
  },
  FulfillmentOrderLineItem: {
    id: ({ part }: LineSource) => gid("FulfillmentOrderLineItem", part.id),
    totalQuantity: ({ part }: LineSource) => part.totalQuantity,
    remainingQuantity: ({ part }: LineSource) => part.remainingQuantity,
    lineItem: ({ order, line }: LineSource) => as("LineItem", { order, line }),
    productTitle: ({ line }: LineSource) => line.title,
    requiresShipping: ({ line }: LineSource) => line.requiresShipping,
    sku: ({ line }: LineSource) => line.sku,
    variantTitle: ({ line }: LineSource) => line.variantTitle,
    vendor: ({ line }: LineSource) => line.vendor,
  },
};

/** "Other" and the one of exchanges are recorded. */
const displayReasons: Record<string, string> = {
  AWAITING_PAYMENT: "Awaiting payment",
  AWAITING_RETURN_ITEMS: "Exchange items awaiting return delivery",
  HIGH_RISK_OF_FRAUD: "High risk of fraud",
  INCORRECT_ADDRESS: "Incorrect address",
  INVENTORY_OUT_OF_STOCK: "Inventory out of stock",
  ONLINE_STORE_POST_PURCHASE_CROSS_SELL: "Upsell offer",
  UNKNOWN_DELIVERY_DATE: "Unknown delivery date",
};
