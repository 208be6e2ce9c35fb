import { type Money, money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { type FigureDay, figureDays } from "./fold-figures.ts";

/** What a span of the shop's days came to, in one currency; by the day the money moved in Shopify. */
export interface Figures {
  readonly currency: string;
  /** Refunds that stayed in the shop as credit, and those that went back the way they were paid. */
  readonly kept: Money;
  readonly paidBack: Money;
  /** Of every hundred thousand of refunds, how much was kept; null when nothing was refunded. */
  readonly keptRate: number | null;
  readonly bonus: Money;
  readonly redeemed: Money;
  readonly expired: Money;
  readonly takenBack: Money;
  /** What customers paid on top of their credit on the orders it paid for. */
  readonly spendAbove: Money;
  readonly ordersPaid: number;
  /** From arrival to first use, on average; null when nothing was used. */
  readonly daysToFirstUse: number | null;
  readonly weeks: readonly Week[];
}

/** A week, from its Monday: what was kept, what it cost, what came back. For "is the bonus paying for itself?". */
export interface Week {
  readonly monday: string;
  readonly kept: Money;
  readonly paidBack: Money;
  readonly bonus: Money;
  readonly redeemed: Money;
  readonly spendAbove: Money;
}

/** Figures of a span of the shop's days, both included, a set per currency; nothing is converted. */
export async function readFigures(ctx: ShopContext, span: { from: string; to: string }): Promise<Figures[]> {
  const rows = await ctx.inShop((tx) => figureDays(tx, ctx, span));
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  return currencies.map((currency) =>
    figuresOf(
      currency,
      rows.filter((row) => row.currency === currency),
    ),
  );
}

type Rows = readonly FigureDay[];

export function figuresOf(currency: string, rows: Rows): Figures {
  const of = (minor: bigint) => money(minor, currency);
  const all = sumsOf(rows);
  const refunded = all.kept + all.paidBack;
  const first = rows.filter(({ figure }) => figure === "first_use/hours");
  const uses = total(first, ({ count }) => count);
  const weeks = [...byWeek(rows)].map(([monday, ofWeek]) => ({ monday, ...sumsOf(ofWeek) }));
  return {
    currency,
    kept: of(all.kept),
    paidBack: of(all.paidBack),
    keptRate: refunded > 0n ? Number((all.kept * 100_000n) / refunded) / 100_000 : null,
    bonus: of(all.bonus),
    redeemed: of(all.redeemed),
    expired: of(all.expired),
    takenBack: of(all.takenBack),
    spendAbove: of(all.spendAbove),
    ordersPaid: Number(
      total(
        rows.filter(({ figure }) => figure === "orders/above"),
        ({ count }) => count,
      ),
    ),
    daysToFirstUse: uses > 0n ? Number((total(first, ({ sum }) => sum) * 10n) / (uses * 24n)) / 10 : null,
    weeks: weeks.map((week) => ({
      monday: week.monday,
      kept: of(week.kept),
      paidBack: of(week.paidBack),
      bonus: of(week.bonus),
      redeemed: of(week.redeemed),
      spendAbove: of(week.spendAbove),
    })),
  };
}

/** From the ledger's accounts: refunds and incentives are what was given, so their entries are negative there. */
function sumsOf(rows: Rows) {
  const sum = (...figures: string[]) =>
    total(
      rows.filter(({ figure }) => figures.includes(figure)),
      (row) => row.sum,
    );
  const account = (name: string) =>
    total(
      rows.filter(({ figure }) => figure.startsWith(`${name}/`)),
      (row) => row.sum,
    );
  return {
    kept: sum("customer_credit/base"),
    paidBack: sum("original_payment/base", "original_payment/repayment"),
    bonus: -sum("bonus_cost/bonus", "bonus_cost/reversal"),
    redeemed: account("redemptions"),
    expired: account("breakage"),
    takenBack: -sum("customer_credit/reversal"),
    spendAbove: sum("orders/above"),
  };
}

function total(rows: Rows, pick: (row: Rows[number]) => bigint): bigint {
  return rows.reduce((sum, row) => sum + pick(row), 0n);
}

/** The days by the Monday of their week, in order. */
export function byWeek(rows: Rows): Map<string, FigureDay[]> {
  return new Map([...Map.groupBy(rows, ({ day }) => mondayOf(day))].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}
