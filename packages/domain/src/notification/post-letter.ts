import { and, eq, type Transaction, tables } from "@kept/database";
import { storeCreditIssued } from "@kept/email";
import { fromDecimal, type Money } from "@kept/money";
import { lastDigits } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { legsOfReturn } from "../issuance/legs.ts";
import { findReturnById, quoteById, tell } from "../return/records.ts";
import { type ReturnRecord, returnName } from "../return/return.ts";

const { notifications } = tables;
type Owed = typeof notifications.$inferSelect;

/** Thrown when the letter was not taken this time; the queue tries again later, with the same key. */
export class LetterDelayed extends Error {
  override readonly name = "LetterDelayed";
}

const mostTries = 20;

/** Writes an owed letter from what is on record and posts it. Posting it again does nothing: it is sent once. */
export async function postLetter(ctx: ShopContext, notificationId: string): Promise<void> {
  const mail = ctx.tools.mail;
  if (!mail) throw new Error("This process cannot post letters");
  const owed = await ctx.inShop((tx) => readOwed(tx, ctx, notificationId));
  if (owed?.letter.state !== "queued") return;
  const written = await write(ctx, owed);
  const posted = await mail.post({
    ...written,
    to: owed.letter.recipient,
    idempotencyKey: owed.letter.dedupeKey,
    tags: { kind: owed.letter.template, shop: ctx.shop.handle },
  });
  if (posted.kind === "retry" && owed.letter.tries + 1 < mostTries) {
    await ctx.inShop((tx) =>
      change(tx, ctx, owed.letter, { tries: owed.letter.tries + 1, reason: posted.reason }),
    );
    throw new LetterDelayed(posted.reason);
  }
  await ctx.inShop(async (tx) => {
    const sent = posted.kind === "sent";
    await change(tx, ctx, owed.letter, {
      state: sent ? "sent" : "failed",
      tries: owed.letter.tries + 1,
      subject: written.subject,
      ...(posted.kind === "sent"
        ? { remoteId: posted.id, sentAt: ctx.clock.now() }
        : { reason: posted.reason }),
    });
    await tell(tx, ctx, owed.record.id, sent ? "letter_sent" : "letter_failed", {
      template: owed.letter.template,
      subject: written.subject,
      ...(posted.kind === "sent" ? {} : { reason: posted.reason }),
    });
  });
}

async function readOwed(tx: Transaction, ctx: ShopContext, id: string) {
  const [letter] = await tx
    .select()
    .from(notifications)
    .where(and(eq(notifications.shopId, ctx.shop.id), eq(notifications.id, id)));
  const record = letter && (await findReturnById(tx, ctx, letter.returnId));
  if (!letter || !record) return null;
  const quote = await quoteById(tx, ctx, record.quoteId);
  return { letter, record, quote, legs: await legsOfReturn(tx, ctx, record.id) };
}

type OwedWithFacts = NonNullable<Awaited<ReturnType<typeof readOwed>>>;

/** The letter in the customer's language, from the same quote they were shown. */
async function write(ctx: ShopContext, { letter, record, quote, legs }: OwedWithFacts) {
  const { base, bonus, total } = quote.totals;
  const expiry = (kind: "base" | "bonus") => legs.find((leg) => leg.kind === kind)?.expiresOn ?? null;
  const statusUrl = `${ctx.tools.settings.portalUrl}/${ctx.shop.handle}/r/${record.key}`;
  return storeCreditIssued({
    locale: record.locale,
    shop: {
      name: ctx.shop.name,
      color: ctx.shop.brand.color ?? null,
      logoUrl: ctx.shop.brand.logoUrl ?? null,
      url: `https://${ctx.shop.domain}`,
    },
    customerFirstName: record.customerName.split(" ")[0] || null,
    orderName: record.orderName,
    returnNumber: returnName(record.number),
    base,
    bonus,
    total,
    balance: balanceOf(letter, record) ?? total,
    accountLastDigits: typeof letter.facts.accountId === "string" ? lastDigits(letter.facts.accountId) : null,
    bonusExpiresAt: day(expiry("bonus")),
    baseExpiresAt: day(expiry("base")),
    signInUrl: ctx.shop.accountsUrl ?? statusUrl,
    statusUrl,
  });
}

function balanceOf(letter: Owed, record: ReturnRecord): Money | null {
  return typeof letter.facts.balance === "string" ? fromDecimal(letter.facts.balance, record.currency) : null;
}

function day(text: string | null): Date | null {
  return text ? new Date(`${text}T12:00:00Z`) : null;
}

async function change(
  tx: Transaction,
  ctx: ShopContext,
  letter: Owed,
  set: Partial<typeof notifications.$inferInsert>,
) {
  await tx
    .update(notifications)
    .set(set)
    .where(and(eq(notifications.shopId, ctx.shop.id), eq(notifications.id, letter.id)));
}
