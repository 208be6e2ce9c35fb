import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import type { Words } from "./words.ts";

const languages: Readonly<Record<string, Words>> = { ar, de, en, es, fr, it, ja, nl, pt };

export interface Language {
  readonly words: Words;
  /** For dates and amounts: the customer's own locale where we have its language, else English. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
}

/** The languages letters are written in. */
export const letterLanguages: readonly string[] = Object.keys(languages);

/** "de-AT" is written in German with Austria's amounts; a language we do not have, or no locale, in English. */
export function languageOf(locale: string | null | undefined): Language {
  const [known] = canonical(locale);
  const language = known?.split("-")[0] ?? "en";
  const words = languages[language];
  if (!known || !words) return { words: en, locale: "en", direction: "ltr" };
  return { words, locale: known, direction: language === "ar" ? "rtl" : "ltr" };
}

function canonical(locale: string | null | undefined): string[] {
  try {
    return locale ? Intl.getCanonicalLocales(locale) : [];
  } catch {
    return [];
  }
}
