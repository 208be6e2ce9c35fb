import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import type { Order } from "../orders/order.ts";
import { type FulfillmentOrderSource, findFulfillmentOrder, keep, source } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { type Piece, type PieceInput, piecesOf, putBack } from "./pieces.ts";

interface MergeInput {
  mergeIntents: { fulfillmentOrderId: string; fulfillmentOrderLineItems?: PieceInput[] | null }[];
}

type Intent = MergeInput["mergeIntents"][number];
type Part = FulfillmentOrderSource & { pieces: Piece[] };

/** fulfillmentOrderMerge: all that are asked for or none. The first named of each takes in the others. */
export function fulfillmentOrderMerge(
  _source: unknown,
  { fulfillmentOrderMergeInputs: inputs }: { fulfillmentOrderMergeInputs: MergeInput[] },
  context: Context,
) {
  const refuse = (error: UserError) => ({ fulfillmentOrderMerges: null, userErrors: [error] });
  const empty = nothingNamed(inputs);
  if (empty) return refuse(empty);
  const groups = inputs.map(({ mergeIntents }) => partsOf(context, mergeIntents));
  const wrong = groups.find((group) => "message" in group);
  if (wrong) return refuse(wrong);
  return {
    fulfillmentOrderMerges: groups.flatMap((group) => ("message" in group ? [] : apply(context, group))),
    userErrors: [],
  };
}

/** Whether two may become one: of one order, at one place, both open and not held. */
export function isMergeable(order: Order, one: FulfillmentOrder, other: FulfillmentOrder): boolean {
  return (
    order.fulfillmentOrders.includes(one) &&
    order.fulfillmentOrders.includes(other) &&
    one.locationId === other.locationId &&
    one.status === "OPEN" &&
    other.status === "OPEN"
  );
}

function nothingNamed(inputs: readonly MergeInput[]): UserError | undefined {
  for (const [index, { mergeIntents }] of inputs.entries())
    for (const [place, { fulfillmentOrderLineItems: wishes }] of mergeIntents.entries()) {
      const line = (wishes ?? []).findIndex(({ quantity }) => quantity < 1);
      if (line < 0) continue;
      const at = ["mergeIntents", String(place), "fulfillmentOrderLineItems", String(line), "quantity"];
      return userError(
        ["fulfillmentOrderMergeInputs", String(index), ...at],
        "You must select at least one item to merge into a new fulfillment order.",
        "GREATER_THAN",
      );
    }
  return undefined;
}

function partsOf(context: Context, intents: readonly Intent[]): Part[] | UserError {
  const parts: Part[] = [];
  for (const intent of intents) {
    const found = findFulfillmentOrder(context, intent.fulfillmentOrderId);
    if (!found) return userError(null, "Fulfillment order does not exist.", "FULFILLMENT_ORDER_NOT_FOUND");
    const { fulfillmentOrder } = found;
    const first = parts[0]?.fulfillmentOrder ?? fulfillmentOrder;
    if (!isMergeable(found.order, first, fulfillmentOrder))
      return userError(
        null,
        `Fulfillment order: ${fulfillmentOrder.id} is currently not in a mergeable state.`,
      );
    const pieces = piecesOf(fulfillmentOrder, intent.fulfillmentOrderLineItems);
    if (typeof pieces === "string") return userError(null, pieces);
    parts.push({ ...found, pieces });
  }
  return parts;
}

function apply(context: Context, [first, ...others]: Part[]) {
  if (!first) return [];
  const { order, fulfillmentOrder } = first;
  for (const other of others) putBack(context.shop, fulfillmentOrder, other.fulfillmentOrder, other.pieces);
  keep(context, "merged", order, fulfillmentOrder, ...others.map((other) => other.fulfillmentOrder));
  return [{ fulfillmentOrder: source(order, fulfillmentOrder) }];
}
