import { z } from "zod";
import { amountsSchema } from "./amounts.ts";
import { basisPointsSchema } from "./bonus.ts";
import { productsSchema } from "./products.ts";

/** Who need not pay a fee: whoever chooses store credit, and whoever returns for one of these reasons. */
const waiver = {
  waivedForCredit: z.boolean().default(true),
  exceptReasons: z.array(z.string().min(1)).default([]),
};

export const returnFeeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("fixed"),
    amounts: amountsSchema,
    per: z.enum(["return", "order"]).default("return"),
    ...waiver,
  }),
  z.strictObject({ kind: z.literal("percent"), basisPoints: basisPointsSchema, ...waiver }),
]);

/** Percent of what a line's units were paid with. Shopify knows restocking fees only as a percentage per line. */
export const restockingFeeSchema = z.strictObject({
  basisPoints: basisPointsSchema,
  products: productsSchema.nullable().default(null),
  ...waiver,
});

export const labelFeeSchema = z.strictObject({ amounts: amountsSchema, ...waiver });

export const feesSchema = z.strictObject({
  returnFee: returnFeeSchema,
  restocking: restockingFeeSchema.nullable(),
  label: labelFeeSchema.nullable(),
});

export type Fees = z.output<typeof feesSchema>;
export type ReturnFee = z.output<typeof returnFeeSchema>;
export type RestockingFee = z.output<typeof restockingFeeSchema>;
export type LabelFee = z.output<typeof labelFeeSchema>;
