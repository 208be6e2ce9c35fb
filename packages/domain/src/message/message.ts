import { and, asc, desc, eq, gt, sql, type Transaction, tables } from "@kept/database";
import { v7 } from "uuid";
import { mayDo, type ShopContext } from "../context.ts";
import { oweLetter } from "../notification/owe-letter.ts";
import { ok, type Result, refused } from "../result.ts";
import { tell } from "../return/records.ts";
import { written } from "../written.ts";

const { returnMessages, returns } = tables;

/** What customer and shop wrote to each other about a return, oldest first. */
export interface MessageView {
  readonly id: string;
  readonly author: "customer" | "shop";
  readonly text: string;
  readonly writtenAt: Date;
}

export const longestMessage = 2000;
/** From a customer, in an hour: a conversation, not a flood. */
const mostAnHour = 10;

export type MessageRefusal = {
  readonly code: "NotFound" | "NotAllowed" | "Empty" | "TooLong" | "TooManyMessages";
};

/**
 * Writes a message: a customer by the private link, the shop by the return's number. The timeline tells that it came, and
 * the customer is owed a letter with what the shop wrote. The newest word sent again, because no answer came or it was
 * pressed twice, stands there once and is one letter.
 */
export function writeMessage(
  ctx: ShopContext,
  input: { which: { returnKey: string } | { number: number }; text: string },
): Promise<Result<void, MessageRefusal>> {
  const author = ctx.actor.kind === "customer" ? "customer" : "shop";
  const text = written(input.text);
  if (text === "") return Promise.resolve(refused("Empty"));
  if ([...text].length > longestMessage) return Promise.resolve(refused("TooLong"));
  if (author === "shop" && !mayDo(ctx, "decide")) return Promise.resolve(refused("NotAllowed"));
  return ctx.inShop(async (tx) => {
    const { which } = input;
    const [record] = await tx
      .select()
      .from(returns)
      .where(
        and(
          eq(returns.shopId, ctx.shop.id),
          "returnKey" in which ? eq(returns.key, which.returnKey) : eq(returns.number, which.number),
        ),
      )
      .for("update");
    if (!record) return refused("NotFound");
    if (await wasJustSaid(tx, ctx, { returnId: record.id, author, text })) return ok(undefined);
    if (author === "customer" && (await countOf(tx, ctx, record.id)) >= mostAnHour)
      return refused("TooManyMessages");
    const actor =
      author === "customer" ? { kind: "customer" as const, name: record.customerName } : ctx.actor;
    const message = { id: v7(), shopId: ctx.shop.id, returnId: record.id, author, actor, text } as const;
    await tx.insert(returnMessages).values(message);
    await tell(
      tx,
      ctx,
      record.id,
      author === "customer" ? "message_received" : "message_sent",
      { text },
      actor,
    );
    if (author === "shop")
      await oweLetter(tx, ctx, record, "message_written", {
        dedupeKey: `message_written/${message.id}`,
        facts: { message: text },
      });
    return ok(undefined);
  });
}

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

async function countOf(tx: Transaction, ctx: ShopContext, returnId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(returnMessages)
    .where(
      and(
        eq(returnMessages.shopId, ctx.shop.id),
        eq(returnMessages.returnId, returnId),
        eq(returnMessages.author, "customer"),
        gt(returnMessages.writtenAt, sql`clock_timestamp() - interval '1 hour'`),
      ),
    );
  return row?.count ?? 0;
}

/** Whether the newest message is this very one, of the last ten minutes. */
async function wasJustSaid(
  tx: Transaction,
  ctx: ShopContext,
  message: { returnId: string; author: "customer" | "shop"; text: string },
): Promise<boolean> {
  const [newest] = await tx
    .select({
      author: returnMessages.author,
      text: returnMessages.text,
      recent: sql<boolean>`${returnMessages.writtenAt} > clock_timestamp() - interval '10 minutes'`,
    })
    .from(returnMessages)
    .where(and(eq(returnMessages.shopId, ctx.shop.id), eq(returnMessages.returnId, message.returnId)))
    .orderBy(desc(returnMessages.id))
    .limit(1);
  return newest?.recent === true && newest.author === message.author && newest.text === message.text;
}
