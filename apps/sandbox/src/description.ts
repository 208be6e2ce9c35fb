import { z } from "zod";
import { segmentQuery } from "./customers/segments.ts";

/**
 * A shop as a test, a demo or a replay describes it: POST /control/shops takes exactly this.
 *
 * Amounts are decimal strings in major units (`"20.00"`, `"1500"`). Every amount inside an order is in the order's
 * presentment currency, the one the buyer paid in; the shop-currency side is worked out with `presentment.rate`.
 * Dates are ISO instants, or relative to the stand-in's clock: `"-12d"`, `"-3h"`, `"+90d"`, `"now"`.
 * Ids (numeric, the last part of a gid) may be forced; left out, the stand-in hands them out in order.
 */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "a decimal string such as 20.00");
const currency = z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code");
const when = z
  .string()
  .refine(
    (text) => text === "now" || /^[+-]\d+[smhdw]$/.test(text) || !Number.isNaN(Date.parse(text)),
    "an ISO instant, or relative like -12d",
  );
const id = z.number().int().positive().optional();

const tax = z.object({
  title: z.string(),
  /** 0.19 for 19 %. */
  rate: decimal,
  /** Left out, it is worked out from the discounted price, half-up. */
  amount: decimal.optional(),
});

const variant = z.object({
  id,
  /** How orders of this description name the variant; defaults to the SKU, then to the product's handle. */
  ref: z.string().optional(),
  title: z.string().default("Default Title"),
  sku: z.string().optional(),
  price: decimal,
  weightGrams: z.number().optional(),
  inventory: z.number().int().default(100),
});

const product = z.object({
  id,
  handle: z.string(),
  title: z.string(),
  type: z.string().default(""),
  vendor: z.string().default(""),
  tags: z.array(z.string()).default([]),
  /** Handles of collections; they exist as soon as a product names them. */
  collections: z.array(z.string()).default([]),
  /** A file under /cdn/{shop handle}/. */
  picture: z.string().optional(),
  pictureAlt: z.string().optional(),
  giftCard: z.boolean().default(false),
  variants: z.array(variant).min(1),
});

const address = z.object({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  company: z.string().optional(),
  address1: z.string().optional(),
  address2: z.string().optional(),
  city: z.string().optional(),
  province: z.string().optional(),
  provinceCode: z.string().optional(),
  country: z.string().optional(),
  countryCode: z.string().optional(),
  zip: z.string().optional(),
  phone: z.string().optional(),
});

const customer = z.object({
  id,
  /** How orders of this description name the customer; defaults to the e-mail address. */
  ref: z.string().optional(),
  email: z.string().nullable().default(null),
  firstName: z.string().nullable().default(null),
  lastName: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  locale: z.string().optional(),
  tags: z.array(z.string()).default([]),
  note: z.string().nullable().default(null),
  /** A registered customer (ENABLED) or one who only ever ordered as a guest (DISABLED). */
  state: z.enum(["DISABLED", "ENABLED", "INVITED", "DECLINED"]).default("DISABLED"),
  address: address.optional(),
  createdAt: when.optional(),
});

const segment = z.object({
  id,
  name: z.string(),
  /** The stand-in understands `customer_tags CONTAINS 'VIP'` and nothing else. */
  query: z.string().regex(segmentQuery),
});

const line = z.object({
  id,
  ref: z.string().optional(),
  /** A variant of this description, by its ref; left out, the line is a custom item. */
  variant: z.string().optional(),
  title: z.string().optional(),
  variantTitle: z.string().nullable().optional(),
  sku: z.string().nullable().optional(),
  quantity: z.number().int().positive(),
  /** Per piece, before discounts; with `taxesIncluded` it contains the tax. Defaults to the variant's price. */
  unitPrice: decimal.optional(),
  /** Line-level discount, for all pieces together. */
  discount: z.object({ title: z.string(), amount: decimal, code: z.string().optional() }).optional(),
  /** Defaults to the order's taxes. `[]` is untaxed. */
  taxes: z.array(tax).optional(),
  requiresShipping: z.boolean().default(true),
  taxable: z.boolean().default(true),
  giftCard: z.boolean().optional(),
  /** Order-edited away before the story begins: pieces that no longer count. */
  removedQuantity: z.number().int().nonnegative().default(0),
  duties: z.array(z.object({ amount: decimal, harmonizedSystemCode: z.string().optional() })).default([]),
  customAttributes: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
});

