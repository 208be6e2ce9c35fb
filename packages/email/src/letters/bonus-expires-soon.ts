import { formatMoney, type Money } from "@kept/money";
import type { Letter } from "../letter.ts";
import { formatDay } from "../words/date.ts";
import { languageOf } from "../words/languages.ts";
import { namesIn, type ReturnFacts, setReturnLetter } from "./return-letter.ts";

export interface BonusExpiresSoon extends ReturnFacts {
  /** What of the bonus is still unspent. */
  readonly left: Money;
  readonly expiresAt: Date;
  /** When the refund itself ends; null for one that never does. */
  readonly baseExpiresAt: Date | null;
  readonly signInUrl: string;
}

/** Reminds a customer of a bonus that ends: how much is left, until when, and the way to spend it. */
export async function bonusExpiresSoon(facts: BonusExpiresSoon): Promise<Letter> {
  const { shop } = namesIn(facts);
  const { words, locale } = languageOf(facts.locale);
  const says = words.bonusExpiresSoon;
  const issued = words.storeCreditIssued;
  const left = formatMoney(facts.left, locale);
  const date = formatDay(facts.expiresAt, locale);
  const variables = { bonus: left, bonus_until: date };
  return setReturnLetter(facts, says.subject({ left, date, shop }), variables, () => ({
    headline: says.headline,
    lead: says.lead({ shop, date }),
    sum: { rows: [], total: { label: says.left, value: left } },
    notes: [facts.baseExpiresAt ? issued.refundUntil(formatDay(facts.baseExpiresAt, locale)) : says.rest],
    steps: { title: issued.howTitle, steps: issued.how({ shop, currency: facts.left.currency }) },
    button: { text: issued.button, href: facts.signInUrl },
    link: { text: words.seeReturn, href: facts.statusUrl },
  }));
}
