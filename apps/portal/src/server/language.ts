import ar from "../messages/ar.json" with { type: "json" };
import de from "../messages/de.json" with { type: "json" };
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import fr from "../messages/fr.json" with { type: "json" };
import it from "../messages/it.json" with { type: "json" };
import ja from "../messages/ja.json" with { type: "json" };
import nl from "../messages/nl.json" with { type: "json" };
import pt from "../messages/pt.json" with { type: "json" };

export type Messages = typeof en;
export type Language = "en" | "de" | "fr" | "es" | "it" | "nl" | "pt" | "ja" | "ar";

export const messages: Readonly<Record<Language, Messages>> = { en, de, fr, es, it, nl, pt, ja, ar };

/** As each language calls itself, in the order of the switch. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  it: "Italiano",
  nl: "Nederlands",
  pt: "Português",
  ja: "日本語",
  ar: "العربية",
};

export const languages = Object.keys(languageNames) as Language[];

export const languageCookie = "kept_lang";

/** The language of a tag like "de-CH"; null when it is not one of ours. */
export function languageOf(tag: string | null | undefined): Language | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary) ?? null;
}

export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/** The same page in another language, for a link on it: what its address filled in stays filled in. */
export function inLanguage(language: Language, query: string): string {
  const asked = new URLSearchParams(query);
  asked.set("lang", language);
  return `?${asked}`;
}

/** The best of ours a browser asks for, by its own weights. Null when it wants none of them. */
export function preferredLanguage(acceptLanguage: string | null | undefined): Language | null {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";");
      const weight = parameters.map((text) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: languageOf(tag), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => wish.language !== null && wish.weight > 0);
  return wishes.sort((a, b) => b.weight - a.weight)[0]?.language ?? null;
}

export interface LanguageChoice {
  readonly language: Language;
  /** For amounts and dates: the shop's own tag where it is of that language ("en-GB"), else the bare language. */
  readonly locale: string;
  /** A language this browser would rather read, to be offered and never forced. */
  readonly suggestion: Language | null;
}

/**
 * What the visitor chose wins, then the shop's own language: its customers bought in it. A shop whose language we do
 * not speak gets the best one the browser asks for.
 */
export function chooseLanguage(facts: {
  chosen: string | null | undefined;
  shopLocale: string;
  acceptLanguage: string | null | undefined;
}): LanguageChoice {
  const chosen = languageOf(facts.chosen);
  const preferred = preferredLanguage(facts.acceptLanguage);
  const ofShop = languageOf(facts.shopLocale);
  const language = chosen ?? ofShop ?? preferred ?? "en";
  return {
    language,
    locale: ofShop === language ? facts.shopLocale : language,
    suggestion: chosen === null && preferred !== language ? preferred : null,
  };
}
