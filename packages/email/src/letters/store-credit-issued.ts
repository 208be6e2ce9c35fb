import { add, equal, formatMoney, isZero, type Money } from "@kept/money";
import type { Letter } from "../letter.ts";
import { formatDay } from "../words/date.ts";
import { type Language, languageOf } from "../words/languages.ts";
import { namesIn, type ReturnFacts, setReturnLetter } from "./return-letter.ts";

export interface StoreCreditIssued extends ReturnFacts {
  readonly base: Money;
  /** Zero when there was none; then the letter does not mention one. */
  readonly bonus: Money;
  readonly total: Money;
  /** Of the whole account, after this credit. */
  readonly balance: Money;
  readonly accountLastDigits: string | null;
  readonly bonusExpiresAt: Date | null;
  readonly baseExpiresAt: Date | null;
  /** Where the customer signs in to spend it: the one button. */
  readonly signInUrl: string;
}

/**
 * Tells a customer that the credit is in the account. Sent once, after Shopify confirmed both legs.
 * Throws a RangeError when the parts do not add up to the total: a letter about money must be right.
 */
export async function storeCreditIssued(facts: StoreCreditIssued): Promise<Letter> {
  if (!equal(add(facts.base, facts.bonus), facts.total))
    throw new RangeError("Base and bonus are not the total");
  const language = languageOf(facts.locale);
  const { words, locale } = language;
  const says = words.storeCreditIssued;
  const names = namesIn(facts);
  const total = formatMoney(facts.total, locale);
  const balance = formatMoney(facts.balance, locale);
  const subject = says.subject({ total, shop: names.shop });
  return setReturnLetter(facts, subject, variables(facts, locale, { total, balance }), () => ({
    headline: says.headline,
    lead: says.lead(names),
    sum: { rows: parts(facts, language), total: { label: says.total, value: total } },
    facts: [{ label: says.balance({ digits: facts.accountLastDigits }), value: balance }],
    notes: expiry(facts, language),
    steps: { title: says.howTitle, steps: says.how({ shop: names.shop, currency: facts.total.currency }) },
    button: { text: says.button, href: facts.signInUrl },
    link: { text: words.seeReturn, href: facts.statusUrl },
  }));
}

function parts(facts: StoreCreditIssued, { words, locale }: Language) {
  if (isZero(facts.bonus)) return [];
  const says = words.storeCreditIssued;
  return [
    { label: says.refund, value: formatMoney(facts.base, locale) },
    { label: says.bonus, value: `+ ${formatMoney(facts.bonus, locale)}` },
  ];
}

function variables(facts: StoreCreditIssued, locale: string, said: { total: string; balance: string }) {
  const { bonus, bonusExpiresAt } = facts;
  return {
    amount: said.total,
    balance: said.balance,
    refund: formatMoney(facts.base, locale),
    ...(isZero(bonus) ? {} : { bonus: formatMoney(bonus, locale) }),
    ...(bonusExpiresAt ? { bonus_until: formatDay(bonusExpiresAt, locale) } : {}),
  };
}

/** Says what expires and what never does; with neither, one sentence for all of it. */
function expiry(facts: StoreCreditIssued, { words, locale }: Language): string[] {
  const says = words.storeCreditIssued;
  const { baseExpiresAt, bonusExpiresAt } = facts;
  if (isZero(facts.bonus)) {
    return [baseExpiresAt ? says.refundUntil(formatDay(baseExpiresAt, locale)) : says.creditNeverExpires];
  }
  if (!baseExpiresAt && !bonusExpiresAt) return [says.creditNeverExpires];
  return [
    ...(bonusExpiresAt ? [says.bonusUntil(formatDay(bonusExpiresAt, locale))] : []),
    baseExpiresAt ? says.refundUntil(formatDay(baseExpiresAt, locale)) : says.refundNeverExpires,
  ];
}
