import { and, desc, eq, gt, sql, type Transaction, tables } from "@kept/database";
import { v7 } from "uuid";
import { mayDo, type ShopContext } from "../context.ts";
import { oweLetter } from "../notification/owe-letter.ts";
import { ok, type Result, refused } from "../result.ts";
import { tell } from "../return/records.ts";
import { written } from "../written.ts";
import { longestMessage, type MessageView } from "./message.ts";

const { returnMessages, returns } = tables;
const { id, author, text, writtenAt } = returnMessages;
const view = { id, author, text, writtenAt };

/** From a customer, in an hour: a conversation, not a flood. */
const mostAnHour = 10;

export type MessageRefusal = {
  readonly code: "NotFound" | "NotAllowed" | "Empty" | "TooLong" | "TooManyMessages";
};

/**
 * Writes a message: a customer by the private link, the shop by the return's number. The timeline tells that it came, and
 * the customer is owed a letter with what the shop wrote. The newest word sent again, because no answer came or it was
 * pressed twice, stands there once and is one letter. Answers what stands there.
 */
export function writeMessage(
  ctx: ShopContext,
  input: { which: { returnKey: string } | { number: number }; text: string },
): Promise<Result<MessageView, MessageRefusal>> {
  const author = ctx.actor.kind === "customer" ? "customer" : "shop";
  const text = written(input.text);
  if (text === "") return Promise.resolve(refused("Empty"));
  if ([...text].length > longestMessage) return Promise.resolve(refused("TooLong"));
  if (author === "shop" && !mayDo(ctx, "message")) return Promise.resolve(refused("NotAllowed"));
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
    const said = await justSaid(tx, ctx, { returnId: record.id, author, text });
    if (said) return ok(said);
    if (author === "customer" && (await countOf(tx, ctx, record.id)) >= mostAnHour)
      return refused("TooManyMessages");
    const actor =
      author === "customer" ? { kind: "customer" as const, name: record.customerName } : ctx.actor;
    const message = { id: v7(), shopId: ctx.shop.id, returnId: record.id, author, actor, text } as const;
    const [made] = await tx.insert(returnMessages).values(message).returning(view);
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
    if (!made) throw new Error("A message was written and is not there");
    return ok(made);
  });
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

/** The newest message, if it is this very one, of the last ten minutes. */
async function justSaid(
  tx: Transaction,
  ctx: ShopContext,
  message: { returnId: string; author: "customer" | "shop"; text: string },
): Promise<MessageView | null> {
  const [newest] = await tx
    .select({
      ...view,
      recent: sql<boolean>`${returnMessages.writtenAt} > clock_timestamp() - interval '10 minutes'`,
    })
    .from(returnMessages)
    .where(and(eq(returnMessages.shopId, ctx.shop.id), eq(returnMessages.returnId, message.returnId)))
    .orderBy(desc(returnMessages.id))
    .limit(1);
  if (!newest?.recent || newest.author !== message.author || newest.text !== message.text) return null;
  const { recent: _, ...said } = newest;
  return said;
}
