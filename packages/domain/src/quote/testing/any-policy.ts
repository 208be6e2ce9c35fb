import { money, toDecimal } from "@kept/money";
import fc from "fast-check";
import type { Amounts } from "../../policy/amounts.ts";
import type { Bonus, BonusLimits, BonusOf, BonusRule } from "../../policy/bonus.ts";
import { defaultPolicy } from "../../policy/default-policy.ts";
import type { Fees } from "../../policy/fees.ts";
import type { Policy } from "../../policy/policy.ts";

const currencies = ["USD", "EUR", "JPY", "KWD"] as const;

/** An amount in each currency of the stories. */
function amounts(most: number): fc.Arbitrary<Amounts> {
  return fc.nat(most).map((minor) => inEvery(BigInt(minor)));
}

function inEvery(minor: bigint): Amounts {
  return Object.fromEntries(currencies.map((code) => [code, toDecimal(money(minor, code))]));
}

const basisPoints = fc.integer({ min: 0, max: 3_000 });
const of = fc.constantFrom("items", "items_with_tax", "after_fees");
const perReturn = { per: "return" as const };

const anyPercent: fc.Arbitrary<Bonus> = fc.record({ kind: fc.constant("percent"), basisPoints, of });

const anyBonus: fc.Arbitrary<Bonus> = fc.oneof(
  fc.constant<Bonus>({ kind: "none" }),
  anyPercent,
  amounts(2_000).map((fixed): Bonus => ({ kind: "fixed", amounts: fixed, ...perReturn })),
  fc
    .record({ basisPoints, of, fixed: amounts(2_000) })
    .map(({ fixed, ...percent }): Bonus => ({ kind: "both", ...percent, amounts: fixed, ...perReturn })),
  fc.record({ of, low: basisPoints, more: basisPoints, step: fc.integer({ min: 1, max: 50_000 }) }).map(
    ({ of, low, more, step }): Bonus => ({
      kind: "tiers",
      of,
      ...perReturn,
      tiers: [
        { from: inEvery(0n), basisPoints: low, amounts: {} },
        { from: inEvery(BigInt(step)), basisPoints: low + more, amounts: {} },
      ],
    }),
  ),
);

const anyLimits: fc.Arbitrary<BonusLimits> = fc.record({
  atLeast: fc.oneof(fc.constant({}), amounts(500)),
  perReturn: fc.oneof(fc.constant({}), amounts(5_000)),
  shareOfBase: fc.option(fc.nat(10_000)),
  perCustomer: fc.constant(null),
  perMonth: fc.constant({}),
});

const anyRule: fc.Arbitrary<BonusRule> = fc
  .record({
    id: fc.constantFrom("a", "b", "c"),
    priority: fc.nat(3),
    bonus: anyBonus,
    tag: fc.constantFrom("sale", "shoes"),
  })
  .map(({ id, priority, bonus, tag }) => ({
    id,
    name: id,
    priority,
    bonus,
    when: { products: { tags: [tag], types: [], vendors: [], collectionIds: [], productIds: [] } },
  }));

const waiver = fc.record({ waivedForCredit: fc.boolean(), exceptReasons: fc.constant<string[]>([]) });

/** At most one percentage: two that round up on the same cent could take more than the cent. */
const anyFees: fc.Arbitrary<Fees> = fc.oneof(
  fc.record({ fixed: amounts(1_500), label: amounts(900), waiver }).map(
    ({ fixed, label, waiver }): Fees => ({
      returnFee: { kind: "fixed", amounts: fixed, per: "return", ...waiver },
      restocking: null,
      label: { amounts: label, ...waiver },
    }),
  ),
  fc.record({ basisPoints, waiver, restocks: fc.boolean() }).map(
    ({ basisPoints, waiver, restocks }): Fees => ({
      returnFee: restocks ? { kind: "none" } : { kind: "percent", basisPoints, ...waiver },
      restocking: restocks ? { basisPoints, products: null, ...waiver } : null,
      label: null,
    }),
  ),
);

const refundRule = fc.constantFrom<Policy["shipping"]>("never", "proportional", "when_everything_returned");

const someRules = fc.uniqueArray(anyRule, { selector: ({ id }) => id, maxLength: 3 });

/** Store credit of percentages alone, by product: nothing that is given once for a return. */
export const anyRates: fc.Arbitrary<Pick<Policy, "storeCredit">> = fc
  .record({ bonus: anyRate(), rules: someRules, rates: fc.tuple(anyRate(), anyRate(), anyRate()) })
  .map(({ bonus, rules, rates }) => {
    const bonusRules = rules.map((rule, index) => ({ ...rule, bonus: rates[index] ?? bonus }));
    return { storeCredit: { ...defaultPolicy("USD").storeCredit, bonus, bonusRules } };
  });

function anyRate(): fc.Arbitrary<Bonus> {
  const of = fc.constantFrom<BonusOf>("items", "items_with_tax");
  return fc.record({ kind: fc.constant("percent"), basisPoints, of });
}

/** Any policy, with or without rules. */
export function anyPolicy({ withRules = true } = {}): fc.Arbitrary<Policy> {
  const base = defaultPolicy("USD");
  return fc
    .record({
      bonus: anyBonus,
      limits: anyLimits,
      fees: anyFees,
      shipping: refundRule,
      duties: refundRule,
      bonusRules: withRules ? someRules : fc.constant<BonusRule[]>([]),
    })
    .map(
      ({ bonus, limits, bonusRules, ...rest }): Policy => ({
        ...base,
        ...rest,
        storeCredit: { ...base.storeCredit, bonus, limits, bonusRules },
      }),
    );
}
