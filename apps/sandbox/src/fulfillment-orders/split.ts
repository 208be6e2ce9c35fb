import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { type FulfillmentOrderSource, findFulfillmentOrder, keep, source } from "./find.ts";
import { besides } from "./open-fulfillment-order.ts";
import { type Piece, type PieceInput, piecesOf, takeOut, tooMany, without } from "./pieces.ts";

interface SplitInput {
  fulfillmentOrderId: string;
  fulfillmentOrderLineItems: PieceInput[];
}

type Split = FulfillmentOrderSource & { pieces: Piece[] };

/** fulfillmentOrderSplit: all that are asked for or none. The pieces named leave for a new one. */
export function fulfillmentOrderSplit(
  _source: unknown,
  { fulfillmentOrderSplits: inputs }: { fulfillmentOrderSplits: SplitInput[] },
  context: Context,
) {
  const refuse = (error: UserError) => ({ fulfillmentOrderSplits: null, userErrors: [error] });
  const empty = nothingNamed(inputs);
  if (empty) return refuse(empty);
  const splits = inputs.map((input) => splitOf(context, input));
  const wrong = splits.find((split) => "message" in split);
  if (wrong) return refuse(wrong);
  return {
    fulfillmentOrderSplits: splits.flatMap((split) => ("message" in split ? [] : apply(context, split))),
    userErrors: [],
  };
}

function nothingNamed(inputs: readonly SplitInput[]): UserError | undefined {
  for (const [index, { fulfillmentOrderLineItems: wishes }] of inputs.entries()) {
    const field = ["fulfillmentOrderSplits", String(index), "fulfillmentOrderLineItems"];
    if (wishes.length === 0)
      return userError(
        field,
        "There must be at least one item selected in this fulfillment to split it.",
        "NO_LINE_ITEMS_PROVIDED_TO_SPLIT",
      );
    const place = wishes.findIndex(({ quantity }) => quantity < 1);
    if (place >= 0)
      return userError(
        [...field, String(place), "quantity"],
        "You must select at least one item to split into a new fulfillment order.",
        "GREATER_THAN",
      );
  }
  return undefined;
}

function splitOf(context: Context, input: SplitInput): Split | UserError {
  const found = findFulfillmentOrder(context, input.fulfillmentOrderId);
  if (!found) return userError(null, "Fulfillment order does not exist.", "FULFILLMENT_ORDER_NOT_FOUND");
  if (found.fulfillmentOrder.status !== "OPEN")
    return userError(null, "The fulfillment order is not in a splittable state.");
  const pieces = piecesOf(found.fulfillmentOrder, input.fulfillmentOrderLineItems);
  if (typeof pieces === "string") return userError(null, pieces);
  return without(found.fulfillmentOrder, pieces).length === 0
    ? userError(null, tooMany)
    : { ...found, pieces };
}

function apply(context: Context, { order, fulfillmentOrder, pieces }: Split) {
  const made = besides(context.shop, fulfillmentOrder, takeOut(context.shop, fulfillmentOrder, pieces));
  order.fulfillmentOrders.push(made);
  keep(context, "split", order, fulfillmentOrder, made);
  return {
    fulfillmentOrder: source(order, fulfillmentOrder),
    remainingFulfillmentOrder: source(order, made),
    replacementFulfillmentOrder: null,
  };
}
