import type { tables } from "@kept/database";
import { type LetterKind, letterKinds, longest, unknownVariables, type Wording } from "@kept/email";
import { z } from "zod";

export type LetterRecord = typeof tables.notifications.$inferSelect;

const part = (name: keyof Wording) =>
  z
    .string()
    .max(longest[name])
    .transform((text) => text.trim() || undefined)
    .optional();

/** A shop's own words for one letter in one language. Empty parts are left out: Kept's words stand there. */
export const wordingSchema = z.strictObject({
  subject: part("subject"),
  headline: part("headline"),
  message: part("message"),
  closing: part("closing"),
});

/** Per language of the letters: "de" → its words. */
export const wordingsSchema = z.record(z.string().regex(/^[a-z]{2}$/), wordingSchema);
export type Wordings = Readonly<Record<string, Wording>>;

/** How a shop wants one letter. */
export interface LetterSettings {
  readonly kind: LetterKind;
  /** 0 as long as nobody saved anything. */
  readonly version: number;
  readonly enabled: boolean;
  readonly wordings: Wordings;
  readonly savedBy: string | null;
  readonly savedAt: Date | null;
}

/** Switched on, in Kept's words: what every shop begins with. */
export function asDelivered(kind: LetterKind): LetterSettings {
  return { kind, version: 0, enabled: true, wordings: {}, savedBy: null, savedAt: null };
}

/** The shop's words for a letter in a locale: those of its language, or none. */
export function wordingFor(settings: LetterSettings, locale: string): Wording | null {
  return settings.wordings[locale.split("-")[0] ?? locale] ?? null;
}

/** Facts named in the words that this letter does not know, as "de.subject" → ["amount"]. Empty when all is well. */
export function unknownFacts(kind: LetterKind, wordings: Wordings): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [language, wording] of Object.entries(wordings)) {
    for (const [name, text] of Object.entries(wording)) {
      const unknown = unknownVariables(kind, text ?? "");
      if (unknown.length > 0) found[`${language}.${name}`] = unknown;
    }
  }
  return found;
}

/** Languages without a word of the shop's own say nothing and are not kept. */
export function withoutEmpty(wordings: Wordings): Wordings {
  return Object.fromEntries(
    Object.entries(wordings).filter(([, wording]) => Object.values(wording).some((text) => text)),
  );
}

export function isLetterKind(text: string): text is LetterKind {
  return (letterKinds as readonly string[]).includes(text);
}
