import { createTranslator } from "next-intl";
import { type Language, messages } from "./language.ts";

/** Says a message of the portal in one language: `say("find.title")`, `say("items.paid", { amount })`. */
export type Say = ReturnType<typeof translator>;

export function wordsIn(language: Language): Say {
  const known = translators.get(language) ?? translator(language);
  translators.set(language, known);
  return known;
}

/** Reading a message's grammar costs more than saying it. */
const translators = new Map<Language, Say>();

function translator(language: Language) {
  return createTranslator({
    locale: language,
    messages: messages[language],
    timeZone: "UTC",
    onError(error) {
      throw error;
    },
  });
}

/** Why an item cannot come back, in words; a code this portal has not heard of gets a general sentence. */
export function whyNot(say: Say, code: string, date: string | null): string {
  if (code === "window_closed") {
    return date === null ? say("why.window_closed") : say("why.window_closed_on", { date });
  }
  return isKnown(code, whyCodes) ? say(`why.${code}`) : say("why.other");
}

/** Why store credit is missing from the cards; null where there is nothing a customer should hear. */
export function whyNoCredit(say: Say, code: string): string | null {
  if (code === "turned_off" || code === "rule") return null;
  return isKnown(code, noCreditCodes) ? say(`refund.notOffered.${code}`) : say("refund.notOffered.other");
}

const whyCodes = [
  "not_shipped",
  "final_sale",
  "already_returned",
  "gift_card",
  "blocked",
  "order_cancelled",
] as const;

const noCreditCodes = ["no_customer", "business_order", "nothing_refundable"] as const;

function isKnown<C extends string>(code: string, known: readonly C[]): code is C {
  return (known as readonly string[]).includes(code);
}
