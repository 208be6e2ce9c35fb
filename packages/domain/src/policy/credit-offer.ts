import { fromDecimal } from "@kept/money";
import { z } from "zod";
import { amountsSchema } from "./amounts.ts";
import { basisPointsSchema, bonusOfSchema } from "./bonus.ts";
import type { Policy } from "./policy.ts";

/** What Settings › Resolutions edits: whether credit is offered, in which words, with which bonus on top. */
export const creditOfferSchema = z.strictObject({
  enabled: z.boolean(),
  description: z.string().trim().max(500),
  bonus: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({ kind: z.literal("percent"), basisPoints: basisPointsSchema, of: bonusOfSchema }),
    z.strictObject({ kind: z.literal("fixed"), amounts: amountsSchema }),
  ]),
  /** The most bonus one return can get, per currency. */
  capPerReturn: amountsSchema,
  bonusExpiresAfterDays: z.int().min(1).max(3650).nullable(),
});
export type CreditOffer = z.output<typeof creditOfferSchema>;

/** The offer as the rules in force have it. Rules richer than the form shows (tiers, both) read as percent or none. */
export function creditOfferOf({ storeCredit }: Policy): CreditOffer {
  const { enabled, description, bonus, limits, bonusExpiresAfterDays } = storeCredit;
  return { enabled, description, bonus: shown(bonus), capPerReturn: limits.perReturn, bonusExpiresAfterDays };
}

/** The policy with this offer in it, everything else as it was. */
export function withCreditOffer(policy: Policy, offer: CreditOffer): Policy {
  const { storeCredit } = policy;
  return {
    ...policy,
    storeCredit: {
      ...storeCredit,
      enabled: offer.enabled,
      description: offer.description,
      bonus: kept(storeCredit.bonus, offer.bonus),
      limits: { ...storeCredit.limits, perReturn: offer.capPerReturn },
      bonusExpiresAfterDays: offer.bonusExpiresAfterDays,
    },
  };
}

function shown(bonus: Policy["storeCredit"]["bonus"]): CreditOffer["bonus"] {
  if (bonus.kind === "percent") return bonus;
  if (bonus.kind === "fixed") return { kind: "fixed", amounts: bonus.amounts };
  if (bonus.kind === "both") return { kind: "percent", basisPoints: bonus.basisPoints, of: bonus.of };
  return { kind: "none" };
}

/** Nothing is nothing: 0 % and fixed amounts of zero are stored as no bonus (S06). */
function kept(
  before: Policy["storeCredit"]["bonus"],
  bonus: CreditOffer["bonus"],
): Policy["storeCredit"]["bonus"] {
  if (bonus.kind === "percent") return bonus.basisPoints === 0 ? { kind: "none" } : bonus;
  if (bonus.kind === "none") return bonus;
  const amounts = Object.entries(bonus.amounts).filter(
    ([code, amount]) => fromDecimal(amount, code).minor > 0n,
  );
  if (amounts.length === 0) return { kind: "none" };
  return {
    kind: "fixed",
    amounts: Object.fromEntries(amounts),
    per: before.kind === "fixed" ? before.per : "return",
  };
}
