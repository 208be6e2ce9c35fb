import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql, tables } from "@kept/database";
import { type CreditAccountNow, readCreditAccount, readRefundsOf } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { chainHolds } from "../issuance/chain.ts";
import type { AccountRecord } from "./account.ts";
import { inTurn } from "./in-turn.ts";
import type { RefundOf } from "./whose.ts";

export interface AccountReading {
  readonly now: CreditAccountNow;
  /** Do the balances follow from one another? A reading that was torn three times in a row says no. */
  readonly holds: boolean;
}

/**
 * Reads an account back to where what we know is beyond doubt: the whole of it the first time, later to the oldest
 * credit of which something was left. A reading that is torn by a movement is repeated.
 */
export async function readAccount(ctx: ShopContext, account: AccountRecord): Promise<AccountReading> {
  const admin = await ctx.admin();
  const since = await openSince(ctx, account);
  const which = { customerId: account.customerGid, currency: account.currency, since };
  for (let tries = 1; ; tries += 1) {
    const now = await inTurn(ctx, () => readCreditAccount(admin, which));
    const holds = chainHolds(now);
    if (holds || tries === 3) return { now, holds };
    await sleep(ctx.tools.patience.firstLookMs);
  }
}

/** The refunds behind credits that no leg names yet: which refund made them, and what note it carries. */
export async function refundsBehind(
  ctx: ShopContext,
  laneId: string,
  now: CreditAccountNow,
): Promise<RefundOf> {
  const orders = await unexplainedOrders(ctx, laneId, now);
  const admin = await ctx.admin();
  const refunds = new Map<string, { refundGid: string; note: string | null }>();
  for (const orderGid of orders) {
    const order = await inTurn(ctx, () => readRefundsOf(admin, { orderId: orderGid, lineItemIds: [] }));
    for (const { id: refundGid, note, transactions } of order?.refunds ?? [])
      for (const { id } of transactions) refunds.set(id, { refundGid, note });
  }
  return refunds;
}

/** Orders with a credit that is not known to be anybody's, and for which Kept gave credit to this account. */
async function unexplainedOrders(
  ctx: ShopContext,
  laneId: string,
  now: CreditAccountNow,
): Promise<Set<string>> {
  const { issuanceLegs, laneObservations: seen } = tables;
  const credits = now.transactions.filter(({ kind, event }) => kind === "credit" && event === "ORDER_REFUND");
  if (credits.length === 0) return new Set();
  const [known, legs] = await ctx.inShop((tx) =>
    Promise.all([
      tx
        .select({ gid: seen.remoteGid })
        .from(seen)
        .where(and(eq(seen.shopId, ctx.shop.id), eq(seen.laneId, laneId), sql`${seen.postedAs} is not null`)),
      tx
        .select({ orderGid: issuanceLegs.orderGid, gid: issuanceLegs.remoteTransactionGid })
        .from(issuanceLegs)
        .where(
          and(
            eq(issuanceLegs.shopId, ctx.shop.id),
            eq(issuanceLegs.laneId, laneId),
            eq(issuanceLegs.kind, "base"),
          ),
        ),
    ]),
  );
  const explained = new Set([...known.map(({ gid }) => gid), ...legs.map(({ gid }) => gid)]);
  const orders = new Set(legs.map(({ orderGid }) => orderGid));
  return new Set(
    credits.flatMap(({ id, orderId }) =>
      orderId && orders.has(orderId) && !explained.has(id) ? orderId : [],
    ),
  );
}

async function openSince(ctx: ShopContext, account: AccountRecord): Promise<Date> {
  const { known, laneId } = account;
  if (!known?.complete) return new Date(0);
  const { laneObservations: seen } = tables;
  const [row] = await ctx.inShop((tx) =>
    tx
      .select({
        since: sql<Date | null>`least(
          min(${seen.happenedAt}) filter (where ${seen.remainingMinor} > 0 or ${seen.postedAs} is null),
          max(${seen.happenedAt}))`.mapWith(seen.happenedAt),
      })
      .from(seen)
      .where(and(eq(seen.shopId, ctx.shop.id), eq(seen.laneId, laneId))),
  );
  return new Date((row?.since?.getTime() ?? 0) - 300_000);
}
