import { z } from "zod";
import { resolutionSchema } from "../policy/policy.ts";

/** What somebody asks to have quoted over HTTP: an order, units of its lines, and what for. */
export const quoteRequestSchema = z.strictObject({
  orderId: z.string().min(1).max(200),
  lines: z
    .array(
      z.strictObject({
        lineItemId: z.string().min(1).max(200),
        quantity: z.int().min(1).max(100_000),
        reason: z.string().min(1).max(130).optional(),
      }),
    )
    .min(1)
    .max(250),
  resolution: resolutionSchema,
});

export type QuoteRequest = z.output<typeof quoteRequestSchema>;
