import { formatMoney } from "@kept/money";
import { type MessageKey, type Messages, messagesFor } from "./messages/index.ts";
import type { Quote, Row, RowGroup, Value, Values } from "./quote-types.ts";

/** One row in words. `included` rows are contained in others: show them, do not sum them. */
export interface ExplainedRow {
  readonly key: string;
  readonly group: RowGroup;
  readonly text: string;
  readonly amount: string;
  readonly included: boolean;
}

/**
 * Says a quote row by row in a language, from the quote's own data alone, so that an old one reads the same
 * after policy and products have changed. A language without messages is answered in English, with the
 * amounts still written its own way. Never changes an amount.
 */
export function explain(quote: Quote, locale: string): ExplainedRow[] {
  const messages = messagesFor(locale);
  return quote.rows.map((row) => explainRow(row, messages, locale));
}

/** Base, bonus and total in words, for the foot of the sum. A bonus of nothing is left out. */
export function explainTotals(
  quote: Quote,
  locale: string,
): { key: "base" | "bonus" | "total"; text: string; amount: string }[] {
  const messages = messagesFor(locale);
  const keys = quote.totals.bonus.minor === 0n ? (["total"] as const) : (["base", "bonus", "total"] as const);
  return keys.map((key) => ({
    key,
    text: messages[`total_${key}`],
    amount: formatMoney(quote.totals[key], locale),
  }));
}

function explainRow(row: Row, messages: Messages, locale: string): ExplainedRow {
  const template = isMessage(row.label.key, messages) ? messages[row.label.key] : row.label.key;
  return {
    key: row.key,
    group: row.group,
    text: fill(template, row.label.values, locale),
    amount: formatMoney(row.amount, locale),
    included: row.included,
  };
}

function isMessage(key: string, messages: Messages): key is MessageKey {
  return Object.hasOwn(messages, key);
}

/** Puts values where the template names them. A value is never read as a template itself. */
function fill(template: string, values: Values, locale: string): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : say(value, locale);
  });
}

function say(value: Value, locale: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return new Intl.NumberFormat(locale).format(value);
  if ("basisPoints" in value) return sayPercent(value.basisPoints, locale);
  return formatMoney(value, locale);
}

function sayPercent(basisPoints: number, locale: string): string {
  const exact = `${basisPoints}E-4` as `${number}`;
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(exact);
}
