import { z } from "zod";
import { typedConditionsSchema, typedProductsSchema, typedText } from "../rules/typed-schema.ts";

const days = { forever: z.boolean(), days: typedText };

/** What arrives of the form. */
export const typedPolicySchema = z.strictObject({
  window: z.strictObject({ ...days, from: z.enum(["order", "fulfillment", "delivery"]), buffer: typedText }),
  productWindows: z
    .array(z.strictObject({ ...days, id: z.string().max(64), products: typedProductsSchema }))
    .max(50),
  finalSale: typedProductsSchema,
  blocked: z.strictObject({ orderTags: typedText, customerTags: typedText, emails: typedText }),
  blockedProducts: typedProductsSchema,
  allowed: z.strictObject({
    orderTags: typedText,
    orderNames: typedText,
    customerTags: typedText,
    emails: typedText,
  }),
  reasons: z
    .array(
      z.strictObject({
        key: z.string().max(64),
        label: z.string().max(120),
        photo: z.enum(["never", "optional", "required"]),
        note: z.enum(["optional", "required"]),
        subReasons: typedText,
      }),
    )
    .max(40),
  money: z.boolean(),
  resolutionRules: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(64),
        name: z.string().max(200),
        when: typedConditionsSchema,
        without: z.enum(["store_credit", "original_payment"]),
      }),
    )
    .max(50),
});
