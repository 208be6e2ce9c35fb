import type { Context } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import { fulfillmentOrderNamed, keep, source } from "./find.ts";
import { isHeld } from "./fulfillment-order.ts";
import { piecesOf, putBack } from "./pieces.ts";

interface ReleaseArguments {
  id: string;
  /** Which; left out, all of them. */
  holdIds?: string[] | null;
}

/** fulfillmentOrderReleaseHold: with the last hold it opens again, and takes back what holding a part left over. */
export function fulfillmentOrderReleaseHold(_source: unknown, args: ReleaseArguments, context: Context) {
  const { order, fulfillmentOrder } = fulfillmentOrderNamed(context, args.id);
  const released = args.holdIds?.map((id) => idIn(id, "FulfillmentHold"));
  const held = isHeld(fulfillmentOrder);
  fulfillmentOrder.holds = (fulfillmentOrder.holds ?? []).filter(
    ({ id }) => released && !released.includes(id),
  );
  if (held && !isHeld(fulfillmentOrder)) {
    fulfillmentOrder.status = "OPEN";
    const leftOver = order.fulfillmentOrders.filter(
      (entry) => entry.leftOverOf === fulfillmentOrder.id && entry.status === "OPEN",
    );
    for (const entry of leftOver) {
      const pieces = piecesOf(entry, null);
      if (typeof pieces !== "string") putBack(context.shop, fulfillmentOrder, entry, pieces);
    }
    keep(context, "hold_released", order, fulfillmentOrder, ...leftOver);
  } else if (held) keep(context, "hold_released", order, fulfillmentOrder);
  return { fulfillmentOrder: source(order, fulfillmentOrder), userErrors: [] };
}
