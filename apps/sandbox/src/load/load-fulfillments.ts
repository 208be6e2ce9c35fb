import type { ParsedOrder } from "../description/shop.ts";
import type { FulfillmentOrder } from "../fulfillment-orders/fulfillment-order.ts";
import { handOver, piecesOfLine } from "../fulfillment-orders/hand-over.ts";
import { openFulfillmentOrder } from "../fulfillment-orders/open-fulfillment-order.ts";
import type { Fulfillment, Order, OrderLine } from "../orders/order.ts";
import { readWhen } from "../world/clock.ts";
import { lineNamed } from "./load-order.ts";
import type { Loading } from "./loading.ts";

type Described = ParsedOrder["fulfillments"][number];

/** What was sent of a described order, and what is still to be sent. */
export function loadFulfillments(loading: Loading, order: Order, described: ParsedOrder): void {
  const told = described.fulfillmentOrders;
  order.fulfillmentOrders = told
    ? told.map((entry) => fulfillmentOrderOf(loading, order, entry))
    : [openFulfillmentOrder(loading.shop, order)];
  for (const entry of described.fulfillments) {
    const fulfillment = ship(loading, order, entry);
    if (fulfillment.status === "SUCCESS")
      fulfillment.taken = told ? takenBefore(order, fulfillment) : takeNow(order, fulfillment);
  }
}

function fulfillmentOrderOf(
  { world, shop }: Loading,
  order: Order,
  described: NonNullable<ParsedOrder["fulfillmentOrders"]>[number],
): FulfillmentOrder {
  const place = shop.locations.find(({ name }) => name === described.location) ?? shop.locations.all()[0];
  const idOf = (kind: string, id: number | undefined) =>
    id === undefined ? world.nextId(kind) : world.reserveId(kind, id);
  return {
    id: idOf("FulfillmentOrder", described.id),
    locationId: place?.id ?? 0,
    status: described.status,
    fulfillAt: order.createdAt,
    lines: described.lines.map(({ id, line, quantity, remaining = quantity }) => ({
      id: idOf("FulfillmentOrderLineItem", id),
      lineId: lineNamed(order, line).id,
      totalQuantity: quantity,
      remainingQuantity: remaining,
    })),
  };
}

function ship({ world }: Loading, order: Order, described: Described): Fulfillment {
  const everything = order.lines
    .map((line) => ({ id: undefined, line: line.ref, quantity: remainingOf(order, line) }))
    .filter((part) => part.quantity > 0);
  const parts = (described.lines ?? everything).map((part) => ({
    id: part.id,
    line: lineNamed(order, part.line),
    quantity: part.quantity,
  }));
  const at = readWhen(described.at, world.now());
  const tracking =
    described.trackingNumber || described.trackingCompany
      ? {
          company: described.trackingCompany ?? null,
          number: described.trackingNumber ?? null,
          url: described.trackingUrl ?? null,
        }
      : null;
  const fulfillment: Fulfillment = {
    id:
      described.id === undefined ? world.nextId("Fulfillment") : world.reserveId("Fulfillment", described.id),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: described.status,
    lines: parts.map(({ id, line, quantity }) => ({
      id: id === undefined ? world.nextId("FulfillmentLineItem") : world.reserveId("FulfillmentLineItem", id),
      lineId: line.id,
      quantity,
    })),
    at,
    deliveredAt: described.deliveredAt ? readWhen(described.deliveredAt, world.now()) : null,
    tracking,
  };
  order.fulfillments.push(fulfillment);
  order.timeline.push({ at, text: `Fulfilled ${fulfillment.name}`, by: "Staff", requestId: null });
  return fulfillment;
}

function remainingOf(order: Order, line: OrderLine): number {
  const parts = order.fulfillmentOrders
    .flatMap((entry) => entry.lines)
    .filter((entry) => entry.lineId === line.id);
  return parts.reduce((all, part) => all + part.remainingQuantity, 0);
}

function takeNow(order: Order, { lines }: Fulfillment): NonNullable<Fulfillment["taken"]> {
  return handOver(
    order,
    lines.flatMap(({ lineId, quantity }) => piecesOfLine(order, lineId, quantity)),
  );
}

/** Where its pieces came from, as far as what is missing from the fulfillment orders tells. */
function takenBefore(order: Order, { lines }: Fulfillment): NonNullable<Fulfillment["taken"]> {
  const parts = order.fulfillmentOrders.flatMap((entry) => entry.lines);
  return lines.flatMap(({ lineId, quantity }) => {
    const gone = parts.find(
      (part) => part.lineId === lineId && part.totalQuantity - part.remainingQuantity >= quantity,
    );
    return gone ? [{ from: gone.id, quantity }] : [];
  });
}
