import { de } from "./de.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { Messages } from "./messages.ts";

export type { MessageKey, Messages } from "./messages.ts";

/** The messages of a BCP 47 locale's language; English where there are none. */
export function messagesFor(locale: string): Messages {
  return languages.get(locale.split("-")[0]?.toLowerCase() ?? "") ?? en;
}

const languages: ReadonlyMap<string, Messages> = new Map([
  ["en", en],
  ["de", de],
  ["ja", ja],
]);