const transaction = z.object({
  id,
  kind: z.enum(["SALE", "AUTHORIZATION", "CAPTURE", "VOID", "REFUND"]).default("SALE"),
  status: z.enum(["SUCCESS", "PENDING", "FAILURE", "ERROR"]).default("SUCCESS"),
  /** `shopify_payments`, `manual`, `gift_card`, `shopify_store_credit`, … */
  gateway: z.string().default("shopify_payments"),
  /** `"rest"` is what no other transaction pays. */
  amount: z.union([decimal, z.literal("rest")]),
  at: when.optional(),
});

const lineQuantity = z.object({
  id,
  line: z.union([z.string(), z.number().int()]),
  quantity: z.number().int().positive(),
});

const fulfillment = z.object({
  id,
  /** Which pieces went out; left out, everything that needs shipping. `line` is a line's ref or its index. */
  lines: z.array(lineQuantity).optional(),
  at: when,
  deliveredAt: when.nullable().default(null),
  trackingCompany: z.string().optional(),
  trackingNumber: z.string().optional(),
  trackingUrl: z.string().optional(),
});

const refund = z.object({
  id,
  at: when,
  note: z.string().nullable().default(null),
  lines: z
    .array(
      lineQuantity.extend({ restockType: z.enum(["NO_RESTOCK", "RETURN", "CANCEL"]).default("NO_RESTOCK") }),
    )
    .default([]),
  shipping: decimal.optional(),
  /** What went back to the first payment that can take it; left out, what the lines and shipping are worth. */
  amount: decimal.optional(),
  /** What went back as store credit instead. */
  storeCredit: decimal.optional(),
});

const returned = z.object({
  id,
  ref: z.string().optional(),
  status: z.enum(["REQUESTED", "OPEN", "CLOSED", "DECLINED", "CANCELED"]).default("OPEN"),
  at: when,
  lines: z
    .array(
      lineQuantity.extend({
        reason: z.string().default("OTHER"),
        customerNote: z.string().nullable().default(null),
        restockingFeePercent: decimal.optional(),
      }),
    )
    .min(1),
  shippingFee: decimal.optional(),
});

const order = z.object({
  id,
  /** The number in `#1001`; left out, the next free one. */
  number: z.number().int().positive().optional(),
  name: z.string().optional(),
  /** A customer of this description by ref; `null` is an order nobody is linked to. */
  customer: z.string().nullable().default(null),
  /** Defaults to the customer's. */
  email: z.string().nullable().optional(),
  createdAt: when.default("now"),
  processedAt: when.optional(),
  locale: z.string().optional(),
  presentment: z
    .object({
      currency,
      /** Presentment units for one shop unit: USD shop, EUR buyer, `"0.92"`. */
      rate: decimal,
    })
    .optional(),
  taxesIncluded: z.boolean().optional(),
  taxes: z.array(tax).default([]),
  lines: z.array(line).min(1),
  /** Order-level discounts, spread over the lines by what they cost after line discounts. */
  discounts: z
    .array(z.object({ title: z.string(), amount: decimal, code: z.string().optional() }))
    .default([]),
  shipping: z
    .object({
      id,
      title: z.string().default("Standard"),
      code: z.string().optional(),
      price: decimal,
      discount: decimal.optional(),
      taxes: z.array(tax).optional(),
    })
    .nullable()
    .default(null),
  tip: decimal.optional(),
  /** Left out: one successful sale for the whole order. `[]`: not paid. */
  transactions: z.array(transaction).optional(),
  fulfillments: z.array(fulfillment).default([]),
  refunds: z.array(refund).default([]),
  returns: z.array(returned).default([]),
  cancelled: z
    .object({
      at: when,
      reason: z.enum(["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF"]).default("CUSTOMER"),
    })
    .optional(),
  test: z.boolean().default(false),
  /** Bought for a company: `purchasingEntity` is a PurchasingCompany. */
  company: z.object({ name: z.string(), location: z.string() }).optional(),
  shippingAddress: address.optional(),
  billingAddress: address.optional(),
  tags: z.array(z.string()).default([]),
  note: z.string().nullable().default(null),
  poNumber: z.string().nullable().default(null),
});

