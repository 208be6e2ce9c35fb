import { type Amounts, amountIn } from "../policy/amounts.ts";
import type { Bonus, BonusOf } from "../policy/bonus.ts";

/** A bonus of any kind as tiers; only a bonus in tiers has more than one, and one that is none has no tier. */
export interface Terms {
  readonly of: BonusOf;
  readonly per: "return" | "order";
  readonly tiers: readonly Due[];
}

export interface Due {
  readonly from: Amounts | null;
  readonly basisPoints: number;
  readonly amounts: Amounts;
}

const nothing: Due = { from: null, basisPoints: 0, amounts: {} };

export function termsOf(bonus: Bonus): Terms {
  switch (bonus.kind) {
    case "none":
      return { of: "items", per: "return", tiers: [] };
    case "percent":
      return { of: bonus.of, per: "return", tiers: [{ ...nothing, basisPoints: bonus.basisPoints }] };
    case "fixed":
      return { of: "items", per: bonus.per, tiers: [{ ...nothing, amounts: bonus.amounts }] };
    case "both":
      return { of: bonus.of, per: bonus.per, tiers: [{ ...bonus, from: null }] };
    case "tiers":
      return bonus;
  }
}

/** The last tier that what is counted reaches; a tier without an amount in this currency is never reached. */
export function tierFor(terms: Terms, counts: bigint, currency: string): Due {
  let reached = nothing;
  for (const tier of terms.tiers) {
    const from = tier.from === null ? 0n : amountIn(tier.from, currency)?.minor;
    if (from !== undefined && counts >= from) reached = tier;
  }
  return reached;
}
