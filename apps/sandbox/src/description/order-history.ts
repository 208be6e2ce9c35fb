import { z } from "zod";
import { decimal, id, when } from "./values.ts";

/** What became of an order: paid, sent, given back. */
export const transaction = z.object({
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

/** What is to be sent from where, as it stands after everything that was sent. */
export const fulfillmentOrder = z.object({
  id,
  /** A location of this description by its name; left out, the first. */
  location: z.string().optional(),
  status: z.enum(["OPEN", "IN_PROGRESS", "CLOSED"]).default("OPEN"),
  lines: z.array(
    lineQuantity.extend({
      quantity: z.number().int().nonnegative(),
      /** Pieces still to be sent; left out, all. */
      remaining: z.number().int().nonnegative().optional(),
    }),
  ),
});

export const fulfillment = z.object({
  id,
  status: z.enum(["SUCCESS", "CANCELLED"]).default("SUCCESS"),
  /** Which pieces went out; left out, everything that needs shipping. `line` is a line's ref or its index. */
  lines: z.array(lineQuantity).optional(),
  at: when,
  deliveredAt: when.nullable().default(null),
  trackingCompany: z.string().optional(),
  trackingNumber: z.string().optional(),
  trackingUrl: z.string().optional(),
});

export const refund = z.object({
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

export const returned = z.object({
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
