import { fromWire, type Money, toWire } from "@kept/money";
import { z } from "zod";
import { resolutionSchema } from "../policy/policy.ts";
import type { Quote } from "./quote-types.ts";

/** Money on the wire, read back into minor units. */
const moneySchema = z
  .strictObject({ amount: z.string().max(40), currency: z.string().length(3) })
  .transform((wire, context): Money => {
    try {
      return fromWire(wire);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
      return z.NEVER;
    }
  });

const valueSchema = z.union([
  z.string(),
  z.number(),
  z.strictObject({ basisPoints: z.number() }),
  moneySchema,
]);
const valuesSchema = z.record(z.string(), valueSchema);

const rowSchema = z.strictObject({
  key: z.string(),
  group: z.enum(["items", "tax", "duties", "shipping", "fees", "cap", "bonus"]),
  amount: moneySchema,
  included: z.boolean(),
  label: z.strictObject({ key: z.string(), values: valuesSchema }),
  inputs: valuesSchema,
  rule: z.string(),
});

const totalsSchema = z.strictObject({
  items: moneySchema,
  tax: moneySchema,
  duties: moneySchema,
  shipping: moneySchema,
  fees: moneySchema,
  cap: moneySchema,
  base: moneySchema,
  bonus: moneySchema,
  total: moneySchema,
});

const lineSchema = z.strictObject({
  lineItemId: z.string(),
  title: z.string(),
  quantity: z.int().min(1),
  items: moneySchema,
  tax: moneySchema,
  base: moneySchema,
  bonus: moneySchema,
});

const days = z.int().nullable();
const date = z.iso.date().nullable();

/** A quote as it is stored and sent. `format` says which shape: what was written once is read for ever. */
export const quoteSchema = z.strictObject({
  format: z.literal(1),
  resolution: resolutionSchema,
  currency: z.string().length(3),
  policyVersion: z.int(),
  at: z.iso.datetime().transform((text) => new Date(text)),
  orderId: z.string(),
  taxesIncluded: z.boolean(),
  rows: z.array(rowSchema),
  totals: totalsSchema,
  lines: z.array(lineSchema),
  expiry: z.strictObject({ base: date, bonus: date, baseAfterDays: days, bonusAfterDays: days }),
  payments: z.array(
    z.strictObject({
      transactionId: z.string(),
      kind: z.enum(["card", "gift_card", "store_credit", "other"]),
      amount: moneySchema,
    }),
  ),
  decisions: z.array(
    z.strictObject({
      rule: z.string(),
      name: z.string(),
      outcome: z.enum(["won", "lost", "not_met"]),
      lines: z.array(z.string()),
      because: z.string(),
    }),
  ),
});

export type QuoteJson = z.input<typeof quoteSchema>;

/** Plain JSON with money as decimals; `quoteFromJson` is its inverse. */
export function quoteToJson(quote: Quote): QuoteJson {
  return plain(quote) as QuoteJson;
}

/** Throws a ZodError for anything that is not exactly a quote. */
export function quoteFromJson(json: unknown): Quote {
  return quoteSchema.parse(json);
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (isMoney(value)) return toWire(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function isMoney(value: object): value is Money {
  return "minor" in value && typeof value.minor === "bigint";
}
