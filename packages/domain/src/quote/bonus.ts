import { type Money, money, percentage } from "@kept/money";
import type { Order } from "@kept/shopify";
import { amountIn } from "../policy/amounts.ts";
import type { Bonus, BonusOf } from "../policy/bonus.ts";
import type { Winner } from "./bonus-winners.ts";
import type { CustomerFacts, Row, Values } from "./quote-types.ts";
import { least, row } from "./rows.ts";
import { percentAfter, type Worth } from "./worth.ts";

/** What the bonus is counted from, beyond the lines themselves. */
export interface BonusGround {
  readonly order: Order;
  readonly customer: CustomerFacts;
  /** Each line's share of the base. */
  readonly baseShares: ReadonlyMap<Worth, bigint>;
  /** True when the base was cut to what is refundable: then no more than the base counts. */
  readonly capped: boolean;
}

export interface WinnerBonus {
  readonly rows: readonly Row[];
  readonly minor: bigint;
  /** What each line brought to it: the weights for sharing it out. */
  readonly weights: ReadonlyMap<Worth, bigint>;
}

/** fixed[currency] + percent × what it is counted on, for one winning rule and its lines. */
export function winnerBonus(winner: Winner, ground: BonusGround): WinnerBonus {
  const terms = termsOf(winner.bonus);
  const weights = new Map(winner.lines.map((one) => [one, counted(one, terms.of, ground)]));
  const counts = limitedTo(ground, winner.lines, total(weights));
  const due = tierFor(terms, counts, ground.order.currency);
  const rows = [
    ...percentRows(winner, ground, due.basisPoints, terms.of, counts),
    ...fixedRows(winner, ground, due, terms),
  ];
  return { rows, minor: rows.reduce((sum, one) => sum + one.amount.minor, 0n), weights };
}

interface Terms {
  readonly of: BonusOf;
  readonly per: "return" | "order";
  readonly tiers: readonly Due[];
}

interface Due {
  readonly from: Readonly<Record<string, string>> | null;
  readonly basisPoints: number;
  readonly amounts: Readonly<Record<string, string>>;
}

const nothing: Due = { from: null, basisPoints: 0, amounts: {} };

function termsOf(bonus: Bonus): Terms {
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
function tierFor(terms: Terms, counts: bigint, currency: string): Due {
  let reached = nothing;
  for (const tier of terms.tiers) {
    const from = tier.from === null ? 0n : amountIn(tier.from, currency)?.minor;
    if (from !== undefined && counts >= from) reached = tier;
  }
  return reached;
}

function counted(one: Worth, of: BonusOf, { order, baseShares }: BonusGround): bigint {
  if (of === "after_fees") return baseShares.get(one) ?? 0n;
  const { items, tax } = one;
  if (of === "items") return order.taxesIncluded ? items - tax : items;
  return order.taxesIncluded ? items : items + tax;
}

/** The same for the units that went before. */
function countedBefore({ itemsBefore, taxBefore }: Worth, of: BonusOf, taxesIncluded: boolean): bigint {
  if (of === "items") return taxesIncluded ? itemsBefore - taxBefore : itemsBefore;
  return taxesIncluded ? itemsBefore : itemsBefore + taxBefore;
}

function limitedTo({ baseShares, capped }: BonusGround, lines: readonly Worth[], counts: bigint): bigint {
  if (!capped) return counts;
  let shares = 0n;
  for (const one of lines) shares += baseShares.get(one) ?? 0n;
  return least(counts, shares);
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
  let before = 0n;
  for (const one of winner.lines) before += countedBefore(one, of, order.taxesIncluded);
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
  const credit = customer.paidWithBonus.minor;
  if (credit === 0n) return 0n;
  let paid = 0n;
  for (const payment of order.payments) paid += payment.amount.minor;
  if (paid <= credit) return minor;
  return (2n * minor * credit + paid) / (2n * paid);
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
  const rule = winner.rule === "standing" ? "storeCredit.bonus" : `storeCredit.bonusRules.${winner.rule}`;
  return row({
    key: `bonus:${winner.rule}:${key}`,
    group: "bonus",
    minor,
    currency,
    label,
    values,
    inputs,
    rule,
  });
}

function total(amounts: ReadonlyMap<Worth, bigint>): bigint {
  let sum = 0n;
  for (const minor of amounts.values()) sum += minor;
  return sum;
}
