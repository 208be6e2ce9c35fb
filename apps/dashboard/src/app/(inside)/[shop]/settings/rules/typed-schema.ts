import { z } from "zod";

/** What arrives of the forms about rules: texts, as they were typed. What they mean is for the readers to say. */
const text = z.string().max(5000);
const amounts = z.record(z.string().max(10), z.string().max(50));
const yes = z.enum(["yes", "no"]);
const range = z.strictObject({ from: amounts, to: amounts });
const ends = z.strictObject({ from: z.string().max(20), to: z.string().max(20) });

export const typedAmounts = amounts;
export const typedText = text;
export const typedNames = z.array(z.string().max(200)).max(200);

/** The fields of a bonus, wherever one is typed. */
export const typedBonusShape = {
  kind: z.enum(["none", "percent", "fixed", "both", "tiers"]),
  percent: text,
  of: z.enum(["items", "items_with_tax", "after_fees"]),
  fixed: amounts,
  per: z.enum(["return", "order"]),
  tiers: z.array(z.strictObject({ from: amounts, percent: text, fixed: amounts })).max(10),
};

export const typedProductsSchema = z.strictObject({
  tags: text,
  types: text,
  vendors: text,
  collectionIds: text,
  productIds: text,
});

export const typedConditionsSchema = z.strictObject({
  reasons: typedNames.optional(),
  products: typedProductsSchema.optional(),
  customerTags: text.optional(),
  segments: typedNames.optional(),
  orderTags: text.optional(),
  countries: text.optional(),
  orderValue: range.optional(),
  returnValue: range.optional(),
  between: ends.optional(),
  firstReturn: yes.optional(),
  returnsBefore: ends.optional(),
  switched: yes.optional(),
  photos: yes.optional(),
});
