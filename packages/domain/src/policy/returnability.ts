import type { Order, OrderLine, ReturnableUnits } from "@kept/shopify";
import { dayIn, daysAfter } from "../day.ts";
import type { Allowed, Blocked, Window } from "./eligibility.ts";
import type { Policy } from "./policy.ts";
import { namesProduct, sharesText } from "./products.ts";

export type NotReturnable =
  | "order_cancelled"
  | "blocked"
  | "gift_card"
  | "already_returned"
  | "not_shipped"
  | "final_sale"
  | "window_closed";

/** What may come back of one line, per fulfilment, or why nothing may. */
export interface LineReturnability {
  readonly lineItemId: string;
  /** 0 exactly when there is a reason. */
  readonly quantity: number;
  readonly units: readonly { readonly fulfillmentLineItemId: string; readonly quantity: number }[];
  readonly reason: NotReturnable | null;
  /**
   * The last day of the window where the shop is, "2026-12-05": of what can come back, the earliest; of what cannot, the
   * latest that passed. Null: open for ever.
   */
  readonly windowEnds: string | null;
  /** The path in the policy that decided, or "order" where the order's own state did. */
  readonly rule: string;
}

/**
 * Says for every line of an order what the policy takes back at a moment. A window is open to the end of its last day in
 * the shop's time zone: nobody is turned away at noon. Pure.
 */
export function returnability(order: Order, policy: Policy, at: Date, timeZone: string): LineReturnability[] {
  const calendar = (then: Date) => dayIn(timeZone, then);
  const allowed = isAllowed(policy.allowed, order);
  const blocked = !allowed && isBlocked(policy.blocked, order);
  return order.lines.map((line) => {
    const never = neverReturns(order, line, policy, { allowed, blocked });
    if (never) return nothing(line, never.reason, null, never.rule);
    return allowed
      ? open(line, line.returnable, null, "allowed")
      : withinWindow(line, order, policy.window, { today: calendar(at), calendar });
  });
}

function neverReturns(
  order: Order,
  line: OrderLine,
  policy: Policy,
  { allowed, blocked }: { readonly allowed: boolean; readonly blocked: boolean },
): { reason: NotReturnable; rule: string } | null {
  if (order.cancelledAt) return { reason: "order_cancelled", rule: "order" };
  if (line.giftCard) return { reason: "gift_card", rule: "order" };
  if (line.goneQuantity >= line.quantity) return { reason: "already_returned", rule: "order" };
  if (line.returnable.every(({ quantity }) => quantity === 0))
    return { reason: "not_shipped", rule: "order" };
  if (allowed) return null;
  if (blocked) return { reason: "blocked", rule: "blocked" };
  if (namesProduct(policy.blocked.products, line.product))
    return { reason: "blocked", rule: "blocked.products" };
  if (namesProduct(policy.finalSale, line.product)) return { reason: "final_sale", rule: "finalSale" };
  return null;
}

/** A line can have arrived in several parcels, each with its own window. */
function withinWindow(
  line: OrderLine,
  order: Order,
  window: Window,
  { today, calendar }: { readonly today: string; readonly calendar: Calendar },
): LineReturnability {
  const special = window.products.findIndex(({ products }) => namesProduct(products, line.product));
  const days = special < 0 ? window.days : (window.products[special]?.days ?? null);
  const rule = special < 0 ? "window" : `window.products.${special}`;
  if (days === null) return open(line, line.returnable, null, rule);
  const dated = line.returnable.map((units) => ({
    units,
    ends: lastDayOf(window, days, { order, units, calendar }),
  }));
  const still = dated.filter(({ ends }) => today <= ends);
  if (still.length === 0) return nothing(line, "window_closed", latest(dated.map(({ ends }) => ends)), rule);
  return open(
    line,
    still.map(({ units }) => units),
    earliest(still.map(({ ends }) => ends)),
    rule,
  );
}

/** The day of the shop that an instant is in. */
type Calendar = (then: Date) => string;

function lastDayOf(
  { from, bufferDays }: Window,
  days: number,
  { order, units, calendar }: { order: Order; units: ReturnableUnits; calendar: Calendar },
): string {
  if (from === "order") return daysAfter(calendar(order.createdAt), days);
  if (from === "fulfillment") return daysAfter(calendar(units.fulfilledAt), days);
  return units.deliveredAt
    ? daysAfter(calendar(units.deliveredAt), days)
    : daysAfter(calendar(units.fulfilledAt), days + bufferDays);
}

function open(
  line: OrderLine,
  from: readonly ReturnableUnits[],
  windowEnds: string | null,
  rule: string,
): LineReturnability {
  const units: { fulfillmentLineItemId: string; quantity: number }[] = [];
  let left = line.quantity - line.goneQuantity;
  for (const { fulfillmentLineItemId, quantity } of from) {
    const take = Math.min(left, quantity);
    if (take > 0) units.push({ fulfillmentLineItemId, quantity: take });
    left -= take;
  }
  const quantity = units.reduce((sum, one) => sum + one.quantity, 0);
  return { lineItemId: line.id, quantity, units, reason: null, windowEnds, rule };
}

function nothing(
  line: OrderLine,
  reason: NotReturnable,
  windowEnds: string | null,
  rule: string,
): LineReturnability {
  return { lineItemId: line.id, quantity: 0, units: [], reason, windowEnds, rule };
}

function isAllowed({ orderTags, orderNames, customerTags, emails }: Allowed, order: Order): boolean {
  return (
    sharesText(orderTags, order.tags) ||
    sharesText(orderNames, [order.name]) ||
    sharesText(customerTags, order.customer?.tags ?? []) ||
    sharesText(emails, emailsOf(order))
  );
}

function isBlocked({ orderTags, customerTags, emails }: Blocked, order: Order): boolean {
  return (
    sharesText(orderTags, order.tags) ||
    sharesText(customerTags, order.customer?.tags ?? []) ||
    sharesText(emails, emailsOf(order))
  );
}

function emailsOf(order: Order): string[] {
  return [order.email, order.customer?.email ?? null].filter((email) => email !== null);
}

function earliest(days: readonly string[]): string | null {
  return days.toSorted()[0] ?? null;
}

function latest(days: readonly string[]): string | null {
  return days.toSorted().at(-1) ?? null;
}
