import { type Transaction, tables } from "@kept/database";
import type { LetterKind } from "@kept/email";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";
import type { ReturnRecord } from "../return/return.ts";

type Addressee = Pick<ReturnRecord, "id" | "customerEmail" | "locale" | "quoteId">;

interface Letter {
  readonly dedupeKey: string;
  readonly facts?: Record<string, unknown>;
}

/**
 * Owes the customer a letter, in the transaction of what it tells. The key names the event: owing it twice is owing
 * it once, and the same key goes to Resend, so that a repeated post is one letter too.
 */
export async function oweLetter(
  tx: Transaction,
  ctx: ShopContext,
  to: Addressee,
  kind: LetterKind,
  letter: Letter,
): Promise<void> {
  if (!to.customerEmail) return;
  const [owed] = await tx
    .insert(tables.notifications)
    .values(letterTo(ctx, to, kind, letter))
    .onConflictDoNothing()
    .returning({ id: tables.notifications.id });
  if (owed) await ctx.enqueue(tx, "post", owed.id);
}

/** A letter that is owed. The quote in force is noted, so that one that is posted late says what was true then. */
export function letterTo(ctx: ShopContext, to: Addressee, kind: LetterKind, letter: Letter) {
  return {
    id: v7(),
    shopId: ctx.shop.id,
    returnId: to.id,
    template: kind,
    dedupeKey: letter.dedupeKey,
    recipient: to.customerEmail,
    locale: to.locale,
    facts: { quoteId: to.quoteId, ...letter.facts },
  };
}
