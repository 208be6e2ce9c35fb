import { and, desc, eq, inArray, or, type Transaction, tables } from "@kept/database";
import { type Money, money } from "@kept/money";
import { lastDigits, readCreditAccount } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { inOrder } from "../ledger/in-order.ts";
import type { MovementRow } from "../ledger/movement.ts";
import { keepMovements } from "../ledger/observations.ts";
import { type CreditRow, creditRow } from "../report/list-credits.ts";
import { type ReturnRow, rowOf } from "../return/list-returns.ts";
import { unlessUnreachable } from "../shop/reach.ts";

const { creditAccounts, creditLanes, credits, laneObservations, notifications, returnLines, returns } =
  tables;
const legs = tables.issuanceLegs;

/** A customer's account in one currency, as it was last read. */
export interface CustomerAccount {
  readonly currency: string;
  readonly lastDigits: string | null;
  readonly balance: Money | null;
  readonly readAt: Date | null;
  readonly movements: readonly AccountMovement[];
}

/** A movement as Shopify recorded it, with what Kept knows of it. */
export interface AccountMovement {
  readonly id: string;
  readonly kind: MovementRow["kind"];
  readonly event: string;
  /** As what it stands in the ledger; null while an open credit may answer for it. */
  readonly postedAs: string | null;
  readonly amount: Money;
  readonly balanceAfter: Money;
  readonly note: string | null;
  readonly orderUrl: string | null;
  readonly returnNumber: number | null;
  readonly expiresAt: Date | null;
  readonly happenedAt: Date;
}

export interface CustomerDetail {
  readonly gid: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly adminUrl: string;
  readonly accounts: readonly CustomerAccount[];
  readonly credits: readonly CreditRow[];
  readonly returns: readonly ReturnRow[];
  readonly letters: readonly {
    readonly id: string;
    readonly template: string;
    readonly subject: string | null;
    readonly state: string;
    readonly delivery: string | null;
    /** Why it was not sent. */
    readonly reason: string | null;
    readonly at: Date;
    readonly returnNumber: number;
  }[];
}

/** So many of each are shown, the newest; the lists have the rest. */
const most = 50;

/** Everything about one customer of the shop, by Shopify's number; null when nobody of that number returned anything. */
export function readCustomer(ctx: ShopContext, number: string): Promise<CustomerDetail | null> {
  if (!/^\d{1,20}$/.test(number)) return Promise.resolve(null);
  const gid = `gid://shopify/Customer/${number}`;
  return ctx.inShop(async (tx) => {
    const records = await tx
      .select()
      .from(returns)
      .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.customerGid, gid)))
      .orderBy(desc(returns.id))
      .limit(most);
    const [newest] = records;
    if (!newest) return null;
    const ids = records.map(({ id }) => id);
    const lines = await tx
      .select()
      .from(returnLines)
      .where(and(eq(returnLines.shopId, ctx.shop.id), inArray(returnLines.returnId, ids)));
    return {
      gid,
      name: newest.customerName,
      email: newest.customerEmail,
      locale: newest.locale,
      adminUrl: ctx.tools.shopify.urls.customer(ctx.shop.domain, gid),
      accounts: await accountsOf(tx, ctx, gid),
      credits: await creditsOf(tx, ctx, gid),
      returns: records.map((record) =>
        rowOf(
          record,
          lines.filter(({ returnId }) => returnId === record.id),
        ),
      ),
      letters: await lettersOf(tx, ctx, ids),
    };
  });
}

/**
 * The accounts as Shopify has them at this moment, by currency; null when it cannot be asked. The movements behind the
 * balances are kept as they were seen, so that both add up on one page; what they mean for the ledger is the
 * reconciliation's to say.
 */
export async function liveAccounts(
  ctx: ShopContext,
  number: string,
): Promise<ReadonlyMap<string, CustomerAccount> | null> {
  const customerId = `gid://shopify/Customer/${number}`;
  const lanes = await ctx.inShop((tx) =>
    tx
      .select({ id: creditLanes.id, currency: creditLanes.currency })
      .from(creditLanes)
      .where(and(eq(creditLanes.shopId, ctx.shop.id), eq(creditLanes.ownerGid, customerId))),
  );
  const read = await unlessUnreachable(ctx, async () => {
    const admin = await ctx.admin();
    return Promise.all(
      lanes.map(async ({ id, currency }) => ({
        laneId: id,
        now: await readCreditAccount(admin, { customerId, currency }),
      })),
    );
  });
  if (!read) return null;
  const seen = new Map(
    read.value.filter(({ now }) => now.customerExists).map(({ now }) => [now.balance.currency, now]),
  );
  return ctx.inShop(async (tx) => {
    for (const { laneId, now } of read.value) await keepMovements(tx, ctx, laneId, now.transactions);
    const accounts = await accountsOf(tx, ctx, customerId);
    return new Map(
      accounts.flatMap((each) => {
        const now = seen.get(each.currency);
        if (!now) return [];
        const digits = now.accountId ? lastDigits(now.accountId) : each.lastDigits;
        return [[each.currency, { ...each, balance: now.balance, lastDigits: digits }]];
      }),
    );
  });
}

