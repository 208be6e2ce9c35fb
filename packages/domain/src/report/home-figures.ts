import { and, eq, sql, type Transaction, tables } from "@kept/database";
import { add, type Money, money, zero } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { balances } from "../ledger/index.ts";
import { countOpenDifferences, openAlerts } from "../reconciliation/index.ts";
import { countReturns } from "../return/list-returns.ts";
import { missingScopes } from "../shop/check-shop.ts";

const { issuanceLegs, issuances, returns } = tables;

export interface HomeFigures {
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
  readonly needsYou: {
    /** Issued already, and waiting for a permission. */
    readonly waiting: number;
    /** Between Kept and Shopify, found by comparing. */
    readonly differences: number;
    readonly toApprove: number;
    readonly toIssue: number;
    readonly inReview: number;
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
 * Other currencies are not converted and not in these sums; Credits lists them.
 */
export async function homeFigures(ctx: ShopContext): Promise<HomeFigures> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - days * 86_400_000);
  const earlier = new Date(now.getTime() - 2 * days * 86_400_000);
  const { currency } = ctx.shop;
  const [scopes, counts, differences, alerts] = await Promise.all([
    missingScopes(ctx),
    countReturns(ctx),
    countOpenDifferences(ctx),
    openAlerts(ctx),
  ]);
  const found = await ctx.inShop(async (tx) => ({
    moved: await movedByWeek(tx, ctx, since, now),
    movedBefore: await movedByWeek(tx, ctx, earlier, since),
    keptRate: await resolvedBetween(tx, ctx, since, now),
    rateBefore: await resolvedBetween(tx, ctx, earlier, since),
    waiting: await waitingFor(tx, ctx),
    unspent: await unspent(tx, ctx),
  }));
  const total = (weeks: HomeFigures["byWeek"], pick: "credit" | "bonus") =>
    weeks.reduce((sum, week) => add(sum, week[pick]), zero(currency));
  const kept = total(found.moved, "credit");
  const bonusSpent = total(found.moved, "bonus");
  return {
    kept,
    bonusSpent,
    issuedTotal: add(kept, bonusSpent),
    unspent: found.unspent,
    keptRate: found.keptRate,
    before: {
      kept: total(found.movedBefore, "credit"),
      bonusSpent: total(found.movedBefore, "bonus"),
      keptRate: found.rateBefore,
    },
    needsYou: {
      toApprove: counts.requested,
      toIssue: counts.to_issue,
      inReview: counts.in_review,
      scopesMissing: scopes,
      waiting: found.waiting,
      differences,
      storeCreditOff: ctx.shop.storeCreditEnabled === "no",
      alerts: alerts.map(({ says }) => says),
    },
    since,
    byWeek: found.moved,
  };
}

/** The ledger's account of what customers may still spend, turned around: it stands on the side of what is owed. */
async function unspent(tx: Transaction, ctx: ShopContext): Promise<Money> {
  const owed = (await balances(tx, ctx)).find(
    ({ account, balance }) => account === "customer_credit" && balance.currency === ctx.shop.currency,
  );
  const minor = owed?.balance.minor ?? 0n;
  return money(minor < 0n ? -minor : minor, ctx.shop.currency);
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

async function movedByWeek(tx: Transaction, ctx: ShopContext, since: Date, until: Date) {
  const zone = ctx.shop.timeZone;
  const week = sql<string>`to_char(date_trunc('week', ${issuanceLegs.confirmedAt} at time zone ${zone}), 'YYYY-MM-DD')`;
  const sumOf = (which: ReturnType<typeof sql>) =>
    sql<string>`coalesce(sum(${issuanceLegs.amountMinor}) filter (where ${which}), 0)::text`;
  const rows = await tx
    .select({
      week,
      credit: sumOf(sql`${issuanceLegs.kind} = 'base' and ${issuances.destination} = 'store_credit'`),
      original: sumOf(sql`${issuances.destination} = 'original_payment'`),
      bonus: sumOf(sql`${issuanceLegs.kind} = 'bonus'`),
    })
    .from(issuanceLegs)
    .innerJoin(
      issuances,
      and(eq(issuances.shopId, issuanceLegs.shopId), eq(issuances.id, issuanceLegs.issuanceId)),
    )
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        eq(issuanceLegs.currency, ctx.shop.currency),
        eq(issuanceLegs.state, "confirmed"),
        sql`${issuanceLegs.confirmedAt} >= ${since.toISOString()}::timestamptz`,
        sql`${issuanceLegs.confirmedAt} < ${until.toISOString()}::timestamptz`,
      ),
    )
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  const inShop = (minor: string) => money(BigInt(minor), ctx.shop.currency);
  return rows.map(({ week: monday, credit, original, bonus }) => ({
    week: monday,
    credit: inShop(credit),
    original: inShop(original),
    bonus: inShop(bonus),
  }));
}

async function resolvedBetween(tx: Transaction, ctx: ShopContext, since: Date, until: Date) {
  const [row] = await tx
    .select({
      kept: sql<number>`count(*) filter (where ${returns.resolution} = 'store_credit')::int`,
      of: sql<number>`count(*)::int`,
    })
    .from(returns)
    .where(
      and(
        eq(returns.shopId, ctx.shop.id),
        eq(returns.status, "resolved"),
        sql`${returns.updatedAt} >= ${since.toISOString()}::timestamptz`,
        sql`${returns.updatedAt} < ${until.toISOString()}::timestamptz`,
      ),
    );
  return row ?? { kept: 0, of: 0 };
}
