import { z } from "zod";
import { noProducts, productsSchema } from "./products.ts";

const words = z.array(z.string().min(1)).default([]);
const days = z.int().min(0).max(3650);

/**
 * How long things can be sent back. Days are counted from the order, from the fulfilment, or from the delivery;
 * where Shopify knows no delivery, from the fulfilment plus `bufferDays` for the parcel's way. `days: null`
 * means for ever. The first entry of `products` that names a product decides for it.
 */
export const windowSchema = z.strictObject({
  from: z.enum(["order", "fulfillment", "delivery"]),
  days: days.nullable(),
  bufferDays: z.int().min(0).max(90).default(0),
  products: z
    .array(z.strictObject({ products: productsSchema, days: days.nullable() }))
    .max(50)
    .default([]),
});

/** Orders and customers of whom nothing is taken back, whatever else holds. */
export const blockedSchema = z.strictObject({
  orderTags: words,
  customerTags: words,
  emails: words,
  products: productsSchema.default(noProducts),
});

/** Orders and customers for whom window, final sale and blocks do not count. */
export const allowedSchema = z.strictObject({
  orderTags: words,
  orderNames: words,
  customerTags: words,
  emails: words,
});

export type Window = z.output<typeof windowSchema>;
export type Blocked = z.output<typeof blockedSchema>;
export type Allowed = z.output<typeof allowedSchema>;
