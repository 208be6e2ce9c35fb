import { type Money, money, percentage, share } from "@kept/money";
import type { Order } from "@kept/shopify";
import { amountIn } from "../policy/amounts.ts";
import type { BonusOf } from "../policy/bonus.ts";
import { type Due, type Terms, termsOf, tierFor } from "./bonus-terms.ts";
import { standing, type Winner } from "./bonus-winners.ts";
import type { CustomerFacts, Row, Values } from "./quote-types.ts";
import { row } from "./rows.ts";
import { type GoneWorth, percentAfter, sumOf, type Worth } from "./worth.ts";

/** What the bonus is counted from, beyond the lines themselves. */
export interface BonusGround {
  readonly order: Order;
  readonly customer: CustomerFacts;
  /** Each line's share of the base. */
  readonly baseShares: ReadonlyMap<Worth, bigint>;
}

/** What one winning rule's percentage is counted on, line by line. */
export interface Counted {
  readonly winner: Winner;
  readonly terms: Terms;
  readonly weights: ReadonlyMap<Worth, bigint>;
  readonly minor: bigint;
}

export function countedOn(winner: Winner, ground: BonusGround): Counted {
  const terms = termsOf(winner.rule.bonus);
  const weights = new Map(winner.lines.map((one) => [one, counted(one, terms.of, ground)]));
  return { winner, terms, weights, minor: sumOf([...weights.values()], (weight) => weight) };
}

/** fixed[currency] + percent × what it is counted on: a row for each that there is. */
export function bonusRows({ winner, terms, minor }: Counted, ground: BonusGround): Row[] {
  const due = tierFor(terms, minor, ground.order.currency);
  return [
    ...percentRows(winner, ground, due.basisPoints, terms.of, minor),
    ...fixedRows(winner, ground, due, terms),
  ];
}

function counted(one: Worth, of: BonusOf, { order, baseShares }: BonusGround): bigint {
  if (of === "after_fees") return baseShares.get(one) ?? 0n;
  const { items, tax } = one;
  if (of === "items") return order.taxesIncluded ? items - tax : items;
  return order.taxesIncluded ? items : items + tax;
}

/** The same for units that went before. */
function countedGone({ items, tax }: GoneWorth, of: BonusOf, taxesIncluded: boolean): bigint {
  if (of === "items") return taxesIncluded ? items - tax : items;
  return taxesIncluded ? items : items + tax;
}

function percentRows(
  winner: Winner,
  ground: BonusGround,
  basisPoints: number,
  of: BonusOf,
  counts: bigint,
): Row[] {
  if (basisPoints === 0 || counts === 0n) return [];
  const { order } = ground;
  const { currency } = order;
  const before = sumOf(winner.gone, (one) => countedGone(one, of, order.taxesIncluded));
  const eligible = (minor: bigint) => minor - paidWithBonus(ground, minor);
  const percent = (amount: Money) => percentage(amount, basisPoints);
  const minor = percentAfter(
    eligible(before),
    eligible(before + counts) - eligible(before),
    percent,
    currency,
  );
  const without = eligible(before + counts) - eligible(before);
  const rate = { basisPoints };
  const values = { rate, of: money(without, currency) };
  const alone = percent(money(without, currency)).minor === minor;
  const inputs: Values = {
    rate,
    of: money(counts, currency),
    paidWithBonus: money(counts - without, currency),
    before: money(eligible(before), currency),
  };
  return [
    bonusRow(
      winner,
      "percent",
      minor,
      currency,
      alone ? `bonus_of_${of}` : `bonus_of_${of}_continued`,
      values,
      inputs,
    ),
  ];
}

function fixedRows(winner: Winner, { order, customer }: BonusGround, due: Due, { per }: Terms): Row[] {
  const fixed = amountIn(due.amounts, order.currency);
  if (fixed === null || fixed.minor === 0n) return [];
  if (per === "order" && customer.bonusOnOrder.minor > 0n) return [];
  return [bonusRow(winner, "fixed", fixed.minor, order.currency, "bonus_fixed", {}, { fixed })];
}

/** The part of an amount that was itself paid with bonus credit, in proportion to the whole order. */
function paidWithBonus({ order, customer }: BonusGround, minor: bigint): bigint {
  const credit = customer.paidWithBonus;
  if (credit.minor === 0n) return 0n;
  const paid = sumOf(order.payments, (payment) => payment.amount.minor);
  if (paid <= credit.minor) return minor;
  return share(money(minor, order.currency), credit.minor, paid).minor;
}

function bonusRow(
  winner: Winner,
  key: string,
  minor: bigint,
  currency: string,
  label: string,
  values: Values,
  inputs: Values,
): Row {
  const { id } = winner.rule;
  const rule = id === standing ? "storeCredit.bonus" : `storeCredit.bonusRules.${id}`;
  return row({
    key: `bonus:${id}:${key}`,
    group: "bonus",
    minor,
    currency,
    label,
    values,
    inputs,
    rule,
  });
}
