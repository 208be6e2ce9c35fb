import { and, desc, eq, gt, inArray, sql, type Transaction, tables } from "@kept/database";
import { money } from "@kept/money";
import type { Actor, ShopContext } from "../context.ts";
import { type BatchItem, type BatchRow, type BatchView, canStill, stateOf, type Worth } from "./bulk.ts";

const { bulkBatches, bulkItems, quotes, returns } = tables;

/** A batch and how far it is; null for one that is not this shop's. */
export function readBatch(ctx: ShopContext, id: string): Promise<BatchView | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return Promise.resolve(null);
  return ctx.inShop(async (tx) => {
    const [batch] = await tx
      .select()
      .from(bulkBatches)
      .where(and(eq(bulkBatches.shopId, ctx.shop.id), eq(bulkBatches.id, id)));
    return batch ? viewOf(tx, ctx, batch) : null;
  });
}

/** What was asked for lately, newest first: whatever is under way, and what ended within the day. */
export function recentBatches(ctx: ShopContext, most = 5): Promise<BatchView[]> {
  const yesterday = new Date(ctx.clock.now().getTime() - 86_400_000);
  return ctx.inShop(async (tx) => {
    const rows = await tx
      .select()
      .from(bulkBatches)
      .where(and(eq(bulkBatches.shopId, ctx.shop.id), gt(bulkBatches.createdAt, yesterday)))
      .orderBy(desc(bulkBatches.id))
      .limit(most);
    const views: BatchView[] = [];
    for (const row of rows) views.push(await viewOf(tx, ctx, row));
    return views;
  });
}

async function viewOf(tx: Transaction, ctx: ShopContext, batch: BatchRow): Promise<BatchView> {
  const ours = and(eq(bulkItems.shopId, ctx.shop.id), eq(bulkItems.batchId, batch.id));
  const count = (which: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${which})::int`;
  const [counts] = await tx
    .select({
      total: sql<number>`count(*)::int`,
      done: count(sql`${bulkItems.state} = 'done'`),
      failed: count(sql`${bulkItems.state} = 'failed'`),
      cancelled: count(sql`${bulkItems.state} = 'cancelled'`),
      arrived: count(sql`${bulkItems.state} = 'done' and ${returns.creditState} = 'issued'`),
    })
    .from(bulkItems)
    .innerJoin(returns, and(eq(returns.shopId, bulkItems.shopId), eq(returns.id, bulkItems.returnId)))
    .where(ours);
  return {
    id: batch.id,
    act: batch.act,
    state: stateOf(batch),
    by: batch.actor as Actor,
    createdAt: batch.createdAt,
    doneAt: batch.doneAt,
    ...(counts ?? { total: 0, done: 0, failed: 0, cancelled: 0, arrived: 0 }),
    failures: counts?.failed ? await failuresOf(tx, ctx, batch) : [],
  };
}

const shown = 200;

async function failuresOf(tx: Transaction, ctx: ShopContext, batch: BatchRow): Promise<BatchItem[]> {
  const rows = await tx
    .select({ refusal: bulkItems.refusal, seenQuoteId: bulkItems.seenQuoteId, record: returns })
    .from(bulkItems)
    .innerJoin(returns, and(eq(returns.shopId, bulkItems.shopId), eq(returns.id, bulkItems.returnId)))
    .where(
      and(
        eq(bulkItems.shopId, ctx.shop.id),
        eq(bulkItems.batchId, batch.id),
        inArray(bulkItems.state, ["failed"]),
      ),
    )
    .orderBy(bulkItems.number)
    .limit(shown);
  const open = rows.filter(
    ({ refusal, record }) => refusal?.code === "AmountChanged" && canStill(batch.act, record),
  );
  const worths = await worthOf(
    tx,
    ctx,
    open.flatMap(({ seenQuoteId, record }) => [seenQuoteId, record.quoteId]),
  );
  return rows.map((row) => {
    const { refusal, record, seenQuoteId } = row;
    const [seen, now] = [worths.get(seenQuoteId), worths.get(record.quoteId)];
    return {
      number: record.number,
      customerName: record.customerName,
      amount: money(record.totalMinor, record.currency),
      refusal: { code: "Fault", ...revived(refusal ?? {}) } as BatchItem["refusal"],
      changed: open.includes(row) && seen && now ? { seen, now, quoteId: record.quoteId } : null,
    };
  });
}

async function worthOf(
  tx: Transaction,
  ctx: ShopContext,
  quoteIds: readonly string[],
): Promise<ReadonlyMap<string, Worth>> {
  if (quoteIds.length === 0) return new Map();
  const { id, resolution, baseMinor, bonusMinor, currency } = quotes;
  const rows = await tx
    .select({ id, resolution, baseMinor, bonusMinor, currency })
    .from(quotes)
    .where(and(eq(quotes.shopId, ctx.shop.id), inArray(id, [...quoteIds])));
  return new Map(
    rows.map((row) => [
      row.id,
      { resolution: row.resolution, total: money(row.baseMinor + row.bonusMinor, row.currency) },
    ]),
  );
}

/** Amounts among the facts of a refusal, as amounts again. */
function revived(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      const isAmount = typeof fact === "object" && fact !== null && "minor" in fact && "currency" in fact;
      return [name, isAmount ? money(BigInt(String(fact.minor)), String(fact.currency)) : fact];
    }),
  );
}
