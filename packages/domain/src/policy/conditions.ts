import { z } from "zod";
import { amountsSchema } from "./amounts.ts";
import { productsSchema } from "./products.ts";

const words = z.array(z.string().min(1)).min(1);
const range = z.strictObject({ from: amountsSchema.optional(), to: amountsSchema.optional() });

/**
 * When a rule holds: every condition that is named must be met, and of a list any one entry is enough.
 * `reasons` and `products` are about one line of the return, all others about the return as a whole.
 * No condition at all is always met.
 */
export const conditionsSchema = z.strictObject({
  reasons: words.optional(),
  products: productsSchema.optional(),
  customerTags: words.optional(),
  segments: words.optional(),
  orderTags: words.optional(),
  /** Of the shipping address, ISO 3166-1 alpha-2. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .optional(),
  /** What all lines of the order were paid with, after discounts; both ends included. */
  orderValue: range.optional(),
  /** What the chosen units are worth, after discounts; both ends included. */
  returnValue: range.optional(),
  /** Days of the request in UTC, both included. */
  between: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }).optional(),
  /** True: only a customer's first return; false: only a later one. */
  firstReturn: z.boolean().optional(),
  /** How many returns the customer made before; both ends included. */
  returnsBefore: z
    .strictObject({ from: z.int().min(0).optional(), to: z.int().min(0).optional() })
    .optional(),
  /** True: the customer had asked for the original payment first. */
  switched: z.boolean().optional(),
  photos: z.boolean().optional(),
});

export type Conditions = z.output<typeof conditionsSchema>;
export type ConditionName = keyof Conditions;
