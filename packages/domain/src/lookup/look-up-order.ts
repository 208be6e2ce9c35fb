import { and, desc, eq, gt, inArray, isNull, lt, sql, type Transaction, tables } from "@kept/database";
import { orderCode } from "@kept/email";
import { knowsOrder, type NamedOrder, ordersNamed } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { fromShop, letterShop } from "../notification/letter-shop.ts";
import {
  codeAsRead,
  codeFor,
  codeMinutes,
  hashOfCode,
  type LookupRecord,
  letterEveryMinutes,
  lettersAtOnce,
  mostToldAtOnce,
  mostTriesOfCode,
  mostWrongTries,
  triesLeft,
} from "./lookup.ts";

const { lookups } = tables;

/** Thrown when the code could not be sent this time; the queue tries again until the lookup has run out. */
export class CodeDelayed extends Error {
  override readonly name = "CodeDelayed";
}

/**
 * The worker's part: finds the order a visitor named, and posts a code to the order's own e-mail, whatever the visitor
 * typed. The code is kept before its letter is posted, so that no letter is faster than what it opens. Doing it again
 * for the same question posts the same letter under the same name; a visitor who asks anew gets a new code. For one who spent
 * all tries before it came there is none: no letter is sent for them, and no code is spent by tries it never saw.
 */
export async function lookUpOrder(ctx: ShopContext, lookupId: string): Promise<void> {
  const mail = ctx.tools.mail;
  if (!mail) throw new Error("This process cannot post letters");
  const now = ctx.clock.now();
  const lookup = await ctx.inShop((tx) => readOpen(tx, ctx, lookupId, now));
  if (!lookup || lookup.provedAt || triesLeft(lookup) <= 0) return;
  const order = await orderOf(ctx, lookup);
  if (!order?.email) return;
  const code = codeFor(ctx, lookup);
  const codeHash = hashOfCode(ctx, order.id, code);
  if (!lookup.codeHash?.equals(codeHash)) {
    if (answered(lookup)) return;
    const kept = await ctx.inShop(async (tx) => {
      if (!(await mayPost(tx, ctx, lookup, order, now))) return false;
      await keepCode(tx, ctx, lookup, order, codeHash, now);
      await tellWaiting(tx, ctx, order, codeHash, now);
      return true;
    });
    if (!kept) return;
  }
  const letter = await orderCode({
    locale: lookup.locale,
    shop: letterShop(ctx),
    orderName: order.name,
    code: codeAsRead(code),
    minutes: codeMinutes,
  });
  const posted = await mail.post({
    ...letter,
    ...fromShop(ctx),
    to: order.email,
    idempotencyKey: `code/${lookup.id}/${lookup.asked}`,
    tags: { kind: "order_code", shop: ctx.shop.handle },
  });
  if (posted.kind === "retry") throw new CodeDelayed(posted.reason);
  if (posted.kind !== "sent")
    ctx.log.warn({ reason: posted.reason }, "a code was refused by the mail service");
}

async function readOpen(tx: Transaction, ctx: ShopContext, id: string, now: Date) {
  const ofShop = eq(lookups.shopId, ctx.shop.id);
  const [row] = await tx
    .select()
    .from(lookups)
    .where(and(ofShop, eq(lookups.id, id), gt(lookups.expiresAt, now)));
  return row;
}

/** By another's letter, whose code it shares. */
function answered({ codeSentAt, askedAt }: LookupRecord): boolean {
  return codeSentAt !== null && codeSentAt >= askedAt;
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

/**
 * False when the mailbox has had enough letters: then the code it holds opens this browser too. One that strangers have
 * spent their tries on opens nobody new; this browser then waits, its turn noted, for the next letter that may be sent.
 */
async function mayPost(
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
    return true;
  if (newest.wrong < mostTriesOfCode) {
    await keepCode(tx, ctx, lookup, order, newest.codeHash, newest.sentAt);
  } else {
    await tx
      .update(lookups)
      .set({ orderGid: order.id, orderNumber: order.name })
      .where(and(eq(lookups.shopId, ctx.shop.id), eq(lookups.id, lookup.id)));
    const next = new Date(newest.sentAt.getTime() + letterEveryMinutes * 60_000);
    await ctx.enqueue(tx, "look_up", lookup.id, next);
  }
  return false;
}

/**
 * Whoever waits for this order's next letter, and has tries left, has its code the moment it is sent. So strangers who
 * spend the tries of one code after the other keep its customer waiting for one letter; a crowd of more than five
 * hundred draws lots.
 */
async function tellWaiting(
  tx: Transaction,
  ctx: ShopContext,
  order: NamedOrder,
  codeHash: Buffer,
  codeSentAt: Date,
): Promise<void> {
  const waits = and(
    eq(lookups.shopId, ctx.shop.id),
    eq(lookups.orderGid, order.id),
    isNull(lookups.codeHash),
    lt(sql`${lookups.wrongTries} - ${lookups.triesBefore}`, mostWrongTries),
    gt(lookups.expiresAt, codeSentAt),
  );
  const some = tx
    .select({ id: lookups.id })
    .from(lookups)
    .where(waits)
    .orderBy(sql`random()`)
    .limit(mostToldAtOnce);
  await tx
    .update(lookups)
    .set({ codeHash, codeSentAt })
    .where(and(waits, inArray(lookups.id, some)));
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
