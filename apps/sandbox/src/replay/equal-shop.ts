import type { OrderDescription, ShopDescription } from "../description.ts";
import { isObject, type Recording, type Step } from "./recording.ts";

type Json = Record<string, unknown>;

/**
 * A shop equal to the one a recording was made in, as far as the recording shows it: the orders, customers and accounts
 * it read before the story began, with their own ids; everything else the story makes itself.
 */
export function equalShop(recording: Recording): ShopDescription {
  const madeByStory = new Set(recording.steps.flatMap((step) => madeIn(step)));
  const prior = recording.prior.filter((step) => !idsIn(step).some((id) => madeByStory.has(id)));
  const orders = unique(
    prior.flatMap((step) => found(step.expected, "Order", (value) => Array.isArray(nodes(value.lineItems)))),
  );
  const fallback =
    orders.length > 0
      ? []
      : unique(
          prior.flatMap((step) =>
            found(step.expected, "Order", (value) =>
              isObject(value.totalPriceSet ?? value.currentTotalPriceSet),
            ),
          ),
        );
  const described = [...orders, ...fallback].map(describeOrder);
  return {
    domain: "recorded.myshopify.com",
    name: "Recorded",
    currency: currencyOf(recording) ?? "USD",
    firstOrderNumber: 1,
    orders: described,
  };
}

function describeOrder(order: Json): OrderDescription {
  const lines = (nodes(order.lineItems) ?? linesFromFulfillmentOrders(order)).map((line) => ({
    ...withId(line.id),
    title: String(line.title ?? "Item"),
    quantity: Number(line.quantity ?? 1),
    unitPrice: amount(line.originalUnitPriceSet) ?? spreadPrice(order, Number(line.quantity ?? 1)),
    taxes: ((line.taxLines as Json[] | undefined) ?? []).map((tax) => ({
      title: String(tax.title),
      rate: String(tax.rate),
      amount: amount(tax.priceSet) ?? "0",
    })),
  }));
  const shipping = nodes(order.shippingLines)?.[0];
  const price = amount(shipping?.originalPriceSet ?? shipping?.discountedPriceSet);
  return {
    ...withId(order.id),
    name: String(order.name ?? "#1"),
    number: Number(/\d+/.exec(String(order.name ?? "#1"))?.[0] ?? 1),
    lines,
    ...(price === undefined ? {} : { shipping: { price } }),
    transactions: ((order.transactions as Json[] | undefined) ?? []).map((entry) => ({
      ...withId(entry.id),
      kind: String(entry.kind) as "SALE",
      status: String(entry.status) as "SUCCESS",
      gateway: String(entry.gateway),
      amount: amount(entry.amountSet) ?? "0",
    })),
  };
}

/** Some recordings show an order's lines only through what is to be sent. */
function linesFromFulfillmentOrders(order: Json): Json[] {
  const lines = (nodes(order.fulfillmentOrders) ?? []).flatMap((entry) => nodes(entry.lineItems) ?? []);
  return lines.flatMap((entry) => (isObject(entry.lineItem) ? [entry.lineItem] : []));
}

function spreadPrice(order: Json, quantity: number): string {
  const total = amount(order.totalPriceSet ?? order.currentTotalPriceSet) ?? "0";
  return (Number(total) / quantity).toString();
}

function withId(id: unknown): { id?: number } {
  const number = /\/(\d+)$/.exec(String(id))?.[1];
  return number === undefined ? {} : { id: Number(number) };
}

function amount(set: unknown): string | undefined {
  const money = isObject(set) ? (set.presentmentMoney ?? set.shopMoney) : undefined;
  return isObject(money) && typeof money.amount === "string" ? money.amount : undefined;
}

function nodes(connection: unknown): Json[] | undefined {
  return isObject(connection) && Array.isArray(connection.nodes)
    ? connection.nodes.filter(isObject)
    : undefined;
}

/** Ids that a step's own mutation brought into the world. */
function madeIn(step: Step): string[] {
  return /\b\w+Create\b/.test(step.query ?? "") ? idsIn(step) : [];
}

function idsIn(step: Step): string[] {
  return [...JSON.stringify(step.expected).matchAll(/gid:\/\/shopify\/(?:Order|Customer)\/\d+/g)].map(
    (match) => match[0],
  );
}

function found(value: unknown, type: string, fits: (value: Json) => boolean): Json[] {
  if (Array.isArray(value)) return value.flatMap((entry) => found(entry, type, fits));
  if (!isObject(value)) return [];
  const own = String(value.id).startsWith(`gid://shopify/${type}/`) && fits(value) ? [value] : [];
  return [...own, ...Object.values(value).flatMap((entry) => found(entry, type, fits))];
}

function unique(records: Json[]): Json[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

function currencyOf(recording: Recording): string | undefined {
  return /"currencyCode":"([A-Z]{3})"/.exec(
    JSON.stringify(recording.prior.concat(recording.steps).map((step) => step.expected)),
  )?.[1];
}
