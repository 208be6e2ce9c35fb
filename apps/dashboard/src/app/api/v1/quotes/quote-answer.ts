import { moneyResource as money } from "@kept/domain";
import { z } from "zod";

const values = z
  .record(z.string(), z.union([z.string(), z.number(), z.strictObject({ basisPoints: z.number() }), money]))
  .meta({
    id: "Values",
    description: "Named facts: text, a count, a share in basis points (1,000 are 10 %), or an amount.",
  });

const row = z
  .strictObject({
    key: z.string().describe("Names the row within its quote."),
    group: z.enum(["items", "tax", "duties", "shipping", "fees", "cap", "bonus"]),
    amount: money.describe("Fees and caps are below zero."),
    included: z.boolean().describe("True: contained in another row, and not to be summed (tax in prices)."),
    text: z.string().describe("The row in words, in the answer's language."),
    label: z.strictObject({ key: z.string(), values }).describe("What `text` was made of."),
    inputs: values.describe("What the amount was worked out from, to check it with pencil and paper."),
    rule: z.string().describe("What decided: a path in the policy, or `order` for facts of the order."),
  })
  .meta({ id: "Row", description: "One row of the sum, rounded once." });

const totals = z
  .strictObject({
    items: money,
    tax: money,
    duties: money,
    shipping: money,
    fees: money,
    cap: money,
    base: money.describe("The refund: items + tax (unless included) + duties + shipping + fees + cap."),
    bonus: money.describe("The incentive on top."),
    total: money.describe("base + bonus: what the customer gets."),
  })
  .meta({ id: "Totals", description: "The rows, summed by group." });

const line = z
  .strictObject({
    lineItemId: z.string(),
    title: z.string(),
    quantity: z.int().min(1),
    items: money.describe("What the units cost after every discount."),
    tax: money,
    base: money.describe("The line's share of the base; over all lines they sum to it."),
    bonus: money.describe("The line's share of the bonus."),
  })
  .meta({ id: "QuoteLine", description: "One line of the return." });

const day = z.iso.date().nullable();
const days = z.int().nullable();

const expiry = z.strictObject({ base: day, bonus: day, baseAfterDays: days, bonusAfterDays: days }).meta({
  id: "Expiry",
  description: "The last day of each part, in UTC, if it were issued at once. Null: it never expires.",
});

const payment = z
  .strictObject({
    transactionId: z.string(),
    kind: z.enum(["card", "gift_card", "store_credit", "other"]),
    amount: money,
  })
  .meta({ id: "PaymentShare", description: "What would go back to one of the order's payments." });

const decision = z
  .strictObject({
    rule: z.string(),
    name: z.string(),
    outcome: z.enum(["won", "lost", "not_met"]),
    lines: z.array(z.string()).describe("The lines it gives the bonus for."),
    because: z.string().describe("The condition that failed, the rule that won instead, or empty."),
  })
  .meta({ id: "Decision", description: "A bonus rule that was looked at, and how it came out." });

/** What a program gets: the whole quote, row by row, in words and in figures. Nothing else leaves. */
export const quoteAnswer = z
  .strictObject({
    format: z.literal(1).describe("Of this shape. It changes when a field would change its meaning."),
    fingerprint: z.string().describe("Same fingerprint, same sum."),
    language: z
      .string()
      .describe("BCP 47. The language of `text`: the best of `Accept-Language`, else the shop's."),
    resolution: z.enum(["store_credit", "original_payment"]),
    currency: z.string().regex(/^[A-Z]{3}$/),
    policyVersion: z.int().describe("The version of the shop's policy the quote was made with."),
    at: z.iso.datetime().describe("When, in UTC."),
    orderId: z.string(),
    taxesIncluded: z.boolean().describe("True: prices contain the tax."),
    rows: z.array(row),
    totals,
    lines: z.array(line),
    expiry,
    payments: z.array(payment).describe("For `original_payment`; empty for store credit."),
    decisions: z.array(decision),
  })
  .meta({ id: "Quote", description: "The whole sum for one return and one resolution." });

export type QuoteAnswer = z.output<typeof quoteAnswer>;
