import { type Money, money } from "@kept/money";
import type { WeekFigure } from "./fold-figures.ts";

type Rows = readonly WeekFigure[];

/** What became of credit in a span, whenever it was given, in one currency. */
export interface CreditUsed {
  readonly redeemed: Money;
  readonly expired: Money;
  /** What customers paid on top of their credit on the orders it paid for. */
  readonly spendAbove: Money;
  readonly ordersPaid: number;
  /** From arrival to first use, on average; null when nothing was used. */
  readonly daysToFirstUse: number | null;
}

export function usedOf(currency: string, rows: Rows): CreditUsed {
  const uses = countOf(rows, "first_use/hours");
  const hours = sumOf(rows, "first_use/hours");
  return {
    redeemed: money(total(ofAccount(rows, "redemptions")), currency),
    expired: money(total(ofAccount(rows, "breakage")), currency),
    spendAbove: money(sumOf(rows, "orders/above"), currency),
    ordersPaid: Number(countOf(rows, "orders/above")),
    daysToFirstUse: uses > 0n ? Number((hours * 10n) / (uses * 24n)) / 10 : null,
  };
}

/** A week, from its Monday: what stayed as credit, what went back as money, what the bonus cost. */
export interface Week {
  /** Its Monday. */
  readonly week: string;
  readonly credit: Money;
  readonly original: Money;
  readonly bonus: Money;
}

/**
 * What moved, week by week, in order; the bonus is a cost and so negative in the ledger. Credit that was taken back and
 * repaid was not kept but went back as money, and a bonus that was taken back costs nothing: in the week in which that
 * was done, so that one of them may be below zero.
 */
export function weeksOf(currency: string, rows: Rows): Week[] {
  const of = (minor: bigint) => money(minor, currency);
  return [...Map.groupBy(rows, ({ monday }) => monday)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([week, ofWeek]) => ({
      week,
      credit: of(sumOf(ofWeek, "customer_credit/base") - sumOf(ofWeek, "original_payment/repayment")),
      original: of(total(ofAccount(ofWeek, "original_payment"))),
      bonus: of(-total(ofAccount(ofWeek, "bonus_cost"))),
    }));
}

/** Of the returns that were settled, how many chose credit. */
export function keptRateOf(rows: Rows): { readonly kept: number; readonly of: number } {
  const kept = Number(countOf(rows, "customer_credit/base"));
  return { kept, of: kept + Number(countOf(rows, "original_payment/base")) };
}

function ofAccount(rows: Rows, name: string): Rows {
  return rows.filter(({ figure }) => figure.startsWith(`${name}/`));
}

function sumOf(rows: Rows, name: string): bigint {
  return total(rows.filter(({ figure }) => figure === name));
}

function countOf(rows: Rows, name: string): bigint {
  return rows.reduce((all, { figure, count }) => (figure === name ? all + count : all), 0n);
}

function total(rows: Rows): bigint {
  return rows.reduce((all, { sum }) => all + sum, 0n);
}
