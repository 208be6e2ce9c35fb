import { and, eq, inOneBreath, preferIndexes, sql, type Transaction, tables } from "@kept/database";
import { add, type Money, money, zero } from "@kept/money";
import { auditAlert } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { daysAfter } from "../day.ts";
import { unansweredIn } from "../message/queries.ts";
import { countOpenDifferencesIn, openAlertsIn } from "../reconciliation/queries.ts";
import { countReturnsIn } from "../return/list-returns.ts";
import { connectionIn } from "../shop/check-shop.ts";
import { type CreditUsed, keptRateOf, usedOf, type Week, weeksOf } from "./figures.ts";
import { creditInLedger, figuresByWeek } from "./fold-figures.ts";
import { shopDay } from "./shop-day.ts";

export interface HomeFigures {
  /** Nobody has asked for a return yet. */
  readonly isNew: boolean;
  /** Base amounts given as credit since then and not repaid as money, in the shop's currency. */
  readonly kept: Money;
  /** Of the returns resolved since then, how many chose credit. */
  readonly keptRate: { readonly kept: number; readonly of: number };
  /** Less what was taken back of it. */
  readonly bonusSpent: Money;
  /** What customers still hold, in the shop's currency, today. */
  readonly unspent: Money;
  /** The same figures for the ninety days before, for the trend. */
  readonly before: {
    readonly kept: Money;
    readonly bonusSpent: Money;
    readonly keptRate: { readonly kept: number; readonly of: number };
  };
  /** What became of credit since then, whenever it was given. */
  readonly used: CreditUsed;
  readonly needsYou: {
    /** Issued already, and waiting for a permission. */
    readonly waiting: number;
    /** Between Kept and Shopify, found by comparing. */
    readonly differences: number;
    readonly toApprove: number;
    readonly toIssue: number;
    readonly inReview: number;
    /** Returns whose customer wrote and was not answered, and the number of the first. */
    readonly unanswered: { readonly count: number; readonly number: number | null };
    /** False when the merchant has to install Kept again. */
    readonly connected: boolean;
    /** Nothing is paid until somebody resumes it. */
    readonly paused: boolean;
    readonly scopesMissing: readonly string[];
    readonly storeCreditOff: boolean;
    /** What a machine noticed and is not over. */
    readonly alerts: readonly { readonly says: string; readonly about: "audit_log" | "credits" }[];
  };
  readonly since: Date;
  /** First and last day of the figures, the shop's. */
  readonly days: { readonly from: string; readonly to: string };
  readonly byWeek: readonly Week[];
}

const days = 90;
const dayMs = 86_400_000;

/**
 * The figures of Home for the last 90 days, by the day the money moved, in the shop's own currency and time zone.
 * Other currencies are not converted and not in these sums; Credits lists them. Read from sums of days, so that it is
 * as quick over a million credits as over ten.
 */
export async function homeFigures(ctx: ShopContext): Promise<HomeFigures> {
  const now = ctx.clock.now();
  const { currency } = ctx.shop;
  const today = shopDay(ctx, now);
  const span = {
    from: daysAfter(today, 1 - 2 * days),
    since: daysAfter(today, 1 - days),
    to: today,
  };
  const read = await ctx.inShop((tx) =>
    inOneBreath([
      () => preferIndexes(tx),
      () => figuresByWeek(tx, ctx, span),
      () => creditInLedger(tx, ctx),
      () => countReturnsIn(tx, ctx),
      () => connectionIn(tx, ctx),
      () => countOpenDifferencesIn(tx, ctx),
      () => waitingFor(tx, ctx),
      () => openAlertsIn(tx, ctx),
      () => unansweredIn(tx, ctx),
    ]),
  );
  const [, moves, held, counts, connection, differences, waiting, alerts, unanswered] = read;
  const { true: since = [], false: earlier = [] } = Object.groupBy(moves, (each) => String(each.since));
  const byWeek = weeksOf(currency, since);
  const total = (weeks: readonly Week[], pick: "credit" | "bonus") =>
    weeks.reduce((sum, week) => add(sum, week[pick]), zero(currency));
  const [kept, bonusSpent] = [total(byWeek, "credit"), total(byWeek, "bonus")];
  const weeksBefore = weeksOf(currency, earlier);
  return {
    isNew: counts.all === 0,
    kept,
    bonusSpent,
    unspent: money(held.get(currency) ?? 0n, currency),
    keptRate: keptRateOf(since),
    before: {
      kept: total(weeksBefore, "credit"),
      bonusSpent: total(weeksBefore, "bonus"),
      keptRate: keptRateOf(earlier),
    },
    used: usedOf(currency, since),
    needsYou: {
      toApprove: counts.requested,
      toIssue: counts.to_issue,
      inReview: counts.in_review,
      unanswered,
      ...connection,
      paused: ctx.shop.pausedAt !== null,
      waiting,
      differences,
      storeCreditOff: ctx.shop.storeCreditEnabled === "no",
      alerts: alerts.map(({ key, says }) => ({ says, about: key === auditAlert ? "audit_log" : "credits" })),
    },
    since: new Date(now.getTime() - (days - 1) * dayMs),
    days: { from: span.since, to: span.to },
    byWeek,
  };
}

function waitingFor(tx: Transaction, ctx: ShopContext): Promise<number> {
  const { returns } = tables;
  const waits = and(sql`${returns.issueWantedAt} is not null`, eq(returns.creditState, "none"));
  return tx.$count(returns, and(eq(returns.shopId, ctx.shop.id), waits));
}
