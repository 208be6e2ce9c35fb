import { randomBytes } from "node:crypto";
import { inOneBreath, type Transaction, tables } from "@kept/database";
import { asTyped } from "@kept/shopify";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { askAgainSeconds, lookupMinutes, lookupsPerAddress, triesLeft } from "./lookup.ts";
import { networkOf } from "./network.ts";
import { lockLookup } from "./prove-order.ts";
import { tries } from "./tries.ts";

export interface AskForOrder {
  readonly orderName: string;
  /** The e-mail, the phone number or the postcode of the order, as the shop's portal asks for. */
  readonly contact: string;
  readonly locale: string;
  /** The caller's network address, used only to limit tries. */
  readonly address: string;
  /** What this browser asked for before, where it did. */
  readonly before?: string | null;
}

export type AskRefusal = { readonly code: "TooManyTries"; readonly retryAfterSeconds: number };

/** Lookups of one order, or with one contact, in an hour before further ones wait their turn. */
const unhurried = 5;

/**
 * The first step: a visitor says which order is theirs. Nothing is looked up here: a row is written and the worker
 * poked, so that the answer, its words and its time are the same for every order there is and is not. The answer is
 * the key that only this browser gets.
 *
 * Asked for the same again at once (pressed twice, or back and on), it is the same lookup: two letters with two codes
 * would leave the customer with one that is wrong.
 *
 * A network address may ask only so often and is then refused. An order or a contact that is asked for too often is
 * never refused, or a stranger could shut its customer out: its letters come later, at most two minutes.
 */
export async function askForOrder(
  ctx: ShopContext,
  input: AskForOrder,
): Promise<Result<{ key: string; expiresAt: Date }, AskRefusal>> {
  const about = (what: string, value: string) => `find|${ctx.shop.id}|${what}|${value.toLowerCase()}`;
  const named = asNamed(ctx, input);
  const [address, order, contact] = await tries(ctx.tools, [
    { subject: about("address", networkOf(input.address)), seconds: 600 },
    { subject: about("order", named.orderName.replace(/^#\s*/, "")), seconds: 3600 },
    { subject: about("contact", named.contact), seconds: 3600 },
  ]);
  if (address.count > lookupsPerAddress(ctx.tools)) {
    return refused("TooManyTries", { retryAfterSeconds: address.secondsLeft });
  }
  const pressedTwice = input.before && (await ctx.inShop((tx) => askedJustNow(tx, ctx, input)));
  if (pressedTwice) return ok(pressedTwice);
  const over = Math.max(order.count, contact.count) - unhurried;
  const now = ctx.clock.now();
  const key = randomBytes(16).toString("base64url");
  const expiresAt = new Date(now.getTime() + lookupMinutes * 60_000);
  const id = v7();
  const lookup = {
    id,
    shopId: ctx.shop.id,
    key,
    ...named,
    locale: input.locale,
    askedAt: now,
    expiresAt,
  };
  const startAfter = over > 0 ? after(now, Math.min(over * 10, 120)) : undefined;
  await ctx.inShop((tx) =>
    inOneBreath([
      () => tx.insert(tables.lookups).values(lookup),
      () => ctx.enqueue(tx, "look_up", id, startAfter),
    ]),
  );
  return ok({ key, expiresAt });
}

/** What the visitor named, as it is kept. */
function asNamed(ctx: ShopContext, { orderName, contact }: AskForOrder) {
  return {
    orderName: asTyped(orderName).slice(0, 64),
    contactKind: ctx.shop.portal.proof,
    contact: asTyped(contact).slice(0, 254),
  };
}

/** This browser's lookup, where it asked for the very same a moment ago and its code can still be typed. */
async function askedJustNow(tx: Transaction, ctx: ShopContext, input: AskForOrder) {
  const now = ctx.clock.now();
  const lookup = await lockLookup(tx, ctx, input.before ?? "", now);
  if (!lookup || lookup.provedAt || triesLeft(lookup) <= 0) return null;
  const { orderName, contactKind, contact } = asNamed(ctx, input);
  const same =
    lookup.orderName === orderName && lookup.contactKind === contactKind && lookup.contact === contact;
  const recent = now.getTime() - lookup.askedAt.getTime() < askAgainSeconds * 1000;
  return same && recent ? { key: lookup.key, expiresAt: lookup.expiresAt } : null;
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
