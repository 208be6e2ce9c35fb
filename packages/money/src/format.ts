import { fractionDigits, toDecimal } from "./decimal.ts";
import type { Currency, Money } from "./money.ts";

/**
 * Writes an amount for people: "$10.50", "10,50 €", "¥1,200". The exact decimal goes to Intl as a text, so that
 * no float comes near it. Among words that run from right to left "US$" stays in one piece. Throws a RangeError for a
 * locale that is not a BCP 47 tag.
 */
export function formatMoney(amount: Money, locale: string): string {
  const text = formatter(locale, amount.currency).format(toDecimal(amount) as `${number}`);
  return text.includes(rightToLeft) ? text.replace(/(?<=\p{L})\p{Sc}/u, `$&${leftToRight}`) : text;
}

/** Marks nobody sees: one with which such amounts begin, and one that holds a sign to the letters before it. */
const rightToLeft = "\u200f";
const leftToRight = "\u200e";

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs a hundred times what using it costs. */
function formatter(locale: string, currency: Currency): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const digits = fractionDigits(currency);
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  if (formatters.size >= mostFormatters) formatters.clear();
  formatters.set(key, made);
  return made;
}

/** Locales come from browsers; a stranger must not fill the memory by making some up. */
const mostFormatters = 500;
