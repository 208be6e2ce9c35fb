import type { Bonus } from "@kept/domain";

type Amounts = Readonly<Record<string, string>>;

/** From a sum on: so much percent, and so much besides. */
export interface TypedTier {
  readonly from: Amounts;
  readonly percent: string;
  readonly fixed: Amounts;
}

/** A bonus as it is typed; what its kind does not ask for is kept for another look at that kind. */
export interface TypedBonus {
  readonly kind: Bonus["kind"];
  readonly percent: string;
  readonly of: "items" | "items_with_tax" | "after_fees";
  readonly fixed: Amounts;
  readonly per: "return" | "order";
  readonly tiers: readonly TypedTier[];
}

export function freshBonus(currency: string, percent = ""): TypedBonus {
  return {
    kind: "percent",
    percent,
    of: "items",
    fixed: { [currency]: "" },
    per: "return",
    tiers: [freshTier(currency)],
  };
}

export function freshTier(currency: string): TypedTier {
  return { from: { [currency]: "" }, percent: "", fixed: { [currency]: "" } };
}
