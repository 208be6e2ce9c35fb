import type { Fulfillment, Order } from "../orders/order.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { FulfillmentOrder, FulfillmentOrderLine } from "./fulfillment-order.ts";
import { besides } from "./open-fulfillment-order.ts";
import type { Piece } from "./pieces.ts";

/** Pieces go out: what is emptied is closed, what still has some is in progress. Says where each came from. */
export function handOver(order: Order, pieces: readonly Piece[]): NonNullable<Fulfillment["taken"]> {
  for (const { line, quantity } of pieces) line.remainingQuantity -= quantity;
  const touched = new Set(pieces.map(({ line }) => line));
  for (const entry of order.fulfillmentOrders) {
    if (!entry.lines.some((line) => touched.has(line))) continue;
    entry.status = entry.lines.every(({ remainingQuantity }) => remainingQuantity === 0)
      ? "CLOSED"
      : "IN_PROGRESS";
  }
  return pieces.map(({ line, quantity }) => ({ from: line.id, quantity }));
}

/** The first pieces of a line that are still to be sent, wherever they are. */
export function piecesOfLine(order: Order, lineId: number, quantity: number): Piece[] {
  let left = quantity;
  return order.fulfillmentOrders
    .flatMap(({ lines }) => lines)
    .flatMap((line) => {
      const taken = line.lineId === lineId ? Math.min(left, line.remainingQuantity) : 0;
      left -= taken;
      return taken > 0 ? [{ line, quantity: taken }] : [];
    });
}

/**
 * They come back. As recorded, one that is still being worked on has them again; one that was closed stays closed, tells
 * them as its own, and a new one is opened for them.
 */
export function takeBack(shop: ShopWorld, order: Order, { taken = [] }: Fulfillment): void {
  const again = new Map<FulfillmentOrder, FulfillmentOrderLine[]>();
  for (const { from, quantity } of taken) {
    const entry = order.fulfillmentOrders.find(({ lines }) => lines.some(({ id }) => id === from));
    const line = entry?.lines.find(({ id }) => id === from);
    if (!entry || !line) continue;
    line.remainingQuantity += quantity;
    if (entry.status === "CLOSED") {
      const { lineId } = line;
      const id = shop.world.nextId("FulfillmentOrderLineItem");
      const made = { id, lineId, totalQuantity: quantity, remainingQuantity: quantity };
      again.set(entry, [...(again.get(entry) ?? []), made]);
    } else if (
      entry.lines.every(({ totalQuantity, remainingQuantity }) => totalQuantity === remainingQuantity)
    )
      entry.status = "OPEN";
  }
  for (const [entry, lines] of again) order.fulfillmentOrders.push(besides(shop, entry, lines));
}
