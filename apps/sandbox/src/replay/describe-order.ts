import type { OrderDescription } from "../description.ts";
import { isObject } from "./shapes.ts";

type Json = Record<string, unknown>;

/** An order as a recording shows it, told so that the stand-in can load one like it. */
export function describeOrder(order: Json, customers: ReadonlySet<string>): OrderDescription {
  const lines = linesOf(order);
  const shipping = nodes(order.shippingLines)[0];
  const price = amount(shipping?.originalPriceSet ?? shipping?.discountedPriceSet);
  const customer = isObject(order.customer) ? String(order.customer.id) : null;
  const currency = currencyIn(order);
  return {
    ...withId(order.id),
    name: String(order.name ?? "#1"),
    number: Number(/\d+/.exec(String(order.name ?? "#1"))?.[0] ?? 1),
    customer: customer !== null && customers.has(customer) ? customer : null,
    ...(typeof order.email === "string" ? { email: order.email } : {}),
    ...(currency ? { presentment: { currency, rate: "1" } } : {}),
    lines: lines.map((line) => ({
      ...withId(line.id),
      ref: String(line.id),
      title: String(line.title ?? "Item"),
      quantity: Number(line.quantity ?? 1),
      unitPrice: amount(line.originalUnitPriceSet) ?? share(order, lines),
      taxes: ((line.taxLines as Json[] | undefined) ?? []).map((tax) => ({
        title: String(tax.title),
        rate: String(tax.rate ?? 0),
        amount: amount(tax.priceSet) ?? "0",
      })),
    })),
    ...(price === undefined ? {} : { shipping: { price } }),
    transactions: list(order.transactions)
      .filter((entry) => entry.kind !== "REFUND")
      .map((entry) => ({
        ...withId(entry.id),
        kind: String(entry.kind) as "SALE",
        status: String(entry.status ?? "SUCCESS") as "SUCCESS",
        gateway: String(entry.gateway ?? "manual"),
        amount: amount(entry.amountSet) ?? "0",
      })),
    fulfillments: list(order.fulfillments).map((entry) => ({
      ...withId(entry.id),
      at: "-1d",
      lines: nodes(entry.fulfillmentLineItems).map((part) => ({
        ...withId(part.id),
        line: String(isObject(part.lineItem) ? part.lineItem.id : ""),
        quantity: Number(part.quantity),
      })),
    })),
    refunds: refundsOf(order, lines),
    ...(typeof order.cancelledAt === "string" ? { cancelled: { at: "-1d" } } : {}),
    returns: nodes(order.returns).flatMap((entry) => returnOf(entry, order)),
  };
}

/** Which pieces each refund took only shows where there is a single one: in what is no longer current. */
function refundsOf(order: Json, lines: readonly Json[]): NonNullable<OrderDescription["refunds"]> {
  const refunds = list(order.refunds);
  const gone = lines.flatMap((line) => {
    const quantity = Number(line.quantity ?? 1) - Number(line.currentQuantity ?? line.quantity ?? 1);
    return quantity > 0 ? [{ line: String(line.id), quantity }] : [];
  });
  return refunds.map((refund) => ({
    ...withId(refund.id),
    at: "-1h",
    ...(typeof refund.note === "string" ? { note: refund.note } : {}),
    amount: amount(refund.totalRefundedSet) ?? "0",
    lines: refunds.length === 1 ? gone : [],
  }));
}

/** Whoever an order says it belongs to. */
export function customersIn(order: Json): Json[] {
  return isObject(order.customer) && typeof order.customer.id === "string" ? [order.customer] : [];
}

export function withId(id: unknown): { id?: number } {
  const number = /\/(\d+)$/.exec(String(id))?.[1];
  return number === undefined ? {} : { id: Number(number) };
}

function returnOf(entry: Json, order: Json): NonNullable<OrderDescription["returns"]> {
  const parts = new Map(
    list(order.fulfillments)
      .flatMap((fulfillment) => nodes(fulfillment.fulfillmentLineItems))
      .map((part) => [part.id, part]),
  );
  const lines = nodes(entry.returnLineItems).flatMap((line) => {
    const part = isObject(line.fulfillmentLineItem) ? parts.get(line.fulfillmentLineItem.id) : undefined;
    return part && isObject(part.lineItem)
      ? [{ ...withId(line.id), line: String(part.lineItem.id), quantity: Number(line.quantity) }]
      : [];
  });
  return lines.length > 0
    ? [{ ...withId(entry.id), status: String(entry.status) as "OPEN", at: "-1h", lines }]
    : [];
}

/** Some recordings show lines only through what is to be sent or was, some only what the whole order costs. */
function linesOf(order: Json): Json[] {
  const own = nodes(order.lineItems);
  if (own.length > 0) return own;
  const open = nodes(order.fulfillmentOrders).flatMap((entry) => nodes(entry.lineItems));
  const sent = list(order.fulfillments).flatMap((entry) => nodes(entry.fulfillmentLineItems));
  const seen = new Map<unknown, Json>();
  for (const part of [...open, ...sent]) {
    if (!isObject(part.lineItem)) continue;
    seen.set(part.lineItem.id, {
      quantity: part.quantity ?? part.totalQuantity,
      ...part.lineItem,
      ...seen.get(part.lineItem.id),
    });
  }
  return seen.size > 0 ? [...seen.values()] : [{ id: "everything", title: "Everything", quantity: 1 }];
}

/** Where no price was shown: the total, spread evenly. */
function share(order: Json, lines: Json[]): string {
  const pieces = lines.reduce((sum, line) => sum + Number(line.quantity ?? 1), 0);
  const total = amount(order.totalPriceSet ?? order.currentTotalPriceSet) ?? "0";
  return String(Number(total) / Math.max(1, pieces));
}

function currencyIn(order: Json): string | undefined {
  const [shop, presentment] = [order.currencyCode, order.presentmentCurrencyCode];
  return typeof presentment === "string" && presentment !== shop ? presentment : undefined;
}

function amount(set: unknown): string | undefined {
  const money = isObject(set) ? (set.presentmentMoney ?? set.shopMoney) : undefined;
  return isObject(money) && typeof money.amount === "string" ? money.amount : undefined;
}

function nodes(connection: unknown): Json[] {
  if (!isObject(connection)) return [];
  if (Array.isArray(connection.nodes)) return connection.nodes.filter(isObject);
  return Array.isArray(connection.edges)
    ? connection.edges.flatMap((edge) => (isObject(edge) && isObject(edge.node) ? [edge.node] : []))
    : [];
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : nodes(value);
}
