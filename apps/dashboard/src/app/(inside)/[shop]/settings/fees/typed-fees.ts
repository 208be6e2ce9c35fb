import { z } from "zod";
import { typedAmounts, typedNames, typedProductsSchema, typedText } from "../rules/typed-schema.ts";

const waiver = { waivedForCredit: z.boolean(), exceptReasons: typedNames };
const refundRule = z.enum(["never", "proportional", "when_everything_returned"]);

/** What arrives of the form. */
export const typedFeesSchema = z.strictObject({
  returnFee: z.strictObject({
    ...waiver,
    kind: z.enum(["none", "fixed", "percent"]),
    amounts: typedAmounts,
    per: z.enum(["return", "order"]),
    percent: typedText,
  }),
  restocking: z.strictObject({
    ...waiver,
    on: z.boolean(),
    percent: typedText,
    some: z.boolean(),
    products: typedProductsSchema,
  }),
  label: z.strictObject({ ...waiver, on: z.boolean(), amounts: typedAmounts }),
  shipping: refundRule,
  duties: refundRule,
});
