import { type Transaction, tables } from "@kept/database";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";
import type { ReturnRecord } from "../return/return.ts";

export type Template = (typeof tables.notifications.$inferSelect)["template"];

/**
 * Owes the customer a letter, in the transaction of what it tells. The key names the event: owing it twice is owing
 * it once, and the same key goes to Resend, so that a repeated post is one letter too.
 */
export async function oweLetter(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
  template: Template,
  letter: { dedupeKey: string; facts?: Record<string, unknown> },
): Promise<void> {
  if (!record.customerEmail) return;
  const [owed] = await tx
    .insert(tables.notifications)
    .values({
      id: v7(),
      shopId: ctx.shop.id,
      returnId: record.id,
      template,
      dedupeKey: letter.dedupeKey,
      recipient: record.customerEmail,
      locale: record.locale,
      facts: letter.facts ?? {},
    })
    .onConflictDoNothing()
    .returning({ id: tables.notifications.id });
  if (owed) await ctx.enqueue(tx, "post", owed.id);
}
