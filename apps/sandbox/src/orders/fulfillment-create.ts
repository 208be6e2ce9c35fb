import { type FulfillmentOrderSource, findFulfillmentOrder } from "../fulfillment-orders/find.ts";
import { type PieceInput, piecesOf, tooMany } from "../fulfillment-orders/pieces.ts";
import type { Context } from "../graphql/context.ts";
import { Refusal, type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { closeWhenDone } from "./close-when-done.ts";
import { sendOut } from "./send-out.ts";
import { touched } from "./touched.ts";
import { type TrackingInput, trackingOf } from "./tracking.ts";

export interface FulfillmentInput {
  trackingInfo?: TrackingInput | null;
  lineItemsByFulfillmentOrder: {
    fulfillmentOrderId: string;
    fulfillmentOrderLineItems?: PieceInput[] | null;
  }[];
}

type Wish = FulfillmentInput["lineItemsByFulfillmentOrder"][number];

interface Group extends FulfillmentOrderSource {
  wish: Wish;
}

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
  const asked = known.map(({ wish, fulfillmentOrder }) =>
    piecesOf(fulfillmentOrder, wish.fulfillmentOrderLineItems),
  );
  const wrong = asked.find((pieces) => typeof pieces === "string");
  if (wrong) return refuse(userError(["fulfillment"], wrong));
  const pieces = asked.flatMap((entry) => (typeof entry === "string" ? [] : entry));
  if (pieces.length === 0) return refuse(userError(["fulfillment"], tooMany));
  const fulfillment = sendOut(context, order, pieces, trackingOf(input.trackingInfo));
  closeWhenDone(context, order);
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

function groupOf(context: Context, wish: Wish): Group | undefined {
  if (idIn(wish.fulfillmentOrderId, "FulfillmentOrder") === 0)
    throw new Refusal("invalid id", "RESOURCE_NOT_FOUND");
  const found = findFulfillmentOrder(context, wish.fulfillmentOrderId);
  return found && { wish, ...found };
}

function whyNotTogether(groups: readonly Group[]): string | undefined {
  const orders = [...new Set(groups.map(({ order }) => order.id))].sort((a, b) => a - b);
  if (orders.length > 1)
    return `All fulfillment orders must belong to the same order. Multiple orders with ids [${orders.join(", ")}] were found.`;
  const locations = [...new Set(groups.map(({ fulfillmentOrder }) => fulfillmentOrder.locationId))].sort(
    (a, b) => a - b,
  );
  if (locations.length > 1)
    return `All fulfillment orders must be assigned to a single location. Multiple locations with ids [${locations.join(", ")}] were found.`;
  const closed = groups.find(
    ({ fulfillmentOrder }) => !["OPEN", "IN_PROGRESS"].includes(fulfillmentOrder.status),
  );
  return closed
    ? `Fulfillment order ${closed.fulfillmentOrder.id} has an unfulfillable status= ${closed.fulfillmentOrder.status.toLowerCase()}.`
    : undefined;
}
