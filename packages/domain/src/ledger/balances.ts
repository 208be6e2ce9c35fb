import { and, eq, sql, type Transaction, tables } from "@kept/database";
import { type Money, money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import type { Account } from "./ledger.ts";

/** The sums of a shop's accounts, per currency. Balances are never stored. */
export async function balances(
  tx: Transaction,
  ctx: ShopContext,
  since?: Date,
): Promise<{ account: Account; balance: Money }[]> {
  const { ledgerEntries } = tables;
  const rows = await tx
    .select({
      account: ledgerEntries.account,
      currency: ledgerEntries.currency,
      minor: sql<string>`sum(${ledgerEntries.amountMinor})::text`,
    })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.shopId, ctx.shop.id),
        since ? sql`${ledgerEntries.postedAt} >= ${since}` : undefined,
      ),
    )
    .groupBy(ledgerEntries.account, ledgerEntries.currency);
  return rows.map(({ account, currency, minor }) => ({ account, balance: money(BigInt(minor), currency) }));
}
