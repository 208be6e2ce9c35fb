import { type Money, toWire } from "@kept/money";
import { z } from "zod";

/** An exact amount, as it leaves the house. */
export const moneyResource = z
  .strictObject({
    amount: z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .describe("Decimal, with exactly as many digits as the currency has. Never a float."),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe("ISO 4217. The currency the customer paid in."),
  })
  .meta({ id: "Money", description: "An exact amount.", examples: [{ amount: "10.50", currency: "USD" }] });

/** What a return is worth, part by part. The parts sum to the base, base and bonus to the total. */
export const amountsResource = z
  .strictObject({
    items: moneyResource,
    tax: moneyResource,
    taxIncluded: z.boolean().describe("True: `items` contain the tax, which is not to be summed again."),
    duties: moneyResource,
    shipping: moneyResource,
    fees: moneyResource.describe("Zero or below."),
    feeRows: z
      .array(z.strictObject({ key: z.string(), amount: moneyResource }))
      .describe("Each fee; they sum to `fees`."),
    cap: moneyResource.describe("Zero or below: what is not refundable any more."),
    base: moneyResource.describe(
      "The refund: items + tax (unless included) + duties + shipping + fees + cap.",
    ),
    bonus: moneyResource.describe("The incentive on top."),
    total: moneyResource.describe("base + bonus."),
  })
  .meta({ id: "Amounts", description: "What a return is worth, part by part." });

export const legResource = z
  .strictObject({
    kind: z
      .enum(["base", "bonus", "reversal", "repayment"])
      .describe("`base` and `bonus` give; `reversal` takes back; `repayment` gives back what was taken."),
    amount: moneyResource,
    state: z.enum(["ready", "sending", "unknown", "confirmed", "rejected", "human"]),
    transactionId: z.string().nullable().describe("Shopify's store-credit transaction, once known."),
    refundId: z.string().nullable().describe("Shopify's refund, for a base that is one."),
    expiresOn: z.iso.date().nullable(),
    confirmedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Leg", description: "One movement of money, which happens exactly once." });

export const creditResource = z
  .strictObject({
    destination: z.enum(["store_credit", "original_payment"]),
    issued: moneyResource.describe("The confirmed legs that give, summed."),
    reversed: moneyResource.describe("What was taken back of it, and not repaid."),
    legs: z.array(legResource),
  })
  .meta({ id: "Credit", description: "What was issued for a return, leg by leg." });

export const returnResource = z
  .strictObject({
    id: z.string(),
    number: z.string().describe("What people call it: `R-1001`."),
    orderId: z.string(),
    orderName: z.string(),
    customerId: z.string().nullable(),
    status: z.enum([
      "requested",
      "approved",
      "in_transit",
      "received",
      "inspected",
      "resolved",
      "declined",
      "cancelled",
    ]),
    creditState: z.enum(["none", "issuing", "base_issued", "issued", "review", "failed"]),
    resolution: z.string().describe("`store_credit` or `original_payment`."),
    currency: z.string().regex(/^[A-Z]{3}$/),
    policyVersion: z.int(),
    requestedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    lines: z.array(
      z.strictObject({
        id: z.string(),
        lineItemId: z.string(),
        title: z.string(),
        sku: z.string().nullable(),
        quantity: z.int(),
        accepted: z.int().nullable().describe("Null while nobody has decided."),
        reason: z.string(),
        declineReason: z.string().nullable(),
      }),
    ),
    amounts: amountsResource,
    credit: creditResource.nullable(),
  })
  .meta({
    id: "Return",
    description: "One request by one customer about one order, with its sum and its money.",
  });

export type ReturnResource = z.output<typeof returnResource>;
export type CreditResource = z.output<typeof creditResource>;
export type AmountsResource = z.output<typeof amountsResource>;

export function wire(amount: Money): { amount: string; currency: string } {
  return toWire(amount);
}
