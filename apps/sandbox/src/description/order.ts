import { z } from "zod";
import { address } from "./customer.ts";
import { fulfillment, fulfillmentOrder, refund, returned, transaction } from "./order-history.ts";
import { line } from "./order-line.ts";
import { currency, decimal, id, tax, when } from "./values.ts";

/** Every amount inside is in the presentment currency, the one the buyer paid in; the shop side is worked out by its rate. */
export const order = z.object({
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
  /** Left out: one, of everything that is not sent yet. */
  fulfillmentOrders: z.array(fulfillmentOrder).optional(),
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
