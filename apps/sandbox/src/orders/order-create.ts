import { inOrder } from "../customers/customer-input.ts";
import { openFulfillmentOrder } from "../fulfillment-orders/open-fulfillment-order.ts";
import { piecesOf } from "../fulfillment-orders/pieces.ts";
import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, gid, idIn } from "../graphql/gid.ts";
import { withMetafields } from "../metafields/metafield.ts";
import { announceOrder } from "../webhooks/announce.ts";
import type { Order, OrderLine, TaxLine } from "./order.ts";
import { customerOf } from "./order-customer.ts";
import type { LineInput, OrderInput, TaxInput } from "./order-input.ts";
import { applyDiscount, minorIn, type Pricing, pricingOf } from "./order-pricing.ts";
import { sendOut } from "./send-out.ts";

/** orderCreate: how tests and recordings make their own orders. Without transactions it has no financial status. */
export function orderCreate(_source: unknown, { order: input }: { order: OrderInput }, context: Context) {
  const { shop } = context;
  const why = whyNot(context, input);
  if (why) return { order: null, userErrors: [why] };
  const number = shop.shop.nextOrderNumber;
  shop.settings.save(Object.assign(shop.shop, { nextOrderNumber: number + 1 }));
  const order = orderFrom(context, input, number);
  const toSend = openFulfillmentOrder(shop, order);
  order.fulfillmentOrders = [toSend];
  shop.orders.save(order);
  const everything = piecesOf(toSend, null);
  if (input.fulfillmentStatus === "FULFILLED" && typeof everything !== "string")
    sendOut(context, order, everything, null);
  announceOrder(shop, "create", order);
  return { order: as("Order", order), userErrors: [] };
}

/** In the order recorded, one at a time. */
function whyNot({ world }: Context, input: OrderInput): UserError | undefined {
  if (!input.lineItems?.length)
    return userError(["order", "lineItems"], "Line items must have at least one line item", "INVALID");
  if (input.processedAt && Date.parse(input.processedAt) > world.now().getTime())
    return userError(["order", "processedAt"], "Processed at must be in the past", "PROCESSED_AT_INVALID");
  if (input.customerId && input.customer)
    return userError(
      ["order"],
      "Only one of customer or customer_id can be provided",
      "REDUNDANT_CUSTOMER_FIELDS",
    );
  return rateMissing("lineItems", input.lineItems) ?? rateMissing("shippingLines", input.shippingLines ?? []);
}

/** Recorded with the places as numbers, unlike everywhere else. */
function rateMissing(
  list: string,
  entries: readonly { taxLines?: TaxInput[] | null }[],
): UserError | undefined {
  for (const [index, entry] of entries.entries())
    for (const [place, tax] of (entry.taxLines ?? []).entries())
      if (tax.rate === "") {
        const field = ["order", list, index, "taxLines", place, "rate"] as string[];
        return userError(field, "Tax line rate is missing", "TAX_LINE_RATE_MISSING");
      }
  return undefined;
}

function orderFrom(context: Context, input: OrderInput, number: number): Order {
  const { shop, world } = context;
  const pricing = pricingOf(input, shop.shop.currency);
  const now = world.nowText();
  const customer = customerOf(context, input);
  const taxes = (lines: TaxInput[] | null | undefined) => taxLines(lines, pricing);
  const lines = (input.lineItems ?? []).map((line, index) => lineOf(context, line, index, pricing));
  const shippingLines = (input.shippingLines ?? []).map((line) => ({
    id: world.nextId("ShippingLine"),
    title: line.title,
    code: line.code ?? line.title,
    source: line.source ?? null,
    price: minorIn(line.priceSet, pricing),
    discount: 0n,
    taxes: taxes(line.taxLines),
  }));
  applyDiscount(input.discountCode, lines, shippingLines, pricing);
  return {
    id: world.nextId("Order"),
    number,
    name: input.name ?? `#${number}`,
    customerId: customer?.id ?? null,
    email: input.email ?? customer?.email ?? null,
    phone: input.phone ?? null,
    poNumber: input.poNumber ?? null,
    currency: pricing.currency,
    presentmentCurrency: pricing.presentment,
    rate: pricing.rate,
    createdAt: now,
    processedAt: input.processedAt ?? now,
    updatedAt: now,
    locale: customer?.locale ?? shop.shop.primaryLocale,
    taxesIncluded: Boolean(input.taxesIncluded),
    lines,
    shippingLines,
    tip: 0n,
    transactions: transactionsOf(context, input, pricing),
    declaredStatus: input.financialStatus ?? null,
    fulfillmentOrders: [],
    fulfillments: [],
    refunds: [],
    cancelledAt: null,
    cancelReason: null,
    staffNote: null,
    closedAt: input.closedAt ?? null,
    test: Boolean(input.test),
    company: null,
    shippingAddress: input.shippingAddress ?? null,
    billingAddress: input.billingAddress ?? null,
    tags: inOrder(input.tags ?? []),
    note: input.note ?? null,
    customAttributes: input.customAttributes ?? [],
    ...withMetafields(world, {}, input.metafields),
    timeline: [
      { at: now, text: "Order created", by: context.installation.appName, requestId: context.requestId },
    ],
  };
}

function transactionsOf({ world }: Context, input: OrderInput, pricing: Pricing): Order["transactions"] {
  return (input.transactions ?? []).map((entry) => ({
    id: world.nextId("OrderTransaction"),
    kind: entry.kind ?? "SALE",
    status: entry.status ?? "SUCCESS",
    gateway: entry.gateway ?? "manual",
    amount: minorIn(entry.amountSet, pricing),
    parentId: null,
    refundId: null,
    at: world.nowText(),
    test: Boolean(input.test),
  }));
}

function taxLines(lines: TaxInput[] | null | undefined, pricing: Pricing): TaxLine[] {
  return (lines ?? []).map((tax) => ({
    title: tax.title,
    rate: String(tax.rate),
    amount: minorIn(tax.priceSet, pricing),
  }));
}

function lineOf({ world, shop }: Context, line: LineInput, index: number, pricing: Pricing): OrderLine {
  const id = idIn(line.variantId, "ProductVariant");
  const product =
    shop.products.find((entry) => entry.variants.some((variant) => variant.id === id)) ??
    shop.products.find((entry) => gid("Product", entry.id) === line.productId);
  const variant = product?.variants.find((entry) => entry.id === id);
  return {
    id: world.nextId("LineItem"),
    ref: String(index),
    variantId: variant?.id ?? null,
    productId: product?.id ?? null,
    title: line.title ?? product?.title ?? "",
    variantTitle: line.variantTitle ?? null,
    sku: line.sku ?? variant?.sku ?? null,
    vendor: line.vendor ?? product?.vendor ?? null,
    quantity: line.quantity,
    removedQuantity: 0,
    unitPrice: line.priceSet ? minorIn(line.priceSet, pricing) : (variant?.price ?? 0n),
    discounts: [],
    taxes: taxLines(line.taxLines, pricing),
    duties: [],
    requiresShipping: Boolean(line.requiresShipping),
    taxable: line.taxable !== false,
    giftCard: Boolean(line.giftCard),
    weightGrams: variant?.weightGrams ?? 0,
    customAttributes: (line.properties ?? []).map(({ name, value }) => ({ key: name, value })),
  };
}
