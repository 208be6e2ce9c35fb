import { defaultWording, type LetterKind, letterLanguages } from "@kept/domain";

/** What Kept says in every language, for the editor's empty fields. */
export type Defaults = Readonly<Record<string, ReturnType<typeof defaultWording>>>;

export function defaultsOf(kind: LetterKind): Defaults {
  return Object.fromEntries(letterLanguages.map((language) => [language, defaultWording(kind, language)]));
}
