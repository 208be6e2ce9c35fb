import { and, eq, sql, tables } from "@kept/database";
import { readRefundsOf } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { lockAccount } from "../ledger/lock-account.ts";
import { legsOn } from "./account.ts";
import { inTurn } from "./in-turn.ts";
import type { Found } from "./reconciliation.ts";
import { recordFound } from "./record-found.ts";

/**
 * Compares what went back the way it was paid with the order's refunds at Shopify. A refund never changes once it is
 * made, so an order is compared once after each of its legs. Answers how many differences are new.
 */
export async function reconcileOrder(ctx: ShopContext, laneId: string): Promise<number> {
  const { creditAccounts, creditLanes } = tables;
  const found = await ctx.inShop(async (tx) => {
    const [lane] = await tx
      .select()
      .from(creditLanes)
      .where(and(eq(creditLanes.shopId, ctx.shop.id), eq(creditLanes.id, laneId)));
    return lane && { lane, legs: await legsOn(tx, ctx, laneId) };
  });
  if (!found) return 0;
  const { lane, legs } = found;
  const admin = await ctx.admin();
  const order = await inTurn(ctx, () => readRefundsOf(admin, { orderId: lane.ownerGid, lineItemIds: [] }));
  const refunds = order?.refunds ?? [];
  const wrong = legs.flatMap(({ leg }): Found[] => {
    if (leg.state !== "confirmed") return [];
    const about = {
      legId: leg.id,
      returnId: leg.returnId,
      orderGid: leg.orderGid,
      oursMinor: leg.amountMinor,
      remoteGid: leg.remoteRefundGid,
      happenedAt: leg.confirmedAt ?? leg.createdAt,
    };
    const refund = refunds.find(({ id }) => id === leg.remoteRefundGid);
    if (!refund) return [{ ...about, key: `missing ${leg.id}`, kind: "missing", theirsMinor: 0n }];
    const theirsMinor = refund.total.minor;
    const doubles = refunds.filter(
      ({ id, note }) => id !== refund.id && note?.startsWith(`kept:${leg.id}:`) === true,
    );
    return [
      ...(theirsMinor === leg.amountMinor
        ? []
        : [{ ...about, key: `amount of ${leg.id}`, kind: "amount_differs" as const, theirsMinor }]),
      ...doubles.map((double) => ({
        ...about,
        key: double.id,
        kind: "double" as const,
        oursMinor: 0n,
        theirsMinor: double.total.minor,
        remoteGid: double.id,
        note: double.note,
      })),
    ];
  });
  return ctx.inShop(async (tx) => {
    await lockAccount(tx, laneId);
    await tx
      .insert(creditAccounts)
      .values({ shopId: ctx.shop.id, laneId, balanceMinor: 0n, complete: true })
      .onConflictDoUpdate({ target: creditAccounts.laneId, set: { readAt: sql`clock_timestamp()` } });
    const account = { laneId, customerGid: null, currency: lane.currency };
    return recordFound(tx, ctx, account, wrong);
  });
}
