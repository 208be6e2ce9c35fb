import { and, asc, desc, eq, ne, type Transaction, tables } from "@kept/database";
import type { Actor, ShopContext } from "../context.ts";
import { quoteFromJson } from "../quote/index.ts";
import type { QuoteOnRecord, ReturnRecord } from "./return.ts";

/** Something that happened, as the timeline shows it. */
export interface TimelineEvent {
  readonly kind: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

export async function timelineOf(
  tx: Transaction,
  ctx: ShopContext,
  returnId: string,
): Promise<TimelineEvent[]> {
  const rows = await tx
    .select()
    .from(tables.returnEvents)
    .where(and(eq(tables.returnEvents.shopId, ctx.shop.id), eq(tables.returnEvents.returnId, returnId)))
    .orderBy(asc(tables.returnEvents.id));
  return rows.map(({ kind, actor, happenedAt, detail }) => ({
    kind,
    actor: actor as Actor,
    at: happenedAt,
    detail,
  }));
}

/** The sums that were in force before, the newest first. */
export async function quotesBefore(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
): Promise<QuoteOnRecord[]> {
  const rows = await tx
    .select({ body: tables.quotes.body, madeAt: tables.quotes.madeAt })
    .from(tables.quotes)
    .where(
      and(
        eq(tables.quotes.shopId, ctx.shop.id),
        eq(tables.quotes.returnId, record.id),
        ne(tables.quotes.id, record.quoteId),
      ),
    )
    .orderBy(desc(tables.quotes.madeAt));
  return rows.map(({ body, madeAt }) => ({ madeAt, quote: quoteFromJson(body) }));
}
