import { and, eq, type SQL, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";

const { returnDrafts } = tables;

export type DraftRow = typeof returnDrafts.$inferSelect;

/** A draft of this shop that has not run out; null for any other key. */
export async function draftRow(tx: Transaction, ctx: ShopContext, key: string, { lock = false } = {}) {
  const query = tx.select().from(returnDrafts).where(isDraft(ctx, key));
  const [row] = lock ? await query.for("update") : await query;
  return row ?? null;
}

/** Which draft that is. */
export function isDraft(ctx: ShopContext, key: string) {
  return and(
    eq(returnDrafts.shopId, ctx.shop.id),
    eq(returnDrafts.key, key),
    sql`${returnDrafts.expiresAt} > clock_timestamp()`,
  );
}

/** One of a draft's own columns, for statements that ask about it without waiting for its row. */
export function columnOfDraft(ctx: ShopContext, key: string, column: "id" | "orderGid"): SQL<string> {
  return sql`(select ${returnDrafts[column]} from ${returnDrafts} where ${returnDrafts.shopId} = ${ctx.shop.id} and ${returnDrafts.key} = ${key})`;
}

/** Changes a draft; what was shown before is not what will be sent, so its quotes are made anew. */
export async function changeDraft(
  tx: Transaction,
  ctx: ShopContext,
  key: string,
  change: Partial<typeof returnDrafts.$inferInsert>,
): Promise<void> {
  await tx
    .update(returnDrafts)
    .set(change)
    .where(and(eq(returnDrafts.shopId, ctx.shop.id), eq(returnDrafts.key, key)));
}

/** Keeps what was chosen. Chosen again alike, from a second window or call, what was shown for it stays good. */
export async function keepSelection(
  tx: Transaction,
  ctx: ShopContext,
  key: string,
  selection: readonly unknown[],
): Promise<void> {
  const alike = sql`${returnDrafts.selection} = ${JSON.stringify(selection)}::jsonb`;
  const quotedAt = sql`case when ${alike} then ${returnDrafts.quotedAt} end`;
  await tx
    .update(returnDrafts)
    .set({ selection, quotedAt })
    .where(and(eq(returnDrafts.shopId, ctx.shop.id), eq(returnDrafts.key, key)));
}

/** The instant a draft is quoted for, from now on. What another window was shown a moment before is quoted for the same. */
export async function startQuoting(tx: Transaction, ctx: ShopContext, key: string): Promise<Date> {
  const now = ctx.clock.now();
  const [row] = await tx
    .update(returnDrafts)
    .set({ quotedAt: sql`coalesce(${returnDrafts.quotedAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(returnDrafts.shopId, ctx.shop.id), eq(returnDrafts.key, key)))
    .returning({ quotedAt: returnDrafts.quotedAt });
  return row?.quotedAt ?? now;
}
