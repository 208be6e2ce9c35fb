import type { WorkedCase } from "./case.ts";
import { bonus, fixed, percent, rule, tagged } from "./rules.ts";

const shirt = { bought: ["1 shirt for 20.00"], returns: "1 shirt", base: "20.00" } as const;

/** Rules with conditions: which wins, and for which lines. */
export const ruled: WorkedCase[] = [
  {
    ...shirt,
    title: "twice the bonus for the best customers",
    why: "The rule holds for customers tagged VIP; tags do not mind capitals.",
    currency: "USD",
    order: { customerTags: ["vip"] },
    policy: bonus(percent(10), {
      bonusRules: [rule("Best customers", { customerTags: ["VIP"] }, percent(20))],
    }),
    rows: ["1 × shirt: 20.00", "Bonus: 20% of $20.00 (items before tax): 4.00"],
    bonus: "4.00",
  },
  {
    ...shirt,
    title: "the standing bonus for everybody else",
    why: "No rule holds.",
    currency: "USD",
    policy: bonus(percent(10), {
      bonusRules: [rule("Best customers", { customerTags: ["VIP"] }, percent(20))],
    }),
    rows: ["1 × shirt: 20.00", "Bonus: 10% of $20.00 (items before tax): 2.00"],
    bonus: "2.00",
  },
  {
    ...shirt,
    title: "two rules hold, the first in line wins",
    why: "Priority 1 goes before priority 2; bonuses are not added up.",
    currency: "USD",
    order: { customerTags: ["vip"], country: "CA" },
    policy: bonus(percent(10), {
      bonusRules: [
        rule("Canada", { countries: ["CA"] }, percent(15), 2),
        rule("Best customers", { customerTags: ["VIP"] }, percent(20), 1),
      ],
    }),
    rows: ["1 × shirt: 20.00", "Bonus: 20% of $20.00 (items before tax): 4.00"],
    bonus: "4.00",
  },
  {
    title: "more for shoes",
    why: "Each line belongs to the rule that wins for it: 20 % of 80.00 and 10 % of 20.00.",
    currency: "USD",
    bought: ["1 boot for 80.00, tagged shoes", "1 shirt for 20.00"],
    returns: "1 boot, 1 shirt",
    policy: bonus(percent(10), { bonusRules: [rule("Shoes", { products: tagged("shoes") }, percent(20))] }),
    rows: [
      "1 × boot: 80.00",
      "1 × shirt: 20.00",
      "Bonus: 20% of $80.00 (items before tax): 16.00",
      "Bonus: 10% of $20.00 (items before tax): 2.00",
    ],
    base: "100.00",
    bonus: "18.00",
  },
  {
    title: "no bonus on what is on sale",
    why: "A rule that gives none takes its lines out of the standing bonus.",
    currency: "EUR",
    bought: ["1 boot for 80.00, tagged sale", "1 shirt for 20.00"],
    returns: "1 boot, 1 shirt",
    policy: bonus(percent(10), {
      bonusRules: [rule("Sale", { products: tagged("sale") }, { kind: "none" })],
    }),
    rows: ["1 × boot: 80.00", "1 × shirt: 20.00", "Bonus: 10% of €20.00 (items before tax): 2.00"],
    base: "100.00",
    bonus: "2.00",
  },
  {
    ...shirt,
    title: "a second chance",
    why: "Ada had asked for the money, and now takes credit for 15 %.",
    currency: "EUR",
    policy: bonus(percent(10), { bonusRules: [rule("Stay", { switched: true }, percent(15))] }),
    customer: { switched: true },
    rows: ["1 × shirt: 20.00", "Bonus: 15% of €20.00 (items before tax): 3.00"],
    bonus: "3.00",
  },
  {
    ...shirt,
    title: "a welcome on the first return",
    why: "Ada never sent anything back before.",
    currency: "USD",
    policy: bonus(
      { kind: "none" },
      { bonusRules: [rule("Welcome", { firstReturn: true }, fixed({ USD: "5.00" }))] },
    ),
    rows: ["1 × shirt: 20.00", "Bonus: 5.00"],
    bonus: "5.00",
  },
  {
    ...shirt,
    title: "no welcome on the fourth",
    why: "Three returns were made before.",
    currency: "USD",
    policy: bonus(
      { kind: "none" },
      { bonusRules: [rule("Welcome", { firstReturn: true }, fixed({ USD: "5.00" }))] },
    ),
    customer: { returnsBefore: 3 },
    rows: ["1 × shirt: 20.00"],
    bonus: "0.00",
  },
  {
    title: "a bonus for the wrong size only",
    why: "The shirt was too small; the mug was a change of mind.",
    currency: "USD",
    bought: ["1 shirt for 20.00", "1 mug for 10.00"],
    returns: "1 shirt (too_small), 1 mug (changed_mind)",
    policy: bonus(
      { kind: "none" },
      { bonusRules: [rule("Size", { reasons: ["too_small", "too_large"] }, percent(25))] },
    ),
    rows: ["1 × shirt: 20.00", "1 × mug: 10.00", "Bonus: 25% of $20.00 (items before tax): 5.00"],
    base: "30.00",
    bonus: "5.00",
  },
  {
    title: "large orders earn more",
    why: "The order was worth 250.00, whatever of it comes back.",
    currency: "EUR",
    bought: ["1 coat for 230.00", "1 shirt for 20.00"],
    returns: "1 shirt",
    policy: bonus(percent(10), {
      bonusRules: [rule("Large", { orderValue: { from: { EUR: "250.00" } } }, percent(12))],
    }),
    rows: ["1 × shirt: 20.00", "Bonus: 12% of €20.00 (items before tax): 2.40"],
    base: "20.00",
    bonus: "2.40",
  },
  {
    title: "nothing below 1,000 yen",
    why: "The rule for small returns gives none.",
    currency: "JPY",
    bought: ["1 cup for 999"],
    returns: "1 cup",
    policy: bonus(percent(10), {
      bonusRules: [rule("Small", { returnValue: { to: { JPY: "999" } } }, { kind: "none" })],
    }),
    rows: ["1 × cup: 999"],
    base: "999",
    bonus: "0",
  },
  {
    ...shirt,
    title: "November is bonus month",
    why: "It is the 24th of November 2026.",
    currency: "USD",
    policy: bonus(percent(5), {
      bonusRules: [rule("November", { between: { from: "2026-11-01", to: "2026-11-30" } }, percent(10))],
    }),
    rows: ["1 × shirt: 20.00", "Bonus: 10% of $20.00 (items before tax): 2.00"],
    bonus: "2.00",
  },
];
