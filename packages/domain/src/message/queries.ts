import { and, asc, desc, eq, lt, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { findReturn } from "../return/records.ts";
import type { MessageView } from "./message.ts";

const { returnMessages, returns } = tables;

export function messagesOf(
  tx: Transaction,
  ctx: ShopContext,
  which: ReturnType<typeof eq>,
): Promise<MessageView[]> {
  const { id, author, text, writtenAt } = returnMessages;
  return tx
    .select({ id, author, text, writtenAt })
    .from(returnMessages)
    .innerJoin(
      returns,
      and(eq(returns.shopId, returnMessages.shopId), eq(returns.id, returnMessages.returnId)),
    )
    .where(and(eq(returnMessages.shopId, ctx.shop.id), which))
    .orderBy(asc(id));
}

/** The conversation about a return, for the dashboard. */
export function readMessages(ctx: ShopContext, number: number): Promise<MessageView[]> {
  return ctx.inShop((tx) => messagesOf(tx, ctx, eq(returns.number, number)));
}

/** Unanswered for so long, it was answered otherwise, or did not ask. */
const daysOpen = 14;

/** Returns whose customer wrote and heard nothing since; the number is that of the first of them. */
export async function unansweredIn(
  tx: Transaction,
  ctx: ShopContext,
): Promise<{ readonly count: number; readonly number: number | null }> {
  const [row] = await tx.execute<{ count: number; number: number | null }>(sql`
    select count(*)::int as count, min(r.number) as number from (
      select m.return_id from return_messages m
       where m.shop_id = ${ctx.shop.id} and m.author = 'customer'
         and m.written_at > clock_timestamp() - make_interval(days => ${daysOpen})
         and not exists (select 1 from return_messages s where s.shop_id = m.shop_id and s.return_id = m.return_id
                          and s.author = 'shop' and s.id > m.id)
       group by m.return_id) open
      join returns r on r.shop_id = ${ctx.shop.id} and r.id = open.return_id`);
  return row ?? { count: 0, number: null };
}

/**
 * A page of the conversation about a return, newest first, and where the next one begins. Null where there is no such
 * return.
 */
export function listMessages(
  ctx: ShopContext,
  input: { number: number; limit: number; after?: string | undefined },
): Promise<{ rows: MessageView[]; next: string | null } | null> {
  const { id, author, text, writtenAt } = returnMessages;
  const after = input.after && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(input.after);
  return ctx.inShop(async (tx) => {
    const record = await findReturn(tx, ctx, input.number);
    if (!record) return null;
    const found = await tx
      .select({ id, author, text, writtenAt })
      .from(returnMessages)
      .where(
        and(
          eq(returnMessages.shopId, ctx.shop.id),
          eq(returnMessages.returnId, record.id),
          after ? lt(id, String(input.after)) : undefined,
        ),
      )
      .orderBy(desc(id))
      .limit(input.limit + 1);
    const rows = found.slice(0, input.limit);
    return { rows, next: found.length > rows.length ? (rows.at(-1)?.id ?? null) : null };
  });
}
