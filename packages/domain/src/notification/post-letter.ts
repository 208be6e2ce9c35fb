import { and, eq, inOneBreath, type Transaction, tables } from "@kept/database";
import type { Letter, Mail, PostResult } from "@kept/email";
import type { ShopContext } from "../context.ts";
import { legsOfReturn } from "../issuance/legs.ts";
import { policyVersion } from "../policy/versions.ts";
import { goodsFirst, reasonsToCome } from "../return/goods-first.ts";
import { linesOf, quoteById, tell } from "../return/records.ts";
import type { ReturnRecord } from "../return/return.ts";
import { newestLetter } from "./letter-settings.ts";
import { fromShop } from "./letter-shop.ts";
import { type LetterRecord, wordingFor } from "./notification.ts";
import { isOvertaken } from "./overtaken.ts";
import { type Owed, writeLetter } from "./write-letter.ts";

const { notifications } = tables;

/** Thrown when the letter was not taken this time; the queue tries again later, with the same key. */
export class LetterDelayed extends Error {
  override readonly name = "LetterDelayed";
}

const mostTries = 20;

/**
 * Writes an owed letter from what is on record and posts it. Posting it again does nothing: it is sent once. A letter
 * the shop switched off, or that the next one overtook, is put aside and says so.
 */
export async function postLetter(ctx: ShopContext, notificationId: string): Promise<void> {
  const { mail } = ctx.tools;
  if (!mail) throw new Error("This process cannot post letters");
  const owed = await ctx.inShop((tx) => readOwed(tx, ctx, notificationId));
  if (owed?.letter.state !== "queued") return;
  const aside = owed.enabled ? (isOvertaken(owed.letter.template, owed.record) ? "overtaken" : null) : "off";
  if (aside) {
    return ctx.inShop((tx) => change(tx, ctx, owed.letter, { state: "switched_off", reason: aside }));
  }
  const written = await writeLetter(ctx, owed.letter.template, owed);
  const posted = await send(ctx, mail, owed.letter, written);
  if (posted.kind === "retry" && owed.letter.tries + 1 < mostTries) {
    const tries = owed.letter.tries + 1;
    await ctx.inShop((tx) => change(tx, ctx, owed.letter, { tries, reason: posted.reason }));
    throw new LetterDelayed(posted.reason);
  }
  await ctx.inShop((tx) => note(tx, ctx, owed.letter, written.subject, posted));
}

function send(ctx: ShopContext, mail: Mail, letter: LetterRecord, written: Letter): Promise<PostResult> {
  return mail.post({
    ...written,
    ...fromShop(ctx),
    to: letter.recipient,
    idempotencyKey: letter.dedupeKey,
    tags: { kind: letter.template, shop: ctx.shop.handle },
  });
}

/** What became of it: on the letter, and in the return's own history. */
async function note(
  tx: Transaction,
  ctx: ShopContext,
  letter: LetterRecord,
  subject: string,
  posted: PostResult,
) {
  const sent = posted.kind === "sent";
  await change(tx, ctx, letter, {
    state: sent ? "sent" : "failed",
    tries: letter.tries + 1,
    subject,
    ...(sent ? { remoteId: posted.id, sentAt: ctx.clock.now() } : { reason: posted.reason }),
  });
  await tell(tx, ctx, letter.returnId, sent ? "letter_sent" : "letter_failed", {
    template: letter.template,
    subject,
    ...(sent ? {} : { reason: posted.reason }),
  });
}

type Ready = Owed & {
  readonly letter: LetterRecord;
  readonly record: ReturnRecord;
  readonly enabled: boolean;
};

async function readOwed(tx: Transaction, ctx: ShopContext, id: string): Promise<Ready | null> {
  const { returns } = tables;
  const about = and(eq(returns.shopId, notifications.shopId), eq(returns.id, notifications.returnId));
  const [owed] = await tx
    .select({ letter: notifications, record: returns })
    .from(notifications)
    .innerJoin(returns, about)
    .where(and(eq(notifications.shopId, ctx.shop.id), eq(notifications.id, id)));
  if (!owed) return null;
  const { letter, record } = owed;
  const { quoteId } = letter.facts;
  const approved = letter.template === "return_approved";
  const [settings, quote, legs, rules, lines] = await inOneBreath([
    () => newestLetter(tx, ctx, letter.template),
    () => quoteById(tx, ctx, typeof quoteId === "string" ? quoteId : record.quoteId),
    () => legsOfReturn(tx, ctx, record.id),
    async () => (approved ? policyVersion(tx, ctx, record.policyVersion) : null),
    async () => (approved ? linesOf(tx, ctx, record.id) : []),
  ]);
  return {
    letter,
    record,
    promised: { resolution: quote.resolution, ...quote.totals },
    legs,
    goods: rules && goodsFirst(rules.policy, quote.resolution, reasonsToCome(lines)),
    enabled: settings.enabled,
    wording: wordingFor(settings, record.locale),
  };
}

async function change(
  tx: Transaction,
  ctx: ShopContext,
  letter: LetterRecord,
  set: Partial<typeof notifications.$inferInsert>,
) {
  await tx
    .update(notifications)
    .set(set)
    .where(and(eq(notifications.shopId, ctx.shop.id), eq(notifications.id, letter.id)));
}
