import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import { fulfillmentOrderNamed, keep, source } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { besides } from "./open-fulfillment-order.ts";
import { type PieceInput, piecesOf, takeOut, tooMany, without } from "./pieces.ts";
import { isAtService } from "./requests.ts";

interface MoveArguments {
  id: string;
  newLocationId: string;
  fulfillmentOrderLineItems?: PieceInput[] | null;
}

/** fulfillmentOrderMove: as a whole it is the same one elsewhere; some of its pieces make a new one there. */
export function fulfillmentOrderMove(_source: unknown, args: MoveArguments, context: Context) {
  const { shop } = context;
  const { order, fulfillmentOrder } = fulfillmentOrderNamed(context, args.id);
  const refuse = (error: UserError) => ({
    movedFulfillmentOrder: null,
    originalFulfillmentOrder: null,
    remainingFulfillmentOrder: null,
    userErrors: [error],
  });
  const location = shop.locations.get(idIn(args.newLocationId, "Location"));
  if (!location) return refuse(userError(["id"], "Location not found."));
  const why = whyNot(context, fulfillmentOrder);
  if (why) return refuse(why);
  const pieces = piecesOf(fulfillmentOrder, args.fulfillmentOrderLineItems);
  if (typeof pieces === "string") return refuse(userError(null, pieces));
  if (pieces.some(({ quantity }) => quantity < 1)) return refuse(userError(null, tooMany));
  const rest = without(fulfillmentOrder, pieces);
  if (rest.length === 0) {
    fulfillmentOrder.locationId = location.id;
    keep(context, "moved", order, fulfillmentOrder);
    const moved = source(order, fulfillmentOrder);
    return {
      movedFulfillmentOrder: moved,
      originalFulfillmentOrder: moved,
      remainingFulfillmentOrder: null,
      userErrors: [],
    };
  }
  const moved = besides(shop, fulfillmentOrder, takeOut(shop, fulfillmentOrder, pieces), {
    locationId: location.id,
    status: fulfillmentOrder.status,
    holds: (fulfillmentOrder.holds ?? []).map((hold) => ({
      ...hold,
      id: context.world.nextId("FulfillmentHold"),
    })),
  });
  order.fulfillmentOrders.push(moved);
  keep(context, "moved", order, moved, fulfillmentOrder);
  const original = source(order, fulfillmentOrder);
  return {
    movedFulfillmentOrder: source(order, moved),
    originalFulfillmentOrder: original,
    remainingFulfillmentOrder: original,
    userErrors: [],
  };
}

function whyNot({ shop }: Context, fulfillmentOrder: FulfillmentOrder): UserError | undefined {
  const { status, requestStatus } = fulfillmentOrder;
  if (requestStatus === "SUBMITTED" && isAtService(shop, fulfillmentOrder))
    return userError(null, "Cannot move submitted fulfillment order that is at a 3PL fulfillment service.");
  if (status === "IN_PROGRESS")
    return userError(
      ["id"],
      "Cannot move a fulfillment order that has had progress reported. To move a fulfillment order that has had progress reported, the fulfillment order must first be marked as open resolving the ongoing progress state.",
      "CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS",
    );
  return ["OPEN", "ON_HOLD", "SCHEDULED", "INCOMPLETE"].includes(status)
    ? undefined
    : userError(null, "Cannot change location.");
}
