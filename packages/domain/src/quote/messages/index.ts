import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import type { Messages } from "./messages.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

export type { MessageKey, Messages } from "./messages.ts";

/** The messages of a BCP 47 locale's language; English where there are none. */
export function messagesFor(locale: string): Messages {
  return byLanguage.get(locale.split("-")[0]?.toLowerCase() ?? "") ?? en;
}

const byLanguage: ReadonlyMap<string, Messages> = new Map(
  Object.entries({ ar, de, en, es, fr, it, ja, nl, pt }),
);

/** The languages there are messages in. */
export const languages: readonly string[] = [...byLanguage.keys()];
