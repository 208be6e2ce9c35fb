import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as } from "../graphql/gid.ts";
import { fulfillmentOrderNamed, keep, source } from "./find.ts";
import { type FulfillmentHold, type FulfillmentOrder, isHeld } from "./fulfillment-order.ts";
import { besides } from "./open-fulfillment-order.ts";
import { type PieceInput, piecesOf, takeOut, without } from "./pieces.ts";

interface HoldInput {
  reason: string;
  reasonNotes?: string | null;
  handle?: string | null;
  fulfillmentOrderLineItems?: PieceInput[] | null;
}

export const holdsOfAnApp = 10;

/** fulfillmentOrderHold: of all its pieces, or of some; the others go to a fulfillment order of their own then. */
export function fulfillmentOrderHold(
  _source: unknown,
  { id, fulfillmentHold: input }: { id: string; fulfillmentHold: HoldInput },
  context: Context,
) {
  const { order, fulfillmentOrder } = fulfillmentOrderNamed(context, id);
  const refuse = (error: UserError) => ({
    fulfillmentHold: null,
    fulfillmentOrder: null,
    remainingFulfillmentOrder: null,
    userErrors: [error],
  });
  const why = whyNot(context, fulfillmentOrder, input);
  if (why) return refuse(why);
  const pieces = piecesOf(fulfillmentOrder, input.fulfillmentOrderLineItems);
  if (typeof pieces === "string")
    return refuse(userError(["fulfillmentHold", "fulfillmentOrderLineItems"], pieces));
  const rest = without(fulfillmentOrder, pieces);
  const leftOver =
    rest.length === 0
      ? undefined
      : besides(context.shop, fulfillmentOrder, takeOut(context.shop, fulfillmentOrder, rest), {
          leftOverOf: fulfillmentOrder.id,
        });
  if (leftOver) order.fulfillmentOrders.push(leftOver);
  const hold = holdOf(context, input);
  fulfillmentOrder.holds = [...(fulfillmentOrder.holds ?? []), hold];
  fulfillmentOrder.status = "ON_HOLD";
  keep(context, "placed_on_hold", order, fulfillmentOrder);
  return {
    fulfillmentHold: as("FulfillmentHold", hold),
    fulfillmentOrder: source(order, fulfillmentOrder),
    remainingFulfillmentOrder: source(order, leftOver),
    userErrors: [],
  };
}

/** In the order recorded: the pieces named, then the app's own holds, then what it can be split into. */
function whyNot(
  { installation }: Context,
  fulfillmentOrder: FulfillmentOrder,
  input: HoldInput,
): UserError | undefined {
  const wishes = input.fulfillmentOrderLineItems ?? [];
  const field = ["fulfillmentHold", "fulfillmentOrderLineItems"];
  const empty = wishes.findIndex(({ quantity }) => quantity < 1);
  if (empty >= 0)
    return userError(
      [...field, String(empty), "quantity"],
      "You must select at least one item to place on partial hold.",
      "GREATER_THAN_ZERO",
    );
  if (new Set(wishes.map(({ id }) => id)).size < wishes.length)
    return userError(field, "must contain unique line item ids", "DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS");
  const own = (fulfillmentOrder.holds ?? []).filter((hold) => hold.installationId === installation.id);
  if (own.some(({ handle }) => handle === (input.handle ?? "")))
    return userError(
      ["fulfillmentHold", "handle"],
      "The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.",
      "DUPLICATE_FULFILLMENT_HOLD_HANDLE",
    );
  if (own.length >= holdsOfAnApp)
    return userError(
      ["id"],
      `The maximum number of fulfillment holds for this fulfillment order has been reached for this app. An app can only have up to ${holdsOfAnApp} holds on a single fulfillment order at any one time.`,
      "FULFILLMENT_ORDER_HOLD_LIMIT_REACHED",
    );
  if (wishes.length > 0 && isHeld(fulfillmentOrder))
    return userError(
      field,
      "The fulfillment order is not in a splittable state.",
      "FULFILLMENT_ORDER_NOT_SPLITTABLE",
    );
  return ["OPEN", "IN_PROGRESS", "ON_HOLD"].includes(fulfillmentOrder.status)
    ? undefined
    : userError(["id"], "The fulfillment order is not in a holdable state.");
}

function holdOf({ world, installation }: Context, input: HoldInput): FulfillmentHold {
  return {
    id: world.nextId("FulfillmentHold"),
    handle: input.handle ?? "",
    reason: input.reason,
    reasonNotes: input.reasonNotes ?? null,
    installationId: installation.id,
  };
}
