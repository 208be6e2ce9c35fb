import { standing } from "./bonus-winners.ts";
import { type Messages, messagesFor } from "./messages/index.ts";
import type { Decision, Quote } from "./quote-types.ts";
import { fill, writable } from "./say.ts";

export interface ExplainedDecision {
  readonly rule: string;
  readonly outcome: Decision["outcome"];
  readonly text: string;
}

/** Says of every bonus rule that was looked at whether it won, and if not, why: which other came first, which condition failed. */
export function explainDecisions(quote: Quote, locale: string): ExplainedDecision[] {
  const tag = writable(locale);
  const messages = messagesFor(tag);
  return quote.decisions.map((decision) => ({
    rule: decision.rule,
    outcome: decision.outcome,
    text: capital(
      fill(messages[`decision_${decision.outcome}`], valuesOf(decision, quote, messages), tag),
      tag,
    ),
  }));
}

function valuesOf(
  { rule, because, outcome }: Decision,
  quote: Quote,
  messages: Messages,
): Record<string, string> {
  const called = nameOf(rule, quote, messages);
  if (outcome === "lost") return { rule: called, winner: nameOf(because, quote, messages) };
  return { rule: called, why: whys(messages)[because] ?? because };
}

function nameOf(rule: string, quote: Quote, messages: Messages): string {
  if (rule === standing) return messages.standing;
  return quote.decisions.find((decision) => decision.rule === rule)?.name ?? rule;
}

/** A quote of an older day can name a condition that is none any more: it is then said as it stands. */
function whys(messages: Messages): Readonly<Record<string, string>> {
  const { only_choice } = messages;
  const unmet = Object.entries(messages).filter(([key]) => key.startsWith("unmet_"));
  return {
    only_choice,
    ...Object.fromEntries(unmet.map(([key, text]) => [key.slice("unmet_".length), text])),
  };
}

function capital(text: string, locale: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}
