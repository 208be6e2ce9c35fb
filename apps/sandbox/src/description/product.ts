import { z } from "zod";
import { decimal, id } from "./values.ts";

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

export const product = z.object({
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
