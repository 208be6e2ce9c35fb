import type { ReversalPreview } from "@kept/domain";
import { toDecimal } from "@kept/money";
import { written } from "../../../../../../ui/amount.tsx";

/** What taking credit back would do, in words, as it goes to the browser. */
export interface TakeBack {
  readonly total: string;
  /** The same, to be sent back with the act: exactly this is done, or nothing. */
  readonly confirmed: { readonly amount: string; readonly currency: string };
  readonly nothing: boolean;
  readonly parts: string | null;
  readonly shortfall: string | null;
  readonly credits: readonly {
    readonly name: string;
    readonly given: string;
    readonly unspent: string;
    readonly spent: string;
    readonly expired: string;
  }[];
  readonly lines: readonly {
    readonly lineId: string;
    readonly title: string;
    readonly left: number;
    readonly units: number;
  }[];
}

export function takeBackOf(preview: ReversalPreview): TakeBack {
  const { total, taken, shortfall, credits, lines } = preview;
  const both = taken.base.minor > 0n && taken.bonus.minor > 0n;
  return {
    total: written(total),
    confirmed: { amount: toDecimal(total), currency: total.currency },
    nothing: total.minor === 0n,
    parts: both ? `${written(taken.bonus)} bonus first, then ${written(taken.base)} of the refund` : null,
    shortfall: shortfall.minor > 0n ? written(shortfall) : null,
    credits: credits.map(({ kind, given, unspent, spent, expired }) => ({
      name: kind === "base" ? "Refund" : "Bonus",
      given: written(given),
      unspent: written(unspent),
      spent: written(spent),
      expired: written(expired),
    })),
    lines,
  };
}
