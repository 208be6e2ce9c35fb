import type { Return } from "../returns/return.ts";
import type { Order, OrderLine } from "./order.ts";
import { orderTotal, received, refunded } from "./totals.ts";

/** As recorded, `null` for an order that nobody tried to pay or only failed to, unless it was made with a status. */
export function financialStatus(order: Order): string | null {
  if (order.transactions.every(({ status }) => status === "FAILURE" || status === "ERROR"))
    return order.declaredStatus ?? null;
  const paid = received(order);
  const back = refunded(order);
  if (back > 0n && back >= paid) return "REFUNDED";
  if (back > 0n) return "PARTIALLY_REFUNDED";
  if (order.transactions.some((entry) => entry.kind === "VOID" && entry.status === "SUCCESS"))
    return "VOIDED";
  if (paid > 0n) return paid >= orderTotal(order) ? "PAID" : "PARTIALLY_PAID";
  if (order.transactions.some((entry) => entry.kind === "AUTHORIZATION" && entry.status === "SUCCESS"))
    return "AUTHORIZED";
  return "PENDING";
}

export function fulfillmentStatus(order: Order): string {
  const wanted = order.lines.reduce((all, line) => all + line.quantity - line.removedQuantity, 0);
  const sent = order.lines.reduce((all, line) => all + fulfilledQuantity(order, line), 0);
  if (sent === 0) return beforeSending(order);
  return sent >= wanted ? "FULFILLED" : "PARTIALLY_FULFILLED";
}

/** As recorded: held only once all of it is held, in progress as soon as some of it is. */
function beforeSending({ fulfillmentOrders }: Order): string {
  const live = fulfillmentOrders.filter(({ status }) => status !== "CLOSED").map(({ status }) => status);
  if (live.includes("IN_PROGRESS")) return "IN_PROGRESS";
  return live.length > 0 && live.every((status) => status === "ON_HOLD") ? "ON_HOLD" : "UNFULFILLED";
}

export function fulfilledQuantity(order: Order, line: OrderLine): number {
  return order.fulfillments
    .filter((fulfillment) => fulfillment.status === "SUCCESS")
    .flatMap((fulfillment) => fulfillment.lines)
    .reduce((all, part) => (part.lineId === line.id ? all + part.quantity : all), 0);
}

/**
 * As recorded: a requested return outweighs an open one, an open one a closed one; declined and canceled ones do not
 * count; one whose lines were all removed is closed, and counts as such.
 */
export function returnStatus(returns: readonly Return[]): string {
  const statuses = returns.map((entry) => entry.status);
  if (statuses.includes("REQUESTED")) return "RETURN_REQUESTED";
  if (statuses.includes("OPEN")) return "IN_PROGRESS";
  return statuses.includes("CLOSED") ? "RETURNED" : "NO_RETURN";
}
