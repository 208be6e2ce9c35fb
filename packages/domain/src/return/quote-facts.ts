import { fromWire, type Money, toWire, zero } from "@kept/money";
import type { Order } from "@kept/shopify";
import type { CustomerFacts } from "../quote/index.ts";

/** What a quote was made from, beside the policy. */
export interface QuoteFacts {
  readonly order: Order;
  readonly customer: CustomerFacts;
}

/**
 * The facts as they are kept with the return, so that a later re-quote starts from the same. What names or reaches
 * the person (e-mail, phone, postcode, name) is left out: the return carries that where it is needed.
 */
export function quoteFactsToJson({ order, customer }: QuoteFacts): unknown {
  const anonymous: Order = {
    ...order,
    email: null,
    phone: null,
    shippingPostcode: null,
    customer: order.customer && { ...order.customer, firstName: null, lastName: null, email: null },
  };
  return encode({ order: anonymous, customer });
}

/** Reads back what `quoteFactsToJson` wrote. */
export function quoteFactsFromJson(json: unknown): QuoteFacts {
  const facts = decode(json) as QuoteFacts;
  return { ...facts, order: ofToday(facts.order) };
}

/** A whole order, with whose it is. */
export function orderToJson(order: Order): unknown {
  return encode(order);
}

export function orderFromJson(json: unknown): Order {
  return ofToday(decode(json) as Order);
}

/** Orders that were kept in older days know one sum of tax, no refunded units of a line and no refunded duties. */
function ofToday(order: Order): Order {
  const lines = order.lines.map((line) => ({ ...{ taxes: [line.tax], refundedQuantity: 0 }, ...line }));
  return { ...{ dutiesRefunded: zero(order.currency) }, ...order, lines };
}

function encode(value: unknown): unknown {
  if (value instanceof Date) return { $at: value.toISOString() };
  if (Array.isArray(value)) return value.map(encode);
  if (value === null || typeof value !== "object") return value;
  if ("minor" in value && "currency" in value) return { $money: toWire(value as Money) };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, encode(part)]));
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (value === null || typeof value !== "object") return value;
  if ("$at" in value) return new Date(String(value.$at));
  if ("$money" in value) return fromWire(value.$money as { amount: string; currency: string });
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decode(part)]));
}
