import { and, eq, sql, type Transaction, tables } from "@kept/database";
import { add, type Money, money, negate, zero } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { countOpenDifferences, openAlerts } from "../reconciliation/index.ts";
import { countReturns } from "../return/list-returns.ts";
import { isConnected, missingScopes } from "../shop/check-shop.ts";
import { byWeek, type Figures, figuresOf } from "./figures.ts";
import { creditInLedger, type FigureDay, figureDays } from "./fold-figures.ts";
import { shopDay } from "./shop-day.ts";

const { returns } = tables;

export interface HomeFigures {
  /** Nobody has asked for a return yet. */
  readonly isNew: boolean;
  /** Base amounts given as credit since then, in the shop's currency. */
  readonly kept: Money;
  /** Of the returns resolved since then, how many chose credit. */
  readonly keptRate: { readonly kept: number; readonly of: number };
  readonly bonusSpent: Money;
  readonly issuedTotal: Money;
  /** What customers still hold, in the shop's currency, today. */
  readonly unspent: Money;
  /** The same figures for the ninety days before, for the trend. */
  readonly before: {
    readonly kept: Money;
    readonly bonusSpent: Money;
    readonly keptRate: { readonly kept: number; readonly of: number };
  };
  /** What became of credit since then, whenever it was given. */
  readonly used: Pick<Figures, "redeemed" | "spendAbove" | "ordersPaid" | "daysToFirstUse" | "expired">;
  readonly needsYou: {
    /** Issued already, and waiting for a permission. */
    readonly waiting: number;
    /** Between Kept and Shopify, found by comparing. */
    readonly differences: number;
    readonly toApprove: number;
    readonly toIssue: number;
    readonly inReview: number;
    /** False when the merchant has to install Kept again. */
    readonly connected: boolean;
    readonly scopesMissing: readonly string[];
    readonly storeCreditOff: boolean;
    /** What a machine noticed and is not over. */
    readonly alerts: readonly string[];
  };
  readonly since: Date;
  readonly byWeek: readonly {
    readonly week: string;
    readonly credit: Money;
    readonly original: Money;
    readonly bonus: Money;
  }[];
}

const days = 90;

/**
 * The figures of Home for the last 90 days, by the day the money moved, in the shop's own currency and time zone.
 * Other currencies are not converted and not in these sums; Credits lists them. Read from sums of days, so that it is
 * as quick over a million credits as over ten.
 */
export async function homeFigures(ctx: ShopContext): Promise<HomeFigures> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - (days - 1) * 86_400_000);
  const { currency } = ctx.shop;
  const [connected, scopes, counts, differences, alerts] = await Promise.all([
    isConnected(ctx),
    missingScopes(ctx),
    countReturns(ctx),
    countOpenDifferences(ctx),
    openAlerts(ctx),
  ]);
  const today = dayAgo(ctx, now, 0);
  const earliest = dayAgo(ctx, now, 2 * days - 1);
  const { moves, held, waiting } = await ctx.inShop(async (tx) => ({
    moves: await figureDays(tx, ctx, { from: earliest, to: today }),
    held: await creditInLedger(tx, ctx),
    waiting: await waitingFor(tx, ctx),
  }));
  const ours = moves.filter((each) => each.currency === currency);
  const span = { from: dayAgo(ctx, now, days - 1), to: today };
  const now90 = moved(ours, span, currency);
  const before = moved(ours, { from: earliest, to: dayAgo(ctx, now, days) }, currency);
  const total = (weeks: HomeFigures["byWeek"], pick: "credit" | "bonus") =>
    weeks.reduce((sum, week) => add(sum, week[pick]), zero(currency));
  const kept = total(now90.byWeek, "credit");
  const bonusSpent = total(now90.byWeek, "bonus");
  return {
    isNew: counts.all === 0,
    kept,
    bonusSpent,
    issuedTotal: add(kept, bonusSpent),
    unspent: money(held.get(currency) ?? 0n, currency),
    keptRate: now90.keptRate,
    before: {
      kept: total(before.byWeek, "credit"),
      bonusSpent: total(before.byWeek, "bonus"),
      keptRate: before.keptRate,
    },
    used: figuresOf(currency, within(ours, span)),
    needsYou: {
      toApprove: counts.requested,
      toIssue: counts.to_issue,
      inReview: counts.in_review,
      connected,
      scopesMissing: scopes,
      waiting,
      differences,
      storeCreditOff: ctx.shop.storeCreditEnabled === "no",
      alerts: alerts.map(({ says }) => says),
    },
    since,
    byWeek: now90.byWeek,
  };
}

async function waitingFor(tx: Transaction, ctx: ShopContext): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(returns)
    .where(
      and(
        eq(returns.shopId, ctx.shop.id),
        sql`${returns.issueWantedAt} is not null`,
        eq(returns.creditState, "none"),
      ),
    );
  return row?.count ?? 0;
}

/** What moved in a span of the shop's days: by week, and how many returns chose which way. */
function moved(days: readonly FigureDay[], span: Span, currency: string) {
  const inSpan = within(days, span);
  const amount = (of: readonly FigureDay[], figure: string) =>
    money(
      of.reduce((sum, each) => (each.figure === figure ? sum + each.sum : sum), 0n),
      currency,
    );
  const count = (figure: string) =>
    inSpan.reduce((sum, each) => (each.figure === figure ? sum + Number(each.count) : sum), 0);
  const kept = count("customer_credit/base");
  return {
    keptRate: { kept, of: kept + count("original_payment/base") },
    byWeek: [...byWeek(inSpan)].map(([week, ofWeek]) => ({
      week,
      credit: amount(ofWeek, "customer_credit/base"),
      original: amount(ofWeek, "original_payment/base"),
      bonus: negate(amount(ofWeek, "bonus_cost/bonus")),
    })),
  };
}

interface Span {
  readonly from: string;
  readonly to: string;
}

function within(days: readonly FigureDay[], { from, to }: Span): FigureDay[] {
  return days.filter(({ day }) => day >= from && day <= to);
}

/** The shop's day so many days ago. */
function dayAgo(ctx: ShopContext, now: Date, ago: number): string {
  const at = new Date(now.getTime() - ago * 86_400_000);
  return shopDay(ctx, at);
}
