import {
  isolate,
  type PortalWords,
  portalWordsIn,
  type Shop,
  type ShopContext,
  withoutTurns,
} from "@kept/domain";
import { formatMoney, type Money } from "@kept/money";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { shopAt } from "./context.ts";
import { draftPassName, holdsDraftPass } from "./draft-pass.ts";
import { env } from "./env.ts";
import { chooseLanguage, directionOf, type LanguageChoice, languageCookie } from "./language.ts";
import { type Say, wordsIn } from "./words.ts";

/** A customer at a shop: who asks, in which language, and how amounts and days are written for them. */
export interface Visit extends LanguageChoice {
  readonly ctx: ShopContext;
  readonly shop: Shop;
  readonly direction: "ltr" | "rtl";
  readonly say: Say;
  /** The shop's own words in this language, where it has some. */
  readonly own: PortalWords;
  /** Order numbers and addresses, which are written from left to right in every language: "#1001" keeps its sign in front. */
  leftToRight(text: string): string;
  /** A title, a name or somebody's own word inside a sentence of ours: neither turns the other around. */
  named(text: string): string;
  readonly shopName: string;
  amount(money: Money): string;
  /** The day something happened, in the shop's time zone. */
  day(date: Date): string;
  /**
   * The last day of something: of a window a day of the shop, "2026-12-05"; of a credit an instant, whose day is that of
   * UTC. Written in another zone either would promise hours that are not kept.
   */
  lastDay(date: Date | string): string;
}

/** Null when there is no such shop. Asked once per answer, however many parts of the page want to know. */
export const visitTo = cache(async (handle: string): Promise<Visit | null> => {
  const ctx = await shopAt(handle);
  if (!ctx) return null;
  const { shop } = ctx;
  const choice = chooseLanguage({
    chosen: (await cookies()).get(languageCookie)?.value,
    shopLocale: shop.locale,
    acceptLanguage: (await headers()).get("accept-language"),
  });
  const direction = directionOf(choice.language);
  const named = (text: string) => isolate(text, direction);
  const days = (timeZone: string) =>
    new Intl.DateTimeFormat(choice.locale, { dateStyle: "medium", timeZone });
  return {
    ...choice,
    ctx,
    shop,
    direction,
    say: wordsIn(choice.language),
    own: portalWordsIn(shop.brand, choice.language),
    named,
    shopName: named(shop.name),
    leftToRight: (text) => (direction === "rtl" ? `\u2066${withoutTurns(text)}\u2069` : withoutTurns(text)),
    amount: (money) => formatMoney(money, choice.locale),
    day: (date) => days(shop.timeZone).format(date),
    lastDay: (date) => days("UTC").format(new Date(date)),
  };
});

/** True when this browser is the one that found the draft's order. The key in the address alone is not enough. */
export async function holdsDraft(ctx: ShopContext, key: string): Promise<boolean> {
  const pass = (await cookies()).get(draftPassName)?.value;
  return holdsDraftPass(env().linkKey, pass, { shopId: ctx.shop.id, key }, new Date());
}
