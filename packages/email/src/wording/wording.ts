/** The letters to customers whose words a shop may change. */
export const letterKinds = [
  "store_credit_issued",
  "return_received",
  "return_approved",
  "return_declined",
  "credit_reversed",
  "bonus_expires_soon",
  "message_written",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/**
 * A shop's own words for one letter in one language; what is left out stays as Kept writes it. Plain text: a blank
 * line begins a paragraph, `{{order}}` stands for a fact. Sums, dates, a quoted message and the button are never part
 * of it.
 */
export interface Wording {
  readonly subject?: string | undefined;
  readonly headline?: string | undefined;
  /** Between greeting and sum. */
  readonly message?: string | undefined;
  /** After the button. */
  readonly closing?: string | undefined;
}

const common = ["customer", "shop", "order", "return"] as const;
export type Variable =
  | (typeof common)[number]
  | "amount"
  | "refund"
  | "bonus"
  | "balance"
  | "bonus_until"
  | "reason";

/** The facts a letter knows, for the menu beside the editor. */
export const variablesOf: Readonly<Record<LetterKind, readonly Variable[]>> = {
  store_credit_issued: [...common, "amount", "refund", "bonus", "balance", "bonus_until"],
  return_received: [...common, "amount"],
  return_approved: [...common, "amount"],
  return_declined: [...common, "reason"],
  credit_reversed: [...common, "amount", "balance", "reason"],
  bonus_expires_soon: [...common, "bonus", "bonus_until"],
  message_written: common,
};

/** How long each part may be; a subject longer than this is cut by mail programs. */
export const longest: Readonly<Record<keyof Wording, number>> = {
  subject: 150,
  headline: 120,
  message: 2000,
  closing: 1000,
};

/** The facts named in a text that this letter does not know: {{name}} as typed. Empty when all are known. */
export function unknownVariables(kind: LetterKind, text: string): string[] {
  const known: readonly string[] = variablesOf[kind];
  const named = [...text.matchAll(mark)].map(([, name = ""]) => name);
  return [...new Set(named.filter((name) => !known.includes(name)))];
}

/** Puts the facts in; one that this letter has nothing for (a bonus that was none) leaves nothing behind. */
export function fillIn(text: string, facts: Readonly<Partial<Record<Variable, string>>>): string {
  return text.replace(mark, (_, name: string) => facts[name as Variable] ?? "").trim();
}

const mark = /\{\{\s*([^{}\s]*)\s*\}\}/g;
