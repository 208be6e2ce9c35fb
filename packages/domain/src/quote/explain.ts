import { formatMoney } from "@kept/money";
import { type MessageKey, type Messages, messagesFor } from "./messages/index.ts";
import type { Quote, Row, RowGroup } from "./quote-types.ts";
import { fill, writable } from "./say.ts";

/** One row in words. `included` rows are contained in others: show them, do not sum them. */
export interface ExplainedRow {
  readonly key: string;
  readonly group: RowGroup;
  readonly text: string;
  readonly amount: string;
  readonly included: boolean;
}

/** The foot of the sum. */
export interface ExplainedTotal {
  readonly key: "base" | "bonus" | "total";
  readonly text: string;
  readonly amount: string;
}

/**
 * Says a quote row by row in a language, from the quote's own data alone, so that an old one reads the same
 * after policy and products have changed. Languages: ar, de, en, es, fr, it, ja, nl, pt; any other is answered
 * in English words with amounts written its own way. Never changes an amount, never throws for a locale.
 */
export function explain(quote: Quote, locale: string): ExplainedRow[] {
  const tag = writable(locale);
  const messages = messagesFor(tag);
  return quote.rows.map((row) => explainRow(row, messages, tag));
}

/** Base, bonus and total in words; the total alone where there is no bonus. */
export function explainTotals(quote: Quote, locale: string): ExplainedTotal[] {
  const tag = writable(locale);
  const messages = messagesFor(tag);
  const keys = quote.totals.bonus.minor === 0n ? (["total"] as const) : (["base", "bonus", "total"] as const);
  return keys.map((key) => ({
    key,
    text: messages[`total_${key}`],
    amount: formatMoney(quote.totals[key], tag),
  }));
}

function explainRow(
  { key, group, label, amount, included }: Row,
  messages: Messages,
  locale: string,
): ExplainedRow {
  const template = isMessage(label.key, messages) ? messages[label.key] : label.key;
  return {
    key,
    group,
    text: fill(template, label.values, locale),
    amount: formatMoney(amount, locale),
    included,
  };
}

function isMessage(key: string, messages: Messages): key is MessageKey {
  return Object.hasOwn(messages, key);
}
