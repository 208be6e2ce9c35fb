import type { OrderDescription } from "../description/shop.ts";
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
    ...besides(order),
    lines: lines.map((line) => ({
      ...withId(line.id),
      ref: String(line.id),
      ...(isObject(line.variant) ? { variant: String(line.variant.id) } : {}),
      ...(typeof line.sku === "string" ? { sku: line.sku } : {}),
      ...(typeof line.variantTitle === "string" ? { variantTitle: line.variantTitle } : {}),
      title: String(line.title ?? "Item"),
      quantity: Number(line.quantity ?? 1),
      unitPrice: amount(line.originalUnitPriceSet) ?? share(order, lines),
      taxes: taxesOf(line),
    })),
    discounts: discountsOf(order),
    ...(price === undefined
      ? {}
      : { shipping: { price, taxes: taxesOf(shipping ?? {}), ...said(shipping, "title", "code") } }),
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
      ...(entry.status === "CANCELLED" ? { status: "CANCELLED" as const } : {}),
      ...trackingOf(entry),
      lines: nodes(entry.fulfillmentLineItems).map((part) => ({
        ...withId(part.id),
        line: String(isObject(part.lineItem) ? part.lineItem.id : ""),
        quantity: Number(part.quantity),
      })),
    })),
    ...toBeSent(order, lines),
    refunds: refundsOf(order, lines),
    ...(typeof order.cancelledAt === "string" ? { cancelled: { at: "-1d" } } : {}),
    returns: nodes(order.returns).flatMap((entry) => returnOf(entry, order)),
  };
}

/** What an order says of itself besides its money. */
function besides(order: Json): Partial<OrderDescription> {
  const address = (shown: unknown) => (isObject(shown) ? addressOf(shown) : undefined);
  const [shippingAddress, billingAddress] = [address(order.shippingAddress), address(order.billingAddress)];
  return {
    ...said(order, "note", "poNumber"),
    ...(Array.isArray(order.tags) ? { tags: order.tags.map(String) } : {}),
    ...(shippingAddress ? { shippingAddress } : {}),
    ...(billingAddress ? { billingAddress } : {}),
  };
}

function addressOf(shown: Json): OrderDescription["shippingAddress"] {
  const { countryCodeV2, ...rest } = shown;
  const plain = Object.entries(rest).filter(([, value]) => typeof value === "string");
  return {
    ...Object.fromEntries(plain),
    ...(typeof countryCodeV2 === "string" ? { countryCode: countryCodeV2 } : {}),
  };
}

/** One code took the whole discount, as far as the order tells. */
function discountsOf(order: Json): NonNullable<OrderDescription["discounts"]> {
  const off = amount(order.totalDiscountsSet ?? order.currentTotalDiscountsSet);
  if (off === undefined || Number(off) === 0) return [];
  const code = Array.isArray(order.discountCodes) ? order.discountCodes[0] : undefined;
  return [{ title: String(code ?? "Discount"), amount: off, ...(code ? { code: String(code) } : {}) }];
}

function taxesOf(part: Json): { title: string; rate: string; amount: string }[] {
  return list(part.taxLines).map((tax) => ({
    title: String(tax.title),
    rate: String(tax.rate ?? 0),
    amount: amount(tax.priceSet) ?? "0",
  }));
}

function trackingOf(fulfillment: Json): {
  trackingCompany?: string;
  trackingNumber?: string;
  trackingUrl?: string;
} {
  const shown = list(fulfillment.trackingInfo)[0] ?? {};
  const one = (name: string, as: string) => (typeof shown[name] === "string" ? { [as]: shown[name] } : {});
  return {
    ...one("company", "trackingCompany"),
    ...one("number", "trackingNumber"),
    ...one("url", "trackingUrl"),
  };
}

/** Its fulfillment orders, where they and their lines say which they are. */
function toBeSent(order: Json, lines: readonly Json[]): Pick<OrderDescription, "fulfillmentOrders"> {
  const shown = nodes(order.fulfillmentOrders);
  const parts = (entry: Json) => nodes(entry.lineItems);
  const known = new Set(lines.map(({ id }) => id));
  const tells = (entry: Json) =>
    parts(entry).every((part) => isObject(part.lineItem) && known.has(part.lineItem.id));
  if (shown.length === 0 || !shown.every((entry) => isObject(entry.lineItems) && tells(entry))) return {};
  return {
    fulfillmentOrders: shown.map((entry) => ({
      ...withId(entry.id),
      ...(isObject(entry.assignedLocation) ? { location: String(entry.assignedLocation.name) } : {}),
      status: entry.status === "CLOSED" || entry.status === "IN_PROGRESS" ? entry.status : "OPEN",
      lines: parts(entry).map((part) => ({
        ...withId(part.id),
        line: String(isObject(part.lineItem) ? part.lineItem.id : ""),
        quantity: Number(part.totalQuantity ?? 0),
        remaining: Number(part.remainingQuantity ?? part.totalQuantity ?? 0),
      })),
    })),
  };
}

/** The texts among these properties. */
function said<N extends string>(shown: Json | undefined, ...names: N[]): { [K in N]?: string } {
  const texts = names.filter((name) => typeof shown?.[name] === "string");
  return Object.fromEntries(texts.map((name) => [name, shown?.[name]])) as { [K in N]?: string };
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
    lines: named(refund) ?? (refunds.length === 1 ? gone : []),
  }));
}

/** The pieces a refund tells itself. */
function named(
  refund: Json,
): { id?: number; line: string; quantity: number; restockType?: "RETURN" }[] | undefined {
  const shown = nodes(refund.refundLineItems).filter((part) => isObject(part.lineItem));
  if (shown.length === 0) return undefined;
  return shown.map((part) => ({
    ...withId(part.id),
    line: String(isObject(part.lineItem) ? part.lineItem.id : ""),
    quantity: Number(part.quantity ?? 1),
    ...(typeof part.restockType === "string" ? { restockType: part.restockType as "RETURN" } : {}),
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
