import type { Customer } from "../customers/customer.ts";
import type { Context } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { fulfillmentOrderFor } from "../load/load-order.ts";
import { parseMinor } from "../money/amount.ts";
import { announceOrder } from "../webhooks/announce.ts";
import type { Order, OrderLine, OrderTransaction, TaxLine } from "./order.ts";

interface MoneyBagInput {
  shopMoney?: { amount: string; currencyCode: string } | null;
  presentmentMoney?: { amount: string; currencyCode: string } | null;
}

interface TaxInput {
  title: string;
  rate: string | number;
  priceSet?: MoneyBagInput | null;
}

interface OrderInput {
  currency?: string | null;
  presentmentCurrency?: string | null;
  customer?: {
    toAssociate?: { id: string } | null;
    toUpsert?: { email?: string | null; firstName?: string | null; lastName?: string | null } | null;
  } | null;
  customerId?: string | null;
  email?: string | null;
  phone?: string | null;
  lineItems?:
    | {
        title?: string | null;
        variantId?: string | null;
        variantTitle?: string | null;
        sku?: string | null;
        vendor?: string | null;
        quantity: number;
        priceSet?: MoneyBagInput | null;
        requiresShipping?: boolean | null;
        taxable?: boolean | null;
        giftCard?: boolean | null;
        taxLines?: TaxInput[] | null;
      }[]
    | null;
  shippingLines?: { title: string; priceSet: MoneyBagInput; taxLines?: TaxInput[] | null }[] | null;
  transactions?:
    | {
        amountSet: MoneyBagInput;
        gateway?: string | null;
        kind?: OrderTransaction["kind"] | null;
        status?: OrderTransaction["status"] | null;
      }[]
    | null;
  shippingAddress?: Order["shippingAddress"];
  billingAddress?: Order["billingAddress"];
  taxesIncluded?: boolean | null;
  tags?: string[] | null;
  note?: string | null;
  name?: string | null;
  test?: boolean | null;
  processedAt?: string | null;
  closedAt?: string | null;
}

/** orderCreate: how tests and recordings make their own orders. Without transactions it has no financial status. */
export function orderCreate(_source: unknown, { order: input }: { order: OrderInput }, context: Context) {
  const { shop, world } = context;
  if (!input.lineItems?.length)
    return {
      order: null,
      userErrors: [
        userError(["order", "lineItems"], "Line items must have at least one line item", "INVALID"),
      ],
    };
  const currency = input.currency ?? shop.shop.currency;
  const presentment = input.presentmentCurrency ?? currency;
  const now = world.nowText();
  const number = shop.shop.nextOrderNumber;
  shop.settings.save(Object.assign(shop.shop, { nextOrderNumber: number + 1 }));
  const customer = customerFor(context, input);
  const minor = (set: MoneyBagInput | null | undefined) => minorOf(set, presentment);
  const taxes = (lines: TaxInput[] | null | undefined): TaxLine[] =>
    (lines ?? []).map((tax) => ({ title: tax.title, rate: String(tax.rate), amount: minor(tax.priceSet) }));
  const order: Order = {
    id: world.nextId("Order"),
    number,
    name: input.name ?? `#${number}`,
    customerId: customer?.id ?? null,
    email: input.email ?? customer?.email ?? null,
    phone: input.phone ?? null,
    currency,
    presentmentCurrency: presentment,
    rate: rateOf(input, currency, presentment),
    createdAt: now,
    processedAt: input.processedAt ?? now,
    updatedAt: now,
    locale: customer?.locale ?? shop.shop.primaryLocale,
    taxesIncluded: Boolean(input.taxesIncluded),
    lines: input.lineItems.map((line, index) =>
      lineOf(context, line, index, minor(line.priceSet), taxes(line.taxLines)),
    ),
    shippingLines: (input.shippingLines ?? []).map((line) => ({
      id: world.nextId("ShippingLine"),
      title: line.title,
      price: minor(line.priceSet),
      discount: 0n,
      taxes: taxes(line.taxLines),
    })),
    tip: 0n,
    transactions: (input.transactions ?? []).map((entry) => ({
      id: world.nextId("OrderTransaction"),
      kind: entry.kind ?? "SALE",
      status: entry.status ?? "SUCCESS",
      gateway: entry.gateway ?? "manual",
      amount: minor(entry.amountSet),
      parentId: null,
      refundId: null,
      at: now,
      test: Boolean(input.test),
    })),
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
    tags: [...(input.tags ?? [])].sort(),
    note: input.note ?? null,
    timeline: [
      { at: now, text: "Order created", by: context.installation.appName, requestId: context.requestId },
    ],
  };
  order.fulfillmentOrders = [fulfillmentOrderFor(context, order)];
  shop.orders.save(order);
  announceOrder(shop, "create", order);
  return { order: as("Order", order), userErrors: [] };
}

function lineOf(
  { world, shop }: Context,
  line: NonNullable<OrderInput["lineItems"]>[number],
  index: number,
  unitPrice: bigint,
  taxes: TaxLine[],
): OrderLine {
  const id = idIn(line.variantId, "ProductVariant");
  const product = shop.products.find((entry) => entry.variants.some((variant) => variant.id === id));
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
    unitPrice: line.priceSet ? unitPrice : (variant?.price ?? 0n),
    discounts: [],
    taxes,
    duties: [],
    requiresShipping: Boolean(line.requiresShipping),
    taxable: line.taxable !== false,
    giftCard: Boolean(line.giftCard),
    weightGrams: variant?.weightGrams ?? 0,
    customAttributes: [],
  };
}

function customerFor({ shop, world }: Context, input: OrderInput): Customer | undefined {
  const id = idIn(input.customer?.toAssociate?.id ?? input.customerId, "Customer");
  if (id !== undefined) return shop.customers.get(id);
  const upsert = input.customer?.toUpsert;
  if (!upsert) return undefined;
  const known = shop.customers.find((entry) => entry.email !== null && entry.email === upsert.email);
  if (known) return known;
  const now = world.nowText();
  return shop.customers.save({
    id: world.nextId("Customer"),
    email: upsert.email ?? null,
    firstName: upsert.firstName ?? null,
    lastName: upsert.lastName ?? null,
    phone: null,
    locale: shop.shop.primaryLocale,
    tags: [],
    note: null,
    state: "DISABLED",
    address: null,
    createdAt: now,
    updatedAt: now,
  });
}

function minorOf(set: MoneyBagInput | null | undefined, currency: string): bigint {
  const money = set?.presentmentMoney?.currencyCode === currency ? set.presentmentMoney : set?.shopMoney;
  return money ? parseMinor(money.amount, currency) : 0n;
}

/** The rate the first line's two prices imply. */
function rateOf(input: OrderInput, currency: string, presentment: string): string {
  const set = input.lineItems?.find(
    (line) => line.priceSet?.presentmentMoney && line.priceSet.shopMoney,
  )?.priceSet;
  if (currency === presentment || !set?.shopMoney || !set.presentmentMoney) return "1";
  const [shop, buyer] = [
    parseMinor(set.shopMoney.amount, "KWD"),
    parseMinor(set.presentmentMoney.amount, "KWD"),
  ];
  const scaled = shop === 0n ? 10n ** 9n : (buyer * 10n ** 9n) / shop;
  return `${scaled / 10n ** 9n}.${(scaled % 10n ** 9n).toString().padStart(9, "0")}`;
}
