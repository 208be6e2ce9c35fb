import type { ParsedOrder } from "../description/shop.ts";
import { parseMinor, scaled } from "../money/amount.ts";
import type { Order, OrderLine } from "../orders/order.ts";
import { orderTotal } from "../orders/totals.ts";
import { readWhen } from "../world/clock.ts";
import { loadFulfillments } from "./load-fulfillments.ts";
import { loadHistory } from "./load-history.ts";
import { payFor } from "./load-payments.ts";
import type { Loading } from "./loading.ts";
import { pricedLines, pricedShipping } from "./price-lines.ts";

/** Prices, pays, ships and ages one described order. */
export function loadOrder(loading: Loading, described: ParsedOrder): Order {
  const { world, shop, parsed } = loading;
  const settings = shop.shop;
  const number = described.number ?? settings.nextOrderNumber;
  settings.nextOrderNumber = Math.max(settings.nextOrderNumber, number + 1);
  shop.settings.save(settings);
  const customer = described.customer === null ? null : loading.customers.get(described.customer);
  if (customer === undefined)
    throw new Error(
      `Order ${number} names the customer "${described.customer}", whom the description does not have`,
    );
  const createdAt = readWhen(described.createdAt, world.now());
  const currency = described.presentment?.currency ?? parsed.currency;
  const taxesIncluded = described.taxesIncluded ?? parsed.taxesIncluded;
  const lines = pricedLines(loading, described, currency, taxesIncluded);
  const order: Order = {
    id: described.id === undefined ? world.nextId("Order") : world.reserveId("Order", described.id),
    number,
    name: described.name ?? `#${number}`,
    customerId: customer?.id ?? null,
    email: described.email === undefined ? (customer?.email ?? null) : described.email,
    phone: customer?.phone ?? null,
    currency: parsed.currency,
    presentmentCurrency: currency,
    rate: described.presentment?.rate ?? "1",
    createdAt,
    processedAt: described.processedAt ? readWhen(described.processedAt, world.now()) : createdAt,
    updatedAt: createdAt,
    locale: described.locale ?? customer?.locale ?? parsed.primaryLocale,
    taxesIncluded,
    lines,
    shippingLines: pricedShipping(loading, described, currency, taxesIncluded),
    tip: described.tip ? parseMinor(described.tip, currency) : 0n,
    transactions: [],
    fulfillmentOrders: [],
    fulfillments: [],
    refunds: [],
    cancelledAt: null,
    cancelReason: null,
    staffNote: null,
    closedAt: null,
    test: described.test,
    company: described.company
      ? {
          id: world.nextId("Company"),
          name: described.company.name,
          locationId: world.nextId("CompanyLocation"),
          locationName: described.company.location,
          contactId: world.nextId("CompanyContact"),
        }
      : null,
    shippingAddress: described.shippingAddress ?? customer?.address ?? null,
    billingAddress: described.billingAddress ?? customer?.address ?? null,
    tags: described.tags,
    note: described.note,
    poNumber: described.poNumber,
    timeline: [
      {
        at: createdAt,
        text: "Order placed",
        by: customer?.email ?? described.email ?? "Customer",
        requestId: null,
      },
    ],
  };
  if (scaled(order.rate, 12) <= 0n)
    throw new Error(`Order ${number} has an exchange rate that is not above zero`);
  shop.orders.save(order);
  payFor(loading, order, described, orderTotal(order));
  loadFulfillments(loading, order, described);
  loadHistory(loading, order, described);
  return shop.orders.save(order);
}

/** Which line a description means: its ref, or its place. Throws when there is none. */
export function lineNamed(order: Order, name: string | number): OrderLine {
  const line = typeof name === "number" ? order.lines[name] : order.lines.find((entry) => entry.ref === name);
  if (!line) throw new Error(`Order ${order.name} has no line "${name}"`);
  return line;
}