async function accountsOf(tx: Transaction, ctx: ShopContext, gid: string): Promise<CustomerAccount[]> {
  const rows = await tx
    .select({ lane: creditLanes, known: creditAccounts })
    .from(creditLanes)
    .leftJoin(creditAccounts, eq(creditAccounts.laneId, creditLanes.id))
    .where(and(eq(creditLanes.shopId, ctx.shop.id), eq(creditLanes.ownerGid, gid)))
    .orderBy(creditLanes.currency);
  const accounts: CustomerAccount[] = [];
  for (const { lane, known } of rows) {
    const movements = await tx
      .select({ movement: laneObservations, number: returns.number, leg: legs.kind })
      .from(laneObservations)
      .leftJoin(
        legs,
        and(
          eq(legs.shopId, laneObservations.shopId),
          or(
            eq(legs.id, laneObservations.legId),
            // A leg that was confirmed by its answer names its movement before any comparison has.
            eq(legs.remoteTransactionGid, laneObservations.remoteGid),
          ),
        ),
      )
      .leftJoin(returns, and(eq(returns.shopId, laneObservations.shopId), eq(returns.id, legs.returnId)))
      .where(and(eq(laneObservations.shopId, ctx.shop.id), eq(laneObservations.laneId, lane.id)))
      .orderBy(desc(laneObservations.happenedAt), desc(laneObservations.id))
      .limit(most);
    const newestFirst = inOrder(
      movements.toReversed().map(({ movement, number, leg }) => ({
        ...movement,
        postedAs: movement.postedAs ?? leg,
        number,
      })),
    ).reverse();
    accounts.push({
      currency: lane.currency,
      lastDigits: known?.accountGid ? lastDigits(known.accountGid) : null,
      balance: known ? money(known.balanceMinor, lane.currency) : null,
      readAt: known?.readAt ?? null,
      movements: newestFirst.map((each) => movementView(ctx, each, each.number)),
    });
  }
  return accounts;
}

function movementView(ctx: ShopContext, row: MovementRow, returnNumber: number | null): AccountMovement {
  return {
    id: row.id,
    kind: row.kind,
    event: row.event,
    postedAs: row.postedAs,
    amount: money(row.amountMinor, row.currency),
    balanceAfter: money(row.balanceAfterMinor, row.currency),
    note: row.note,
    orderUrl: row.originOrderGid ? ctx.tools.shopify.urls.order(ctx.shop.domain, row.originOrderGid) : null,
    returnNumber,
    expiresAt: row.expiresAt,
    happenedAt: row.happenedAt,
  };
}

async function creditsOf(tx: Transaction, ctx: ShopContext, gid: string): Promise<CreditRow[]> {
  const rows = await tx
    .select({ credit: credits, record: returns })
    .from(credits)
    .innerJoin(returns, and(eq(returns.shopId, credits.shopId), eq(returns.id, credits.returnId)))
    .where(and(eq(credits.shopId, ctx.shop.id), eq(credits.customerGid, gid)))
    .orderBy(desc(credits.issuedAt))
    .limit(most);
  return rows.map(({ credit, record }) => creditRow(credit, record));
}

async function lettersOf(tx: Transaction, ctx: ShopContext, returnIds: readonly string[]) {
  const rows = await tx
    .select({ letter: notifications, number: returns.number })
    .from(notifications)
    .innerJoin(returns, and(eq(returns.shopId, notifications.shopId), eq(returns.id, notifications.returnId)))
    .where(and(eq(notifications.shopId, ctx.shop.id), inArray(notifications.returnId, [...returnIds])))
    .orderBy(desc(notifications.id))
    .limit(most);
  return rows.map(({ letter, number }) => ({
    id: letter.id,
    template: letter.template,
    subject: letter.subject,
    state: letter.state,
    delivery: letter.delivery,
    reason: letter.reason,
    at: letter.sentAt ?? letter.queuedAt,
    returnNumber: number,
  }));
}
