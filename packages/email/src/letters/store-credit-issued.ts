import { add, equal, formatMoney, isZero, type Money } from "@kept/money";
import type { Letter, LetterShop } from "../letter.ts";
import { setLetter } from "../sheet/set-letter.ts";
import { formatDay } from "../words/date.ts";
import { isolate } from "../words/isolate.ts";
import { type Language, languageOf } from "../words/languages.ts";

export interface StoreCreditIssued {
  /** BCP 47, the customer's: "de-AT". Decides language, amounts and dates. */
  readonly locale: string | null;
  readonly shop: LetterShop;
  readonly customerFirstName: string | null;
  /** "#1001" */
  readonly orderName: string;
  readonly returnNumber: string;
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
  readonly statusUrl: string;
}

/**
 * Tells a customer that the credit is in the account. Sent once, after Shopify confirmed both legs.
 * Throws a RangeError when the parts do not add up to the total: a letter about money must be right.
 */
export async function storeCreditIssued(facts: StoreCreditIssued): Promise<Letter> {
  if (!equal(add(facts.base, facts.bonus), facts.total))
    throw new RangeError("Base and bonus are not the total");
  const language = languageOf(facts.locale);
  const { words, locale, direction } = language;
  const says = words.storeCreditIssued;
  const { shop } = facts;
  const order = isolate(facts.orderName, direction);
  const number = isolate(facts.returnNumber, direction);
  const total = formatMoney(facts.total, locale);
  const subject = says.subject({ total, shop: shop.name });
  return setLetter(subject, {
    locale,
    direction,
    shop,
    preview: says.lead({ shop: shop.name, order }),
    headline: says.headline,
    hello: words.hello(facts.customerFirstName),
    lead: says.lead({ shop: shop.name, order }),
    sum: {
      rows: isZero(facts.bonus)
        ? []
        : [
            { label: says.refund, value: formatMoney(facts.base, locale) },
            { label: says.bonus, value: `+ ${formatMoney(facts.bonus, locale)}` },
          ],
      total: { label: says.total, value: total },
    },
    facts: [
      { label: says.balance({ digits: facts.accountLastDigits }), value: formatMoney(facts.balance, locale) },
    ],
    notes: expiry(facts, language),
    steps: { title: says.howTitle, steps: says.how({ shop: shop.name, currency: facts.total.currency }) },
    button: { text: says.button, href: facts.signInUrl },
    after: [],
    about: words.about({ shop: shop.name, order, number }),
    link: { text: words.seeReturn, href: facts.statusUrl },
  });
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
