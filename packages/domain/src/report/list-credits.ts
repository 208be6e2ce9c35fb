import { and, desc, eq, type SQL, sql, type Transaction, tables } from "@kept/database";
import { type Money, money } from "@kept/money";
import { legacyId } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { type CreditFilter, type CreditStanding, creditsMatching } from "./credit-filter.ts";
import { sumsMatching } from "./credit-sums.ts";

const { credits, creditSums, returns } = tables;

/** One credit: given = base + bonus = spent + expired + taken back + left. */
export interface CreditRow {
  readonly id: string;
  readonly number: number;
  readonly customerName: string;
  readonly customerEmail: string;
  /** Shopify's own number of the customer, as addresses use it. */
  readonly customerNumber: string | null;
  readonly orderName: string;
  readonly base: Money;
  readonly bonus: Money;
  readonly spent: Money;
  readonly expired: Money;
  readonly takenBack: Money;
  readonly left: Money;
  /** When the next part of what is left runs out. */
  readonly expiresAt: Date | null;
  readonly state: CreditStanding;
  readonly issuedAt: Date;
}

export interface CreditTotals {
  readonly currency: string;
  readonly count: number;
  readonly base: Money;
  readonly bonus: Money;
  readonly spent: Money;
  readonly expired: Money;
  readonly takenBack: Money;
  readonly left: Money;
}

/** A page of credits, newest first, from after the one named `after`. `next` is null on the last page. */
export function listCredits(
  ctx: ShopContext,
  input: CreditFilter & { after?: string | undefined; limit?: number },
): Promise<{ rows: CreditRow[]; next: string | null }> {
  const limit = Math.min(Math.max(1, input.limit ?? 50), 1000);
  return ctx.inShop(async (tx) => {
    const matching = await creditsMatching(tx, ctx, input);
    if (matching === null) return { rows: [], next: null };
    const found = await page(tx, ctx, matching, input.after, limit + 1);
    const rows = found.slice(0, limit);
    return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
  });
}

/**
 * What the credits that match come to, a row a currency; nothing is converted. Read from the sums of days, however many
 * credits there are; what a search found is added up itself.
 */
export function sumCredits(ctx: ShopContext, filter: CreditFilter): Promise<CreditTotals[]> {
  return ctx.inShop(async (tx) => {
    const rows = filter.search?.trim() ? await sumFound(tx, ctx, filter) : await sumDays(tx, ctx, filter);
    return rows.map(({ currency, count, ...sums }) => {
      const of = (minor: string) => money(BigInt(minor), currency);
      return {
        currency,
        count: Number(count),
        base: of(sums.base),
        bonus: of(sums.bonus),
        spent: of(sums.spent),
        expired: of(sums.expired),
        takenBack: of(sums.takenBack),
        left: of(sums.left),
      };
    });
  });
}

async function sumFound(tx: Transaction, ctx: ShopContext, filter: CreditFilter) {
  const matching = await creditsMatching(tx, ctx, filter);
  if (matching === null) return [];
  return tx
    .select({ currency: credits.currency, count: sql<string>`count(*)::text`, ...sumsOf(credits) })
    .from(credits)
    .where(matching)
    .groupBy(credits.currency)
    .orderBy(credits.currency);
}

function sumDays(tx: Transaction, ctx: ShopContext, filter: CreditFilter) {
  const count = sql<string>`sum(${creditSums.count})::text`;
  return tx
    .select({ currency: creditSums.currency, count, ...sumsOf(creditSums) })
    .from(creditSums)
    .where(sumsMatching(ctx, filter))
    .groupBy(creditSums.currency)
    .having(sql`sum(${creditSums.count}) <> 0`)
    .orderBy(creditSums.currency);
}

/** The same columns of credits and of their sums. */
function sumsOf(of: typeof credits | typeof creditSums) {
  const { baseMinor: base, bonusMinor: bonus, spentMinor: spent, expiredMinor: expired } = of;
  const takenBack = of.takenBackMinor;
  const sum = (expression: SQL) => sql<string>`sum(${expression})::text`;
  return {
    base: sum(sql`${base}`),
    bonus: sum(sql`${bonus}`),
    spent: sum(sql`${spent}`),
    expired: sum(sql`${expired}`),
    takenBack: sum(sql`${takenBack}`),
    left: sum(sql`${base} + ${bonus} - ${spent} - ${expired} - ${takenBack}`),
  };
}

/** The currencies credit was ever given in: one look-up each, however many credits there are. */
export function creditCurrencies(ctx: ShopContext): Promise<string[]> {
  return ctx.inShop(async (tx) => {
    const next = (than: SQL) =>
      sql`(select currency from credits where shop_id = ${ctx.shop.id} ${than} order by currency limit 1)`;
    const rows = await tx.execute<{ currency: string }>(sql`
      with recursive used (currency) as (
        select ${next(sql``)} union all select ${next(sql`and currency > used.currency`)} from used where currency is not null
      ) select currency from used where currency is not null`);
    return rows.map(({ currency }) => currency);
  });
}

async function page(
  tx: Transaction,
  ctx: ShopContext,
  matching: SQL | undefined,
  after: string | undefined,
  limit: number,
): Promise<CreditRow[]> {
  const from = after && /^[0-9a-f-]{36}$/i.test(after) ? after : null;
  const beyond = from
    ? sql`(${credits.issuedAt}, ${credits.id}) < (select c.issued_at, c.id from credits c where c.shop_id = ${ctx.shop.id} and c.id = ${from})`
    : undefined;
  const rows = await tx
    .select({ credit: credits, record: returns })
    .from(credits)
    .innerJoin(returns, and(eq(returns.shopId, credits.shopId), eq(returns.id, credits.returnId)))
    .where(and(matching, beyond))
    .orderBy(desc(credits.issuedAt), desc(credits.id))
    .limit(limit);
  return rows.map(({ credit, record }) => creditRow(credit, record));
}

export function creditRow(
  credit: typeof credits.$inferSelect,
  record: Pick<typeof returns.$inferSelect, "number" | "customerName" | "customerEmail" | "orderName">,
): CreditRow {
  const of = (minor: bigint) => money(minor, credit.currency);
  return {
    id: credit.id,
    number: record.number,
    customerName: record.customerName,
    customerEmail: record.customerEmail,
    customerNumber: credit.customerGid && legacyId(credit.customerGid).toString(),
    orderName: record.orderName,
    base: of(credit.baseMinor),
    bonus: of(credit.bonusMinor),
    spent: of(credit.spentMinor),
    expired: of(credit.expiredMinor),
    takenBack: of(credit.takenBackMinor),
    left: of(credit.leftMinor ?? 0n),
    expiresAt: credit.expiresAt,
    state: credit.state,
    issuedAt: credit.issuedAt,
  };
}
