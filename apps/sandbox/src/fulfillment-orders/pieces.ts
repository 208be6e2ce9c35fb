import { idIn } from "../graphql/gid.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { FulfillmentOrder, FulfillmentOrderLine } from "./fulfillment-order.ts";

/** What a mutation names of a fulfillment order's lines. */
export interface PieceInput {
  id: string;
  quantity: number;
}

export interface Piece {
  line: FulfillmentOrderLine;
  quantity: number;
}

/** The lines meant, all of them where none is named; or what is wrong, in Shopify's words. */
export function piecesOf(
  { lines }: FulfillmentOrder,
  wishes: readonly PieceInput[] | null | undefined,
): Piece[] | string {
  if (!wishes?.length)
    return lines
      .filter((line) => line.remainingQuantity > 0)
      .map((line) => ({ line, quantity: line.remainingQuantity }));
  const pieces = wishes.flatMap(({ id, quantity }) => {
    const line = lines.find((entry) => entry.id === idIn(id, "FulfillmentOrderLineItem"));
    return line ? [{ line, quantity }] : [];
  });
  if (pieces.length < wishes.length) return "Fulfillment order line item does not exist.";
  return pieces.some(({ line, quantity }) => quantity > line.remainingQuantity) ? tooMany : pieces;
}

export const tooMany = "Invalid fulfillment order line item quantity requested.";

/** What is left of a fulfillment order's lines without these pieces. */
export function without({ lines }: FulfillmentOrder, pieces: readonly Piece[]): Piece[] {
  const named = (line: FulfillmentOrderLine) =>
    pieces.reduce((all, piece) => (piece.line === line ? all + piece.quantity : all), 0);
  return lines
    .map((line) => ({ line, quantity: line.remainingQuantity - named(line) }))
    .filter(({ quantity }) => quantity > 0);
}

/** Takes pieces out, for another fulfillment order's lines. A line of which nothing is left goes away. */
export function takeOut(
  { world }: ShopWorld,
  from: FulfillmentOrder,
  pieces: readonly Piece[],
): FulfillmentOrderLine[] {
  for (const { line, quantity } of pieces) {
    line.totalQuantity -= quantity;
    line.remainingQuantity -= quantity;
  }
  from.lines = from.lines.filter(({ totalQuantity }) => totalQuantity > 0);
  return pieces.map(({ line, quantity }) => ({
    id: world.nextId("FulfillmentOrderLineItem"),
    lineId: line.lineId,
    totalQuantity: quantity,
    remainingQuantity: quantity,
  }));
}

/** Puts pieces of one into another. As recorded, the emptied one is closed and keeps its lines, with nothing in them. */
export function putBack(
  { world }: ShopWorld,
  into: FulfillmentOrder,
  from: FulfillmentOrder,
  pieces: readonly Piece[],
): void {
  for (const { line, quantity } of pieces) {
    line.totalQuantity -= quantity;
    line.remainingQuantity -= quantity;
    const known = into.lines.find(({ lineId }) => lineId === line.lineId);
    if (known) {
      known.totalQuantity += quantity;
      known.remainingQuantity += quantity;
    } else {
      into.lines.push({
        id: world.nextId("FulfillmentOrderLineItem"),
        lineId: line.lineId,
        totalQuantity: quantity,
        remainingQuantity: quantity,
      });
    }
  }
  if (from.lines.every(({ remainingQuantity }) => remainingQuantity === 0)) from.status = "CLOSED";
}
