import { fromDecimal } from "@kept/money";
import { z } from "zod";
import { type Amounts, amountsSchema } from "./amounts.ts";
import { conditionsSchema } from "./conditions.ts";

/** Basis points: 1,000 is 10 %. At most 100 %. */
export const basisPointsSchema = z.int().min(0).max(10_000);

/**
 * What a percentage is counted on: `items` after discounts and before tax (the subtotal), `items_with_tax`, or
 * `after_fees`, which is the whole base.
 */
export const bonusOfSchema = z.enum(["items", "items_with_tax", "after_fees"]);

/** A fixed bonus is given for every return, or once for an order however often it is split. */
const perSchema = z.enum(["return", "order"]).default("return");

const tierSchema = z.strictObject({
  from: amountsSchema,
  basisPoints: basisPointsSchema.default(0),
  amounts: amountsSchema.default({}),
});

export const bonusSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("percent"),
    basisPoints: basisPointsSchema,
    of: bonusOfSchema.default("items"),
  }),
  z.strictObject({ kind: z.literal("fixed"), amounts: amountsSchema, per: perSchema }),
  z.strictObject({
    kind: z.literal("both"),
    basisPoints: basisPointsSchema,
    of: bonusOfSchema.default("items"),
    amounts: amountsSchema,
    per: perSchema,
  }),
  z.strictObject({
    kind: z.literal("tiers"),
    of: bonusOfSchema.default("items"),
    per: perSchema,
    tiers: z.array(tierSchema).min(1).max(10).superRefine(tiersRise),
  }),
]);

/** A bonus for some returns only. Of the rules that hold for a line, the one with the smallest priority wins. */
export const bonusRuleSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  priority: z.int().min(0).default(100),
  when: conditionsSchema,
  bonus: bonusSchema,
});

/** What no bonus may pass, whatever rule gave it. `null`: no limit. */
export const bonusLimitsSchema = z.strictObject({
  /** A bonus that is given at all is at least this. */
  atLeast: amountsSchema.default({}),
  perReturn: amountsSchema.default({}),
  /** Of the base, in basis points: 5,000 keeps the bonus under half of the refund. */
  shareOfBase: z.int().min(0).nullable().default(null),
  perCustomer: z
    .strictObject({ amounts: amountsSchema, days: z.int().min(1).max(3650) })
    .nullable()
    .default(null),
  /** In a calendar month of the shop. */
  perMonth: amountsSchema.default({}),
});

export type Bonus = z.output<typeof bonusSchema>;
export type BonusOf = z.output<typeof bonusOfSchema>;
export type BonusRule = z.output<typeof bonusRuleSchema>;
export type BonusLimits = z.output<typeof bonusLimitsSchema>;
export type Tier = z.output<typeof tierSchema>;

/** Sending back more must never give less, so tiers stand in rising order and each gives at least what the last gave. */
function tiersRise(tiers: readonly Tier[], context: z.RefinementCtx): void {
  for (const [index, tier] of tiers.entries()) {
    const last = tiers[index - 1];
    if (!last) continue;
    const rises =
      rose(last.from, tier.from, "more") &&
      rose(last.amounts, tier.amounts, "as much") &&
      tier.basisPoints >= last.basisPoints;
    if (!rises) {
      context.addIssue({
        code: "custom",
        path: [index],
        message: "Each tier starts higher and gives at least as much",
      });
    }
  }
}

function rose(last: Amounts, next: Amounts, by: "more" | "as much"): boolean {
  return Object.entries(last).every(([code, amount]) => {
    const higher = next[code];
    if (higher === undefined) return false;
    const difference = fromDecimal(higher, code).minor - fromDecimal(amount, code).minor;
    return by === "more" ? difference > 0n : difference >= 0n;
  });
}
