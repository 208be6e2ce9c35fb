import { z } from "zod";
import { bonusLimitsSchema, bonusRuleSchema, bonusSchema } from "./bonus.ts";
import { conditionsSchema } from "./conditions.ts";
import { allowedSchema, blockedSchema, windowSchema } from "./eligibility.ts";
import { feesSchema } from "./fees.ts";
import { productsSchema } from "./products.ts";
import { reasonsSchema } from "./reasons.ts";
import { idsDiffer } from "./rule-ids.ts";

export const resolutionSchema = z.enum(["store_credit", "original_payment"]);

/** How much of the shipping (or the duties) comes back. */
const refundRuleSchema = z.enum(["never", "proportional", "when_everything_returned"]);

/** When a credit is issued without anybody pressing the button. `by_hand`: never. */
export const triggerSchema = z.enum([
  "by_hand",
  "on_approval",
  "in_transit",
  "on_delivery",
  "on_receipt",
  "after_inspection",
  "at_once",
]);

const expiryDaysSchema = z.int().min(1).max(3650).nullable();

export const storeCreditSchema = z.strictObject({
  enabled: z.boolean(),
  /** Shown to the customer on the card that offers the credit. */
  description: z.string().max(500),
  bonus: bonusSchema,
  bonusRules: z.array(bonusRuleSchema).max(50).superRefine(idsDiffer).default([]),
  limits: bonusLimitsSchema,
  /** No bonus is needed to choose the only thing there is; some merchants give it all the same. */
  bonusWhenOnlyChoice: z.boolean().default(false),
  /** The base never expires unless a merchant wants and may do so (California forbids it). */
  baseExpiresAfterDays: expiryDaysSchema.default(null),
  bonusExpiresAfterDays: expiryDaysSchema.default(null),
});

export const originalPaymentSchema = z.strictObject({
  enabled: z.boolean(),
  description: z.string().max(500),
  /** What is paid back first when an order was paid with gift cards or credit as well. */
  first: z.enum(["gift_cards", "cards"]).default("gift_cards"),
});

/** Takes a resolution away where its conditions hold. */
const resolutionRuleSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  when: conditionsSchema,
  without: resolutionSchema,
});

/** Approves or holds a request where its conditions hold. The smallest priority wins; hold wins a tie. */
const approvalRuleSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  priority: z.int().min(0).default(100),
  when: conditionsSchema,
  act: z.enum(["approve", "hold"]),
});

const portalWordsSchema = z.strictObject({
  welcome: z.string().max(500).optional(),
  creditTitle: z.string().max(80).optional(),
  creditDescription: z.string().max(500).optional(),
  originalPaymentTitle: z.string().max(80).optional(),
  originalPaymentDescription: z.string().max(500).optional(),
  confirmation: z.string().max(500).optional(),
});

export const policySchema = z.strictObject({
  /** Of this shape, not of the rules. */
  format: z.literal(1),
  window: windowSchema,
  finalSale: productsSchema,
  blocked: blockedSchema,
  allowed: allowedSchema,
  reasons: reasonsSchema,
  fees: feesSchema,
  shipping: refundRuleSchema,
  duties: refundRuleSchema,
  storeCredit: storeCreditSchema,
  originalPayment: originalPaymentSchema,
  resolutionRules: z.array(resolutionRuleSchema).max(50).superRefine(idsDiffer).default([]),
  approvalRules: z.array(approvalRuleSchema).max(50).superRefine(idsDiffer).default([]),
  /** What happens to a request no approval rule speaks of. */
  otherwise: z.enum(["approve", "hold"]).default("hold"),
  /** Requests for these reasons keep their items: nothing is sent back. */
  keepItemReasons: z.array(z.string().min(1)).default([]),
  trigger: triggerSchema,
  /** The merchant's own words on the portal, per language. */
  wording: z.record(z.string().min(2).max(35), portalWordsSchema).default({}),
});

/** A shop's rules as plain data. Never changed: saving makes the next version. */
export type Policy = z.output<typeof policySchema>;
export type StoreCreditPolicy = z.output<typeof storeCreditSchema>;
export type OriginalPaymentPolicy = z.output<typeof originalPaymentSchema>;
export type ResolutionRule = z.output<typeof resolutionRuleSchema>;
export type ApprovalRule = z.output<typeof approvalRuleSchema>;
export type RefundRule = z.output<typeof refundRuleSchema>;
export type Trigger = z.output<typeof triggerSchema>;
export type ResolutionKind = z.output<typeof resolutionSchema>;

/** A policy as it was saved: every quote names the version it was made with. */
export interface PolicyVersion {
  readonly version: number;
  readonly policy: Policy;
}
