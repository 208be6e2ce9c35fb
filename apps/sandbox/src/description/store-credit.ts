import { z } from "zod";
import { currency, decimal, id, when } from "./values.ts";

export const storeCreditAccount = z.object({
  id,
  /** A customer of this description by ref. */
  customer: z.string(),
  currency,
  credits: z
    .array(
      z.object({
        amount: decimal,
        at: when.default("now"),
        expiresAt: when.nullable().default(null),
        note: z.string().optional(),
      }),
    )
    .default([]),
});
