import { fromDecimal } from "@kept/money";
import { z } from "zod";
import { type Amounts, amountsSchema } from "./amounts.ts";
import { type Bonus, bonusSchema } from "./bonus.ts";
import type { Policy } from "./policy.ts";

/** What Settings › Resolutions edits: whether credit is offered, in which words, with which bonus on top. */
export const creditOfferSchema = z.strictObject({
  enabled: z.boolean(),
  description: z.string().trim().max(500),
  bonus: bonusSchema,
  /** The most bonus one return can get, per currency. */
  capPerReturn: amountsSchema,
  bonusExpiresAfterDays: z.int().min(1).max(3650).nullable(),
});
export type CreditOffer = z.output<typeof creditOfferSchema>;

/** The offer as the rules in force have it. */
export function creditOfferOf({ storeCredit }: Policy): CreditOffer {
  const { enabled, description, bonus, limits, bonusExpiresAfterDays } = storeCredit;
  return { enabled, description, bonus, capPerReturn: limits.perReturn, bonusExpiresAfterDays };
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
      bonus: plain(offer.bonus),
      limits: { ...storeCredit.limits, perReturn: offer.capPerReturn },
      bonusExpiresAfterDays: offer.bonusExpiresAfterDays,
    },
  };
}

/** Nothing is nothing: 0 % and fixed amounts of zero are stored as no bonus (S06). */
function plain(bonus: Bonus): Bonus {
  if (bonus.kind === "none" || bonus.kind === "tiers") return bonus;
  const basisPoints = bonus.kind === "fixed" ? 0 : bonus.basisPoints;
  const amounts = bonus.kind === "percent" ? {} : aboveZero(bonus.amounts);
  const isFixed = Object.keys(amounts).length > 0;
  if (bonus.kind === "both" && basisPoints > 0 && isFixed) return { ...bonus, amounts };
  if (bonus.kind !== "fixed" && basisPoints > 0) return { kind: "percent", basisPoints, of: bonus.of };
  if (bonus.kind !== "percent" && isFixed) return { kind: "fixed", amounts, per: bonus.per };
  return { kind: "none" };
}

function aboveZero(amounts: Amounts): Amounts {
  return Object.fromEntries(
    Object.entries(amounts).filter(([code, amount]) => fromDecimal(amount, code).minor > 0n),
  );
}
