import { formatMoney } from "@kept/money";
import type { Value, Values } from "./quote-types.ts";

/** The locale itself if it can be written in, English else: a browser may say anything. */
export function writable(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}

/** Puts values where a template names them. A value is never read as a template itself. */
export function fill(template: string, values: Values, locale: string): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : say(value, locale);
  });
}

function say(value: Value, locale: string): string {
  if (typeof value === "string") return isolated(value, locale);
  if (typeof value === "number") return new Intl.NumberFormat(locale).format(value);
  if ("basisPoints" in value) return sayPercent(value.basisPoints, locale);
  return formatMoney(value, locale);
}

function sayPercent(basisPoints: number, locale: string): string {
  const exact = `${basisPoints}E-4` as `${number}`;
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(exact);
}

/** A shop's own words can run the other way than the sentence; marks keep its punctuation where it belongs. */
function isolated(text: string, locale: string): string {
  return rightToLeft.test(locale) ? `\u2068${text}\u2069` : text;
}

const rightToLeft = /^(ar|he|fa|ur)\b/;
