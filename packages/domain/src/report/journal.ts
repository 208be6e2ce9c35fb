import { and, asc, eq, sql, tables } from "@kept/database";
import { type Money, money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import type { Account } from "../ledger/ledger.ts";
import { endOf, startOf } from "./credit-filter.ts";

const { ledgerEntries, returns } = tables;

/** One line of the journal. Lines of one posting add up to nothing. */
export interface JournalLine {
  readonly id: string;
  readonly postingId: string;
  /** The day it happened, in the shop's time zone. */
  readonly day: string;
  readonly happenedAt: Date;
  readonly account: Account;
  readonly cause: string;
  /** Signed: what an account got is positive. */
  readonly amount: Money;
  readonly returnNumber: number | null;
  readonly customerGid: string | null;
  readonly remoteGid: string;
  readonly actor: string;
  readonly reason: string | null;
}

/** A page of a period's journal, oldest first; days are the shop's, both included. */
export function journal(
  ctx: ShopContext,
  input: { from: string; to: string; after?: string | undefined; limit?: number },
): Promise<{ lines: JournalLine[]; next: string | null }> {
  const limit = input.limit ?? 1000;
  return ctx.inShop(async (tx) => {
    const beyond = input.after
      ? sql`(${ledgerEntries.happenedAt}, ${ledgerEntries.id}) > (select e.happened_at, e.id from ledger_entries e where e.shop_id = ${ctx.shop.id} and e.id = ${input.after})`
      : undefined;
    const rows = await tx
      .select({
        entry: ledgerEntries,
        number: returns.number,
        day: sql<string>`to_char(${ledgerEntries.happenedAt} at time zone ${ctx.shop.timeZone}, 'YYYY-MM-DD')`,
      })
      .from(ledgerEntries)
      .leftJoin(
        returns,
        and(eq(returns.shopId, ledgerEntries.shopId), eq(returns.id, ledgerEntries.returnId)),
      )
      .where(
        and(
          eq(ledgerEntries.shopId, ctx.shop.id),
          sql`${ledgerEntries.happenedAt} >= ${startOf(ctx, input.from)}`,
          sql`${ledgerEntries.happenedAt} < ${endOf(ctx, input.to)}`,
          beyond,
        ),
      )
      .orderBy(asc(ledgerEntries.happenedAt), asc(ledgerEntries.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    return {
      lines: page.map(({ entry, number, day }) => ({
        id: entry.id,
        postingId: entry.postingId,
        day,
        happenedAt: entry.happenedAt,
        account: entry.account,
        cause: entry.cause,
        amount: money(entry.amountMinor, entry.currency),
        returnNumber: number,
        customerGid: entry.customerGid,
        remoteGid: entry.remoteGid,
        actor: entry.actor,
        reason: entry.reason,
      })),
      next: rows.length > limit ? (page.at(-1)?.entry.id ?? null) : null,
    };
  });
}
