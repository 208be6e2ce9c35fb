import {
  bonusExpiresSoon,
  creditReversed,
  type Letter,
  type LetterKind,
  messageWritten,
  returnApproved,
  returnDeclined,
  returnReceived,
  storeCreditIssued,
  type Wording,
} from "@kept/email";
import { fromDecimal, type Money, zero } from "@kept/money";
import { lastDigits } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { LegRow } from "../issuance/issuance.ts";
import type { GoodsFirst } from "../return/goods-first.ts";
import { type ReturnRecord, returnName } from "../return/return.ts";
import type { LetterRecord } from "./notification.ts";

/** All that a letter is written from: what is on record about its return, and what was noted when it was owed. */
export interface Owed {
  readonly letter: Pick<LetterRecord, "facts">;
  readonly record: Pick<
    ReturnRecord,
    "key" | "number" | "orderName" | "customerName" | "locale" | "currency"
  >;
  /** From the quote the letter speaks of: the one in force when it was owed. */
  readonly promised: Promised;
  readonly legs: readonly Pick<LegRow, "kind" | "expiresOn">[];
  /** What the customer is to do with the goods, where the letter is about that. */
  readonly goods: GoodsFirst | null;
  readonly wording: Wording | null;
}

export interface Promised {
  readonly resolution: ReturnRecord["resolution"];
  readonly base: Money;
  readonly bonus: Money;
  readonly total: Money;
}

/** Writes a letter in the customer's language, from the same quote they were shown. */
export function writeLetter(ctx: ShopContext, kind: LetterKind, owed: Owed): Promise<Letter> {
  return writers[kind](ctx, owed);
}

const writers: Readonly<Record<LetterKind, (ctx: ShopContext, owed: Owed) => Promise<Letter>>> = {
  return_received: (ctx, owed) => returnReceived({ ...common(ctx, owed), chosen: chosen(owed) }),
  return_approved: (ctx, owed) => {
    const partly = owed.letter.facts.partly === true;
    return returnApproved({ ...common(ctx, owed), chosen: chosen(owed), partly, goods: owed.goods });
  },
  return_declined: (ctx, owed) => returnDeclined({ ...common(ctx, owed), reason: text(owed, "reason") }),
  store_credit_issued: (ctx, owed) => {
    const { base, bonus, total } = arrived(owed);
    return storeCreditIssued({
      ...common(ctx, owed),
      base,
      bonus,
      total,
      balance: amount(owed, "balance") ?? total,
      accountLastDigits: account(owed),
      bonusExpiresAt: day(expiryOf(owed, "bonus")),
      baseExpiresAt: day(expiryOf(owed, "base")),
      signInUrl: signInUrl(ctx, owed),
    });
  },
  credit_reversed: (ctx, owed) =>
    creditReversed({
      ...common(ctx, owed),
      taken: needed(amount(owed, "taken")),
      balance: amount(owed, "balance"),
      accountLastDigits: account(owed),
      reason: text(owed, "reason"),
    }),
  bonus_expires_soon: (ctx, owed) =>
    bonusExpiresSoon({
      ...common(ctx, owed),
      left: needed(amount(owed, "left")),
      expiresAt: needed(day(text(owed, "expiresOn"))),
      baseExpiresAt: day(expiryOf(owed, "base")),
      signInUrl: signInUrl(ctx, owed),
    }),
  message_written: (ctx, owed) =>
    messageWritten({ ...common(ctx, owed), message: needed(text(owed, "message")) }),
};

function common(ctx: ShopContext, { record, wording }: Owed) {
  const { brand, name, domain } = ctx.shop;
  return {
    locale: record.locale,
    shop: { name, color: brand.color ?? null, logoUrl: brand.logoUrl ?? null, url: `https://${domain}` },
    customerFirstName: firstName(record),
    orderName: record.orderName,
    returnNumber: returnName(record.number),
    statusUrl: statusUrl(ctx, record),
    wording,
  };
}

/** Whoever ordered without a name is known by the order's, which is nothing to greet anybody with. */
function firstName({ customerName, orderName }: Owed["record"]): string | null {
  return customerName === orderName ? null : customerName.split(" ")[0] || null;
}

/**
 * A mail program's browser knows nothing of what was chosen in the customer's own: a letter in another language than the
 * shop's leads to a page in the letter's.
 */
function statusUrl(ctx: ShopContext, { key, locale }: Pick<ReturnRecord, "key" | "locale">): string {
  const language = languageIn(locale);
  const chosen = language === languageIn(ctx.shop.locale) ? "" : `?lang=${language}`;
  return `${ctx.tools.settings.portalUrl}/${ctx.shop.handle}/r/${key}${chosen}`;
}

function languageIn(locale: string): string {
  return locale.toLowerCase().split("-")[0] ?? "";
}

/** Where credit is spent; a shop without new customer accounts has no such place yet, the status page says what to do. */
function signInUrl(ctx: ShopContext, { record }: Owed): string {
  return ctx.shop.accountsUrl ?? statusUrl(ctx, record);
}

/** What was promised, less a bonus that somebody called off. */
function arrived({ letter, promised }: Owed): Pick<Promised, "base" | "bonus" | "total"> {
  const { base } = promised;
  return letter.facts.withoutBonus === true ? { base, bonus: zero(base.currency), total: base } : promised;
}

function chosen({ promised }: Owed) {
  return { resolution: promised.resolution, amount: promised.total };
}

function text({ letter }: Owed, name: string): string | null {
  const fact = letter.facts[name];
  return typeof fact === "string" ? fact : null;
}

function amount(owed: Owed, name: string): Money | null {
  const decimal = text(owed, name);
  return decimal === null ? null : fromDecimal(decimal, owed.record.currency);
}

function account(owed: Owed): string | null {
  const id = text(owed, "accountId");
  return id === null ? null : lastDigits(id);
}

function expiryOf({ legs }: Owed, kind: "base" | "bonus"): string | null {
  return legs.find((leg) => leg.kind === kind)?.expiresOn ?? null;
}

function day(date: string | null): Date | null {
  return date ? new Date(`${date}T12:00:00Z`) : null;
}

/** Whoever owes a letter notes its facts; one that lacks them is a bug of the one who owed it. */
function needed<T>(fact: T | null): T {
  if (fact === null) throw new Error("A letter was owed without its facts");
  return fact;
}
