import { and, desc, eq, gt, sql, type Transaction, tables } from "@kept/database";
import { orderCode } from "@kept/email";
import { knowsOrder, type NamedOrder, ordersNamed } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { letterShop } from "../notification/letter-shop.ts";
import {
  codeAsRead,
  codeMinutes,
  hashOfCode,
  type LookupRecord,
  letterEveryMinutes,
  lettersAtOnce,
  mostTriesOfCode,
  newCode,
} from "./lookup.ts";

const { lookups } = tables;

/** Thrown when the code could not be sent this time; the queue tries again until the lookup has run out. */
export class CodeDelayed extends Error {
  override readonly name = "CodeDelayed";
}

/**
 * The worker's part: finds the order a visitor named, and posts a code to the order's own e-mail, whatever the visitor
 * typed. Doing it again for the same question does nothing; a visitor who asks anew gets a new code.
 */
export async function lookUpOrder(ctx: ShopContext, lookupId: string): Promise<void> {
  const mail = ctx.tools.mail;
  if (!mail) throw new Error("This process cannot post letters");
  const now = ctx.clock.now();
  const lookup = await ctx.inShop((tx) => readOpen(tx, ctx, lookupId, now));
  if (!lookup || answered(lookup)) return;
  const order = await orderOf(ctx, lookup);
  if (!order?.email) return;
  if (await ctx.inShop((tx) => shareCode(tx, ctx, lookup, order, now))) return;

  const code = newCode();
  const letter = await orderCode({
    locale: lookup.locale,
    shop: letterShop(ctx),
    orderName: order.name,
    code: codeAsRead(code),
    minutes: codeMinutes,
  });
  const posted = await mail.post({
    ...letter,
    to: order.email,
    idempotencyKey: `code/${lookup.id}/${lookup.asked}`,
    tags: { kind: "order_code", shop: ctx.shop.handle },
  });
  if (posted.kind === "retry") throw new CodeDelayed(posted.reason);
  if (posted.kind !== "sent") {
    ctx.log.warn({ reason: posted.reason }, "a code was refused by the mail service");
    return;
  }
  await ctx.inShop((tx) => keepCode(tx, ctx, lookup, order, hashOfCode(ctx, order.id, code), now));
}

async function readOpen(tx: Transaction, ctx: ShopContext, id: string, now: Date) {
  const ofShop = eq(lookups.shopId, ctx.shop.id);
  const [row] = await tx
    .select()
    .from(lookups)
    .where(and(ofShop, eq(lookups.id, id), gt(lookups.expiresAt, now)));
  return row;
}

/** A job that comes twice, or after a new question was answered. */
function answered({ codeSentAt, askedAt, provedAt }: LookupRecord): boolean {
  return provedAt !== null || (codeSentAt !== null && codeSentAt >= askedAt);
}

/** What Shopify found for a number a moment ago: an attack on one order costs the shop one search a minute. */
const searched = new Map<string, { readonly at: number; readonly orders: readonly NamedOrder[] }>();
const searchedMs = 60_000;

async function orderOf(ctx: ShopContext, lookup: LookupRecord): Promise<NamedOrder | undefined> {
  const key = `${ctx.shop.id}|${lookup.orderName.toLowerCase()}`;
  for (const [name, { at }] of searched) if (at < Date.now() - searchedMs) searched.delete(name);
  let known = searched.get(key);
  if (!known) {
    known = { at: Date.now(), orders: await ordersNamed(await ctx.admin(), lookup.orderName) };
    if (known.orders.length > 0 && searched.size < 1000) searched.set(key, known);
  }
  const contact = { kind: lookup.contactKind, text: lookup.contact };
  return known.orders.find((order) => knowsOrder(order, contact));
}

/** True when the mailbox has had enough letters and holds a code that is still good: it opens this browser too. */
async function shareCode(
  tx: Transaction,
  ctx: ShopContext,
  lookup: LookupRecord,
  order: NamedOrder,
  now: Date,
): Promise<boolean> {
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const sent = await tx
    .select({
      codeHash: lookups.codeHash,
      sentAt: sql<Date>`max(${lookups.codeSentAt})`.mapWith(lookups.codeSentAt),
      wrong: sql<number>`sum(${lookups.wrongTries})::int`,
    })
    .from(lookups)
    .where(
      and(
        eq(lookups.shopId, ctx.shop.id),
        eq(lookups.orderGid, order.id),
        gt(lookups.codeSentAt, minutesAgo(60)),
      ),
    )
    .groupBy(lookups.codeHash)
    .orderBy(desc(sql`max(${lookups.codeSentAt})`));
  const [newest] = sent;
  if (!newest?.codeHash || sent.length < lettersAtOnce || newest.sentAt < minutesAgo(letterEveryMinutes))
    return false;
  if (newest.wrong >= mostTriesOfCode) throw new CodeDelayed("The newest code was tried too often");
  await keepCode(tx, ctx, lookup, order, newest.codeHash, newest.sentAt);
  return true;
}

async function keepCode(
  tx: Transaction,
  ctx: ShopContext,
  lookup: LookupRecord,
  order: NamedOrder,
  codeHash: Buffer,
  codeSentAt: Date,
): Promise<void> {
  await tx
    .update(lookups)
    .set({ orderGid: order.id, orderNumber: order.name, codeHash, codeSentAt })
    .where(and(eq(lookups.shopId, ctx.shop.id), eq(lookups.id, lookup.id)));
}
