import type { Amounts } from "../../policy/amounts.ts";
import type { Bonus, BonusLimits, BonusOf, BonusRule } from "../../policy/bonus.ts";
import { defaultPolicy } from "../../policy/default-policy.ts";
import type { Fees } from "../../policy/fees.ts";
import type { Policy } from "../../policy/policy.ts";

/** Short words for the policies of the cases. */

const { storeCredit } = defaultPolicy("USD");

export const noBonus: Partial<Policy> = bonus({ kind: "none" });

export function percent(rate: number, of: BonusOf = "items"): Bonus {
  return { kind: "percent", basisPoints: rate * 100, of };
}

export function fixed(amounts: Amounts, per: "return" | "order" = "return"): Bonus {
  return { kind: "fixed", amounts, per };
}

export function bonus(given: Bonus, more: Partial<Policy["storeCredit"]> = {}): Partial<Policy> {
  return { storeCredit: { ...storeCredit, bonus: given, ...more } };
}

export function limits(limit: Partial<BonusLimits>): Pick<Policy["storeCredit"], "limits"> {
  return { limits: { ...storeCredit.limits, ...limit } };
}

/** Fees without a bonus, to see them alone. */
export function fees(charged: Partial<Fees>): Partial<Policy> {
  return { ...noBonus, fees: { returnFee: { kind: "none" }, restocking: null, label: null, ...charged } };
}

export function returnFee(
  amounts: Amounts,
  more: { per?: "return" | "order"; waivedForCredit?: boolean } = {},
): Fees["returnFee"] {
  return { kind: "fixed", amounts, per: "return", waivedForCredit: true, exceptReasons: [], ...more };
}

export function rule(name: string, when: BonusRule["when"], given: Bonus, priority = 100): BonusRule {
  return { id: name.toLowerCase().replaceAll(" ", "_"), name, when, bonus: given, priority };
}

export function tagged(...tags: string[]) {
  return { tags, types: [], vendors: [], collectionIds: [], productIds: [] };
}
