import { and, asc, desc, eq, inArray, inOneBreath, ne, sql, type Transaction, tables } from "@kept/database";
import { fromDecimal, type Money } from "@kept/money";
import { lastDigits } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { ReturnRecord } from "../return/return.ts";
import { type AttemptRow, amountOf, type LegRow } from "./issuance.ts";
import { legsOfReturn } from "./legs.ts";

/** A return's credit as pages show it: both legs, where they are at Shopify, and the balance they led to. */
export interface CreditView {
  readonly destination: "store_credit" | "original_payment";
  readonly legs: readonly LegView[];
  /** After the newest leg, as Shopify said; null before. */
  readonly balance: Money | null;
  readonly accountLastDigits: string | null;
  /** The customer in Shopify admin, with the account of these last digits. */
  readonly accountUrl: string | null;
  readonly startedBy: unknown;
}

export interface LegView {
  readonly id: string;
  readonly kind: LegRow["kind"];
  readonly ordinal: number;
  readonly amount: Money;
  readonly state: LegRow["state"];
  readonly reason: string | null;
  readonly remoteId: string | null;
  readonly refundId: string | null;
  readonly expiresOn: string | null;
  readonly confirmedAt: Date | null;
  readonly attempts: readonly AttemptView[];
}

export interface AttemptView {
  readonly n: number;
  readonly at: Date;
  readonly outcome: string | null;
  readonly requestId: string | null;
}

/** Null when nothing was issued for this return. */
export async function creditView(
  tx: Transaction,
  ctx: ShopContext,
  record: Pick<ReturnRecord, "id" | "customerGid" | "currency">,
): Promise<CreditView | null> {
  const [issuance] = await tx
    .select()
    .from(tables.issuances)
    .where(and(eq(tables.issuances.shopId, ctx.shop.id), eq(tables.issuances.returnId, record.id)));
  if (!issuance) return null;
  const [legs, attempts, account] = await inOneBreath([
    () => legsOfReturn(tx, ctx, record.id),
    () => attemptsFor(tx, ctx, record.id),
    () => accountAfter(tx, ctx, record),
  ]);
  return {
    destination: issuance.destination,
    legs: legs.map((leg) =>
      legView(
        leg,
        attempts.filter(({ legId }) => legId === leg.id),
      ),
    ),
    balance: account.balance,
    accountLastDigits: account.id && lastDigits(account.id),
    accountUrl: record.customerGid
      ? ctx.tools.shopify.urls.customer(ctx.shop.domain, record.customerGid)
      : null,
    startedBy: issuance.actor,
  };
}

function attemptsFor(tx: Transaction, ctx: ShopContext, returnId: string): Promise<AttemptRow[]> {
  const { issuanceLegs, legAttempts } = tables;
  const ofReturn = tx
    .select({ id: issuanceLegs.id })
    .from(issuanceLegs)
    .where(and(eq(issuanceLegs.shopId, ctx.shop.id), eq(issuanceLegs.returnId, returnId)));
  return tx
    .select()
    .from(legAttempts)
    .where(and(eq(legAttempts.shopId, ctx.shop.id), inArray(legAttempts.legId, ofReturn)))
    .orderBy(asc(legAttempts.n));
}

function legView(leg: LegRow, attempts: readonly AttemptRow[]): LegView {
  return {
    id: leg.id,
    kind: leg.kind,
    ordinal: leg.ordinal,
    amount: amountOf(leg),
    state: leg.state,
    reason: leg.reason,
    remoteId: leg.remoteTransactionGid,
    refundId: leg.remoteRefundGid,
    expiresOn: leg.expiresOn,
    confirmedAt: leg.confirmedAt,
    attempts: attempts.map(({ n, committedAt, outcome, requestId }) => ({
      n,
      at: committedAt,
      outcome,
      requestId,
    })),
  };
}

/** Account and balance as the newest confirmed leg left them: told by its event, which is history and does not change. */
async function accountAfter(
  tx: Transaction,
  ctx: ShopContext,
  record: Pick<ReturnRecord, "id" | "currency">,
) {
  const { returnEvents } = tables;
  const [newest] = await tx
    .select({ detail: returnEvents.detail })
    .from(returnEvents)
    .where(
      and(
        eq(returnEvents.shopId, ctx.shop.id),
        eq(returnEvents.returnId, record.id),
        sql`${returnEvents.kind} in ('base_issued', 'bonus_issued', 'reversal_issued')`,
        sql`${returnEvents.detail} ->> 'accountId' is not null`,
      ),
    )
    .orderBy(sql`${returnEvents.id} desc`)
    .limit(1);
  const { accountId, balance } = newest?.detail ?? {};
  return {
    id: typeof accountId === "string" ? accountId : null,
    balance: typeof balance === "string" ? fromDecimal(balance, record.currency) : null,
  };
}

/** An account with what it held after our newest movement there, as Shopify said. */
export interface KnownBalance {
  readonly accountGid: string | null;
  readonly balance: Money;
}

/** The account a return's credit went to; null before anything did. */
export async function balanceKnown(
  tx: Transaction,
  ctx: ShopContext,
  record: Pick<ReturnRecord, "id" | "currency">,
): Promise<KnownBalance | null> {
  const { id, balance } = await accountAfter(tx, ctx, record);
  return balance && { accountGid: id, balance };
}

/** The same customer's accounts in other currencies. */
export async function otherBalancesKnown(
  tx: Transaction,
  ctx: ShopContext,
  record: Pick<ReturnRecord, "customerGid" | "currency">,
): Promise<KnownBalance[]> {
  const { returns } = tables;
  if (!record.customerGid) return [];
  const newest = await tx
    .selectDistinctOn([returns.currency], { id: returns.id, currency: returns.currency })
    .from(returns)
    .where(
      and(
        eq(returns.shopId, ctx.shop.id),
        eq(returns.customerGid, record.customerGid),
        eq(returns.creditState, "issued"),
        ne(returns.currency, record.currency),
      ),
    )
    .orderBy(returns.currency, desc(returns.id));
  const accounts = await Promise.all(newest.map((each) => balanceKnown(tx, ctx, each)));
  return accounts.filter((each) => each !== null);
}
