import type { Context } from "../graphql/context.ts";
import { Refusal, type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import type { FulfillmentOrder, Order } from "./order.ts";
import { sendOut } from "./send-out.ts";
import { touched } from "./touched.ts";
import { type TrackingInput, trackingOf } from "./tracking.ts";

export interface FulfillmentInput {
  trackingInfo?: TrackingInput | null;
  lineItemsByFulfillmentOrder: {
    fulfillmentOrderId: string;
    fulfillmentOrderLineItems?: { id: string; quantity: number }[] | null;
  }[];
}

type Wish = FulfillmentInput["lineItemsByFulfillmentOrder"][number];

interface Group {
  wish: Wish;
  order: Order;
  fulfillmentOrder: FulfillmentOrder;
}

type Part = FulfillmentOrder["lines"][number];

/** fulfillmentCreate, with the checks in the order recorded: quantities, then what exists, then what fits together. */
export function fulfillmentCreate(
  _source: unknown,
  { fulfillment: input }: { fulfillment: FulfillmentInput },
  context: Context,
) {
  const refuse = (error: UserError) => ({ fulfillment: null, userErrors: [error] });
  const empty = notPositive(input);
  if (empty) return refuse(empty);
  const groups = input.lineItemsByFulfillmentOrder.map((wish) => groupOf(context, wish));
  const known = groups.filter((group) => group !== undefined);
  const [order] = known.map((group) => group.order);
  if (!order || known.length < groups.length)
    return refuse(userError(["fulfillment"], "Fulfillment order does not exist."));
  const apart = whyNotTogether(known);
  if (apart) return refuse(userError(["fulfillment"], apart));
  const parts = known.flatMap(partsOf);
  if (parts.some(({ line }) => !line))
    return refuse(userError(["fulfillment"], "Fulfillment order line item does not exist."));
  const pieces = parts.flatMap(({ line, quantity }) => (line ? [{ line, quantity }] : []));
  if (pieces.length === 0 || pieces.some(({ line, quantity }) => quantity > line.remainingQuantity))
    return refuse(userError(["fulfillment"], "Invalid fulfillment order line item quantity requested."));
  const wanted = pieces.map(({ line, quantity }) => ({ lineId: line.lineId, quantity }));
  const fulfillment = sendOut(context, order, wanted, trackingOf(input.trackingInfo));
  touched(context, order);
  return { fulfillment: as("Fulfillment", { order, fulfillment }), userErrors: [] };
}

function notPositive(input: FulfillmentInput): UserError | undefined {
  for (const [index, wish] of input.lineItemsByFulfillmentOrder.entries())
    for (const [place, part] of (wish.fulfillmentOrderLineItems ?? []).entries())
      if (part.quantity < 1) {
        const at = ["lineItemsByFulfillmentOrder", String(index), "fulfillmentOrderLineItems", String(place)];
        return userError(["fulfillment", ...at, "quantity"], "Quantity must be greater than 0");
      }
  return undefined;
}

function groupOf({ shop }: Context, wish: Wish): Group | undefined {
  const number = idIn(wish.fulfillmentOrderId, "FulfillmentOrder");
  if (number === 0) throw new Refusal("invalid id", "RESOURCE_NOT_FOUND");
  const order = shop.orders.find((entry) => entry.fulfillmentOrders.some(({ id }) => id === number));
  const fulfillmentOrder = order?.fulfillmentOrders.find(({ id }) => id === number);
  return order && fulfillmentOrder ? { wish, order, fulfillmentOrder } : undefined;
}

function whyNotTogether(groups: readonly Group[]): string | undefined {
  const orders = [...new Set(groups.map(({ order }) => order.id))];
  if (orders.length > 1)
    return `All fulfillment orders must belong to the same order. Multiple orders with ids [${orders.join(", ")}] were found.`;
  const locations = [...new Set(groups.map(({ fulfillmentOrder }) => fulfillmentOrder.locationId))];
  if (locations.length > 1)
    return `All fulfillment orders must be assigned to a single location. Multiple locations with ids [${locations.join(", ")}] were found.`;
  const closed = groups.find(
    ({ fulfillmentOrder }) => !["OPEN", "IN_PROGRESS"].includes(fulfillmentOrder.status),
  );
  return closed
    ? `Fulfillment order ${closed.fulfillmentOrder.id} has an unfulfillable status= ${closed.fulfillmentOrder.status.toLowerCase()}.`
    : undefined;
}

function partsOf({ wish, fulfillmentOrder }: Group): { line: Part | undefined; quantity: number }[] {
  if (!wish.fulfillmentOrderLineItems?.length)
    return fulfillmentOrder.lines
      .filter((line) => line.remainingQuantity > 0)
      .map((line) => ({ line, quantity: line.remainingQuantity }));
  return wish.fulfillmentOrderLineItems.map((part) => ({
    line: fulfillmentOrder.lines.find(({ id }) => id === idIn(part.id, "FulfillmentOrderLineItem")),
    quantity: part.quantity,
  }));
}
