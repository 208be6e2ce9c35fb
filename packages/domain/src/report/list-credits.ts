import { and, desc, eq, lt, sql, tables } from "@kept/database";
import { type Money, money } from "@kept/money";
import type { ShopContext } from "../context.ts";

const { issuanceLegs, issuances, returns } = tables;

export interface CreditRow {
  readonly number: number;
  readonly customerName: string;
  readonly orderName: string;
  readonly base: Money;
  readonly bonus: Money;
  readonly total: Money;
  readonly state: (typeof returns.$inferSelect)["creditState"];
  readonly startedAt: Date;
}

/** Credits given to customers, newest first, with what was confirmed of each currency in all. */
export function listCredits(
  ctx: ShopContext,
  input: { after?: string | undefined; limit?: number },
): Promise<{
  rows: CreditRow[];
  next: string | null;
  totals: { base: Money; bonus: Money; total: Money }[];
}> {
  const limit = Math.min(Math.max(1, input.limit ?? 25), 100);
  const after = input.after && /^[0-9a-f-]{36}$/i.test(input.after) ? input.after : undefined;
  return ctx.inShop(async (tx) => {
    const found = await tx
      .select({ record: returns, startedAt: issuances.createdAt })
      .from(issuances)
      .innerJoin(returns, and(eq(returns.shopId, issuances.shopId), eq(returns.id, issuances.returnId)))
      .where(
        and(
          eq(issuances.shopId, ctx.shop.id),
          eq(issuances.destination, "store_credit"),
          after ? lt(returns.id, after) : undefined,
        ),
      )
      .orderBy(desc(returns.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const sums = await tx
      .select({
        currency: issuanceLegs.currency,
        base: sql<string>`coalesce(sum(${issuanceLegs.amountMinor}) filter (where ${issuanceLegs.kind} = 'base'), 0)::text`,
        bonus: sql<string>`coalesce(sum(${issuanceLegs.amountMinor}) filter (where ${issuanceLegs.kind} = 'bonus'), 0)::text`,
      })
      .from(issuanceLegs)
      .innerJoin(
        issuances,
        and(eq(issuances.shopId, issuanceLegs.shopId), eq(issuances.id, issuanceLegs.issuanceId)),
      )
      .where(
        and(
          eq(issuanceLegs.shopId, ctx.shop.id),
          eq(issuanceLegs.state, "confirmed"),
          eq(issuances.destination, "store_credit"),
        ),
      )
      .groupBy(issuanceLegs.currency)
      .orderBy(issuanceLegs.currency);
    return {
      rows: page.map(({ record, startedAt }) => rowOf(record, startedAt)),
      next: found.length > limit ? (page.at(-1)?.record.id ?? null) : null,
      totals: sums.map(({ currency, base, bonus }) => ({
        base: money(BigInt(base), currency),
        bonus: money(BigInt(bonus), currency),
        total: money(BigInt(base) + BigInt(bonus), currency),
      })),
    };
  });
}

function rowOf(record: typeof returns.$inferSelect, startedAt: Date): CreditRow {
  const base = record.baseMinor;
  const bonus = record.bonusMinor;
  return {
    number: record.number,
    customerName: record.customerName,
    orderName: record.orderName,
    base: money(base, record.currency),
    bonus: money(bonus, record.currency),
    total: money(base + bonus, record.currency),
    state: record.creditState,
    startedAt,
  };
}
