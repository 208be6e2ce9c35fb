import { z } from "zod";
import { decimal, id, tax } from "./values.ts";

export const line = z.object({
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
