import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import type { Fulfillment, Order, OrderLine } from "../orders/order.ts";
import { refundedQuantity } from "../orders/totals.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { Return, ReturnLine } from "./return.ts";

/** What every return mutation answers. */
export interface ReturnPayload {
  return: Return | null;
  userErrors: UserError[];
}

export function refused(field: string[], message: string, code: string): ReturnPayload {
  return { return: null, userErrors: [userError(field, message, code)] };
}

export function done(entry: Return): ReturnPayload {
  return { return: entry, userErrors: [] };
}

export function findReturn({ shop }: Context, id: string): Return | undefined {
  return shop.returns.get(idIn(id, "Return"));
}

export interface FulfilledLine {
  order: Order;
  fulfillment: Fulfillment;
  fulfillmentLineId: number;
  line: OrderLine;
  quantity: number;
}

/** A fulfilled part of an order's line, by the id it has in the fulfilment. */
export function fulfilledLine(
  order: Order,
  fulfillmentLineId: number | undefined,
): FulfilledLine | undefined {
  for (const fulfillment of order.fulfillments) {
    const part =
      fulfillment.status === "SUCCESS"
        ? fulfillment.lines.find((entry) => entry.id === fulfillmentLineId)
        : undefined;
    const line = part && order.lines.find((entry) => entry.id === part.lineId);
    if (part && line)
      return { order, fulfillment, fulfillmentLineId: part.id, line, quantity: part.quantity };
  }
  return undefined;
}

/**
 * How many fulfilled pieces may still be sent back: those that left, less those in returns that were not declined or
 * canceled, less those refunded outside of any return.
 */
export function returnableQuantity(
  shop: ShopWorld,
  { order, fulfillmentLineId, line, quantity }: FulfilledLine,
): number {
  const live = shop
    .returnsOf(order.id)
    .filter((entry) => entry.status !== "DECLINED" && entry.status !== "CANCELED");
  const lines = live.flatMap((entry) => entry.lines);
  const asked = sum(lines.filter((entry) => entry.fulfillmentLineId === fulfillmentLineId));
  const refundedThroughReturns = lines
    .filter((entry) => entry.lineId === line.id)
    .reduce((all, entry) => all + entry.refundedQuantity, 0);
  const refundedOtherwise = Math.max(0, refundedQuantity(order, line.id) - refundedThroughReturns);
  return Math.max(0, quantity - asked - refundedOtherwise);
}

function sum(lines: readonly ReturnLine[]): number {
  return lines.reduce((all, line) => all + line.quantity, 0);
}
