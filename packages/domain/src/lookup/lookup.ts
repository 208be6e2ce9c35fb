import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { tables } from "@kept/database";
import { asTyped } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { Tools } from "../tools.ts";

export type LookupRecord = typeof tables.lookups.$inferSelect;

/** How long a visitor may take from naming the order to typing the code, and how long one code is good. */
export const lookupMinutes = 30;
export const codeMinutes = 10;

/** Wrong codes a browser may send before it must ask for a new one, and how often it may ask. */
export const mostWrongTries = 5;
export const mostAsked = 4;

/** Wrong codes a browser may still send before it must ask anew; what was spent earlier than it last asked does not count. */
export function triesLeft({ wrongTries, triesBefore }: LookupRecord): number {
  return mostWrongTries - (wrongTries - triesBefore);
}

/** Between two letters for one browser, so that impatience does not fill a mailbox. */
export const askAgainSeconds = 30;

/**
 * A mailbox gets this many different codes an hour at once; then one every five minutes, and whoever names the order
 * meanwhile shares the newest. So an attacker neither floods the mailbox nor shuts its owner out.
 */
export const lettersAtOnce = 5;
export const letterEveryMinutes = 5;

/** Wrong tries all browsers together may spend on one shared code before it opens no further one. */
export const mostTriesOfCode = 50;

/**
 * Browsers that get a code the moment its letter is sent, after waiting for it. With five tries each and eight digits a
 * crowd of strangers among them has a chance of one in forty thousand a letter, and needs a hundred addresses for it.
 */
export const mostToldAtOnce = 500;

/** Lookups a network address may make in ten minutes, and codes it may send for each. */
export function lookupsPerAddress(tools: Tools): number {
  return tools.settings.lookupsPerAddress ?? 10;
}
export const codesPerLookup = 3;

/**
 * Eight digits, 26 bits: "4821 7730". One for every time a browser asks, and the same however often its letter has to be
 * written: made with a key that is not in the database.
 */
export function codeFor(ctx: ShopContext, { id, asked }: LookupRecord): string {
  const digest = createHmac("sha256", keyFor(ctx, "kept code letter"))
    .update(`${ctx.shop.id}|${id}|${asked}`)
    .digest();
  return String(digest.readUIntBE(0, 6) % 100_000_000).padStart(8, "0");
}

export function codeAsRead(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** What a person typed, as digits: with spaces, hyphens, full-width or Arabic-Indic digits. */
export function codeAsTyped(text: string): string {
  return asTyped(text).replace(/\D/g, "").slice(0, 20);
}

/** Codes are kept as this: one of an order of one shop, made with a key that is not in the database. */
export function hashOfCode(ctx: ShopContext, orderGid: string, code: string): Buffer {
  return createHmac("sha256", keyFor(ctx, "kept order code"))
    .update(`${ctx.shop.id}|${orderGid}|${code}`)
    .digest();
}

function keyFor(ctx: ShopContext, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", ctx.tools.settings.encryptionKey, "", use, 32));
}

/** Compares in the same time whether there is something to compare with or not. */
export function isCodeOf(ctx: ShopContext, record: LookupRecord, code: string, now: Date): boolean {
  const given = hashOfCode(ctx, record.orderGid ?? "", code);
  const same = timingSafeEqual(record.codeHash ?? Buffer.alloc(given.length), given);
  const ends = (record.codeSentAt?.getTime() ?? 0) + codeMinutes * 60_000;
  return same && record.codeHash !== null && ends > now.getTime();
}
