import type { Order, OrderLine, ReturnableUnits } from "@kept/shopify";
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
  /** The last moment of the window: of what can come back, the earliest; of what cannot, the latest that passed. Null: open for ever. */
  readonly windowEnds: Date | null;
  /** The path in the policy that decided, or "order" where the order's own state did. */
  readonly rule: string;
}

/** Says for every line of an order what the policy takes back at a moment. Pure. */
export function returnability(order: Order, policy: Policy, at: Date): LineReturnability[] {
  const allowed = isAllowed(policy.allowed, order);
  const blocked = !allowed && isBlocked(policy.blocked, order);
  return order.lines.map((line) => {
    const never = neverReturns(order, line, policy, { allowed, blocked });
    if (never) return nothing(line, never.reason, null, never.rule);
    return allowed
      ? open(line, line.returnable, null, "allowed")
      : withinWindow(line, order, policy.window, at);
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
function withinWindow(line: OrderLine, order: Order, window: Window, at: Date): LineReturnability {
  const special = window.products.findIndex(({ products }) => namesProduct(products, line.product));
  const days = special < 0 ? window.days : (window.products[special]?.days ?? null);
  const rule = special < 0 ? "window" : `window.products.${special}`;
  if (days === null) return open(line, line.returnable, null, rule);
  const dated = line.returnable.map((units) => ({ units, ends: endOf(window, days, order, units) }));
  const still = dated.filter(({ ends }) => at <= ends);
  if (still.length === 0) return nothing(line, "window_closed", latest(dated.map(({ ends }) => ends)), rule);
  return open(
    line,
    still.map(({ units }) => units),
    earliest(still.map(({ ends }) => ends)),
    rule,
  );
}

const day = 86_400_000;

function endOf({ from, bufferDays }: Window, days: number, order: Order, units: ReturnableUnits): Date {
  if (from === "order") return after(order.createdAt, days);
  if (from === "fulfillment") return after(units.fulfilledAt, days);
  return units.deliveredAt ? after(units.deliveredAt, days) : after(units.fulfilledAt, days + bufferDays);
}

/** To the end of that day in UTC: nobody is turned away at noon. */
function after(start: Date, days: number): Date {
  const last = new Date(start.getTime() + days * day);
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), last.getUTCDate(), 23, 59, 59, 999));
}

function open(
  line: OrderLine,
  from: readonly ReturnableUnits[],
  windowEnds: Date | null,
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
  windowEnds: Date | null,
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

function earliest(dates: readonly Date[]): Date | null {
  return dates.reduce<Date | null>((first, date) => (first === null || date < first ? date : first), null);
}

function latest(dates: readonly Date[]): Date | null {
  return dates.reduce<Date | null>((last, date) => (last === null || date > last ? date : last), null);
}
