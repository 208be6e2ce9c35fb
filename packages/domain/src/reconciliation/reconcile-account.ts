import { sql, type Transaction, tables } from "@kept/database";
import { readOrderTotals } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { databaseClock } from "../issuance/legs.ts";
import { lockAccount } from "../ledger/lock-account.ts";
import { keepMovements, movementsOf } from "../ledger/observations.ts";
import { type AccountRecord, accountRecord } from "./account.ts";
import { bookAccount } from "./book-account.ts";
import { disagreements, sumOf } from "./compare.ts";
import { type AccountReading, readAccount, refundsBehind } from "./read-account.ts";
import { closeGone, recordFound } from "./record-found.ts";
import type { RefundOf } from "./whose.ts";

/**
 * Compares one customer's account with Shopify, and books what our ledger did not know. Reads first, writes after, in
 * one transaction; may be repeated at any time by anybody, because each of Shopify's records is booked once. Answers
 * how many differences are new. Throws ShopifyUnavailable.
 */
export async function reconcileAccount(ctx: ShopContext, laneId: string): Promise<number> {
  const account = await ctx.inShop((tx) => accountRecord(tx, ctx, laneId));
  if (!account) return 0;
  const reading = await readAccount(ctx, account);
  const refunds = await refundsBehind(ctx, laneId, reading.now);
  const found = await ctx.inShop((tx) => book(tx, ctx, account, reading, refunds));
  await learnOrders(ctx, laneId);
  return found;
}

async function book(
  tx: Transaction,
  ctx: ShopContext,
  account: AccountRecord,
  reading: AccountReading,
  refunds: RefundOf,
): Promise<number> {
  await lockAccount(tx, account.laneId);
  await keepMovements(tx, ctx, account.laneId, reading.now.transactions);
  const { found, legs } = await bookAccount(tx, ctx, account, refunds);
  const movements = await movementsOf(tx, ctx, account.laneId);
  const seen = { ...reading, movements };
  const wrong = disagreements(account, seen, legs, await settledBefore(tx, ctx));
  await closeGone(tx, ctx, account, wrong);
  await keepAccount(tx, ctx, account, reading, movements);
  return recordFound(tx, ctx, account, [...found, ...wrong]);
}

/** A leg that was confirmed after this may not show at Shopify yet. */
async function settledBefore(tx: Transaction, ctx: ShopContext): Promise<Date> {
  const [clock] = await tx.select({ now: databaseClock }).from(tables.issuingSwitch);
  return new Date((clock?.now.getTime() ?? 0) - ctx.tools.patience.sinceSendMs);
}

async function keepAccount(
  tx: Transaction,
  ctx: ShopContext,
  account: AccountRecord,
  { now }: AccountReading,
  movements: Awaited<ReturnType<typeof movementsOf>>,
): Promise<void> {
  const { creditAccounts } = tables;
  const [oldest] = movements;
  const row = {
    accountGid: now.accountId,
    openingMinor: oldest ? oldest.balanceAfterMinor - oldest.amountMinor : 0n,
    balanceMinor: now.balance.minor,
    unexplainedMinor: now.balance.minor - sumOf(movements),
    newest: glanceOf(movements.at(-1)),
    complete: account.known?.complete || now.complete,
  };
  await tx
    .insert(creditAccounts)
    .values({ shopId: ctx.shop.id, laneId: account.laneId, ...row })
    .onConflictDoUpdate({
      target: creditAccounts.laneId,
      set: { ...row, readAt: sql`clock_timestamp()` },
    });
}

/** The newest movement in one text, for telling at a glance whether anything has happened since. */
export function glanceOf(newest: { happenedAt: Date; balanceAfterMinor: bigint } | undefined): string | null {
  return newest ? `${newest.happenedAt.toISOString()} ${newest.balanceAfterMinor}` : null;
}

/** What the orders came to that were paid with this credit; asked once each, for what was spent above it. */
async function learnOrders(ctx: ShopContext, laneId: string): Promise<void> {
  const { redeemingOrders } = tables;
  const paid = await ctx.inShop((tx) =>
    tx.execute<{ order_gid: string; minor: string }>(sql`
      select o.origin_order_gid as order_gid, (-sum(o.amount_minor))::text as minor from lane_observations o
       where o.shop_id = ${ctx.shop.id} and o.lane_id = ${laneId} and o.posted_as = 'spent' and o.origin_order_gid is not null
         and not exists (select 1 from redeeming_orders r where r.shop_id = o.shop_id and r.order_gid = o.origin_order_gid)
       group by o.origin_order_gid limit 50`),
  );
  if (paid.length === 0) return;
  const admin = await ctx.admin();
  const totals = await readOrderTotals(
    admin,
    paid.map(({ order_gid }) => order_gid),
  );
  if (totals.length === 0) return;
  const rows = totals.map(({ id, name, placedAt, total }) => ({
    shopId: ctx.shop.id,
    orderGid: id,
    name,
    placedAt,
    currency: total.currency,
    totalMinor: total.minor,
    creditMinor: BigInt(paid.find(({ order_gid }) => order_gid === id)?.minor ?? "0"),
  }));
  await ctx.inShop((tx) => tx.insert(redeemingOrders).values(rows).onConflictDoNothing());
}
