import { z } from "zod";

/**
 * Amounts are decimal strings in major units (`"20.00"`, `"1500"`). Dates are ISO instants, or relative to the stand-in's
 * clock: `"-12d"`, `"-3h"`, `"+90d"`, `"now"`. Ids (numeric, the last part of a gid) may be forced; left out, the stand-in
 * hands them out in order.
 */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "a decimal string such as 20.00");
export const currency = z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code");
export const when = z
  .string()
  .refine(
    (text) => text === "now" || /^[+-]\d+[smhdw]$/.test(text) || !Number.isNaN(Date.parse(text)),
    "an ISO instant, or relative like -12d",
  );
export const id = z.number().int().positive().optional();

export const tax = z.object({
  title: z.string(),
  /** 0.19 for 19 %. */
  rate: decimal,
  /** Left out, it is worked out from the discounted price, half-up. */
  amount: decimal.optional(),
});