const storeCreditAccount = z.object({
  id,
  /** A customer of this description by ref. */
  customer: z.string(),
  currency,
  credits: z
    .array(
      z.object({
        amount: decimal,
        at: when.default("now"),
        expiresAt: when.nullable().default(null),
        note: z.string().optional(),
      }),
    )
    .default([]),
});

export const shopDescription = z.object({
  id,
  /** `bloom.myshopify.com`; the handle is its first part unless given. */
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/),
  handle: z.string().optional(),
  name: z.string(),
  email: z.string().default("owner@shop.example"),
  currency,
  timezone: z.string().default("Etc/UTC"),
  country: z.string().length(2).default("US"),
  plan: z.enum(["standard", "advanced", "plus", "enterprise"]).default("standard"),
  taxesIncluded: z.boolean().default(false),
  primaryLocale: z.string().default("en"),
  /** Markets the shop sells to: currencies a buyer may pay in, besides its own. */
  presentmentCurrencies: z.array(currency).default([]),
  customerAccountsVersion: z.enum(["CLASSIC", "NEW_CUSTOMER_ACCOUNTS"]).default("NEW_CUSTOMER_ACCOUNTS"),
  storeCreditEnabled: z.boolean().default(true),
  /** The number the next order gets, where orders do not say. */
  firstOrderNumber: z.number().int().positive().default(1001),
  /** The storefront's own domain, e.g. `bloomandthread.example`. */
  primaryDomain: z.string().optional(),
  brand: z
    .object({
      color: z.string().optional(),
      foreground: z.string().optional(),
      logo: z.string().optional(),
      shortDescription: z.string().optional(),
      slogan: z.string().optional(),
    })
    .default({}),
  locations: z
    .array(
      z.object({
        id,
        name: z.string(),
        country: z.string().default("US"),
        city: z.string().default(""),
        address1: z.string().default(""),
        zip: z.string().default(""),
        address2: z.string().optional(),
        phone: z.string().optional(),
        provinceCode: z.string().nullable().default(null),
        province: z.string().optional(),
        latitude: z.number().optional(),
        longitude: z.number().optional(),
        addressVerified: z.boolean().optional(),
        fulfillmentService: z
          .object({ id: z.number(), handle: z.string(), serviceName: z.string() })
          .optional(),
        suggestedAddresses: z
          .array(z.object({ address1: z.string(), countryCode: z.string(), formatted: z.array(z.string()) }))
          .optional(),
        active: z.boolean().default(true),
        fulfillsOnlineOrders: z.boolean().default(true),
      }),
    )
    .default([]),
  /** What a map knows of addresses: nothing here looks one up, so whoever needs it says where a street is. */
  map: z
    .array(
      z.object({
        address1: z.string(),
        city: z.string().default(""),
        zip: z.string().default(""),
        latitude: z.number(),
        longitude: z.number(),
        suggestedAddresses: z
          .array(z.object({ address1: z.string(), countryCode: z.string(), formatted: z.array(z.string()) }))
          .default([]),
      }),
    )
    .default([]),
  products: z.array(product).default([]),
  customers: z.array(customer).default([]),
  segments: z.array(segment).default([]),
  orders: z.array(order).default([]),
  storeCreditAccounts: z.array(storeCreditAccount).default([]),
});

/** What a caller writes: everything with a default may be left out. */
export type ShopDescription = z.input<typeof shopDescription>;
export type OrderDescription = z.input<typeof order>;
/** What the loader reads: defaults filled in. */
export type ParsedShop = z.output<typeof shopDescription>;
export type ParsedOrder = z.output<typeof order>;
