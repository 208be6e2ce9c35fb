import { type Money, money } from "@kept/money";
import type { Order, OrderProduct } from "@kept/shopify";
import { type Amounts, amountIn } from "./amounts.ts";
import type { ConditionName, Conditions } from "./conditions.ts";
import { namesProduct, sharesText } from "./products.ts";
import { namesReason } from "./reasons.ts";

/** What conditions about a whole return look at. */
export interface ReturnFacts {
  readonly order: Order;
  readonly at: Date;
  readonly returnsBefore: number;
  readonly segments: readonly string[];
  readonly switched: boolean;
  /** What the chosen units are worth, in the order's currency. */
  readonly returnValue: Money;
  /** Whether every line came with at least one photo. */
  readonly photos: boolean;
}

/** What conditions about one line look at. */
export interface LineFacts {
  readonly product: OrderProduct | null;
  readonly reason: string | null;
}

/** The first condition about the whole return that is not met, or null. */
export function unmetByReturn(when: Conditions, facts: ReturnFacts): ConditionName | null {
  const { order } = facts;
  if (when.customerTags && !sharesText(when.customerTags, order.customer?.tags ?? [])) return "customerTags";
  if (when.segments && !when.segments.some((segment) => facts.segments.includes(segment))) return "segments";
  if (when.orderTags && !sharesText(when.orderTags, order.tags)) return "orderTags";
  if (when.countries && !when.countries.includes(order.countryCode ?? "")) return "countries";
  if (when.orderValue && !isWithin(when.orderValue, orderValue(order))) return "orderValue";
  if (when.returnValue && !isWithin(when.returnValue, facts.returnValue)) return "returnValue";
  if (when.between && !isBetween(when.between, facts.at)) return "between";
  if (when.firstReturn !== undefined && when.firstReturn !== (facts.returnsBefore === 0))
    return "firstReturn";
  if (when.returnsBefore && !isCount(when.returnsBefore, facts.returnsBefore)) return "returnsBefore";
  if (when.switched !== undefined && when.switched !== facts.switched) return "switched";
  if (when.photos !== undefined && when.photos !== facts.photos) return "photos";
  return null;
}

/** The first condition about a line that is not met, or null. */
export function unmetByLine(when: Conditions, { product, reason }: LineFacts): ConditionName | null {
  if (when.reasons && !namesReason(when.reasons, reason)) return "reasons";
  if (when.products && !namesProduct(when.products, product)) return "products";
  return null;
}

function orderValue(order: Order): Money {
  let minor = 0n;
  for (const line of order.lines) minor += line.paid.minor;
  return money(minor, order.currency);
}

/** A limit that is named, but not in this currency, is not met: the merchant said nothing about it. */
function isWithin(
  range: { readonly from?: Amounts | undefined; readonly to?: Amounts | undefined },
  value: Money,
): boolean {
  const from = range.from && amountIn(range.from, value.currency);
  const to = range.to && amountIn(range.to, value.currency);
  if (from === null || to === null) return false;
  return (!from || value.minor >= from.minor) && (!to || value.minor <= to.minor);
}

function isCount(
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
  count: number,
): boolean {
  return (from === undefined || count >= from) && (to === undefined || count <= to);
}

function isBetween(
  days: { readonly from?: string | undefined; readonly to?: string | undefined },
  at: Date,
): boolean {
  const day = at.toISOString().slice(0, 10);
  return (!days.from || day >= days.from) && (!days.to || day <= days.to);
}
