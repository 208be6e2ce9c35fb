import { and, eq, sql, type Transaction, tables } from "@kept/database";
import { type Money, money, zero } from "@kept/money";
import type { ShopContext } from "../context.ts";
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
  readonly needsYou: {
    readonly toApprove: number;
    readonly toIssue: number;
    readonly inReview: number;
    readonly scopesMissing: readonly string[];
    readonly storeCreditOff: boolean;
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
  const since = new Date(ctx.clock.now().getTime() - days * 86_400_000);
  const scopes = await missingScopes(ctx);
  const counts = await countReturns(ctx);
  const moved = await ctx.inShop((tx) => movedByWeek(tx, ctx, since));
  const rate = await ctx.inShop((tx) => resolvedSince(tx, ctx, since));
  const total = (pick: "credit" | "bonus") =>
    moved.reduce(
      (sum, week) => money(sum.minor + week[pick].minor, ctx.shop.currency),
      zero(ctx.shop.currency),
    );
  const kept = total("credit");
  const bonusSpent = total("bonus");
  return {
    kept,
    bonusSpent,
    issuedTotal: money(kept.minor + bonusSpent.minor, ctx.shop.currency),
    keptRate: rate,
    needsYou: {
      toApprove: counts.requested,
      toIssue: counts.to_issue,
      inReview: counts.in_review,
      scopesMissing: scopes,
      storeCreditOff: ctx.shop.storeCreditEnabled === "no",
    },
    since,
    byWeek: moved,
  };
}

async function movedByWeek(tx: Transaction, ctx: ShopContext, since: Date) {
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

async function resolvedSince(tx: Transaction, ctx: ShopContext, since: Date) {
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
      ),
    );
  return row ?? { kept: 0, of: 0 };
}
