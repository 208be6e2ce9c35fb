import type { Letter, LetterShop } from "../letter.ts";
import { setLetter } from "../sheet/set-letter.ts";
import { isolate } from "../words/isolate.ts";
import { languageOf } from "../words/languages.ts";

export interface OrderCode {
  readonly locale: string | null;
  readonly shop: LetterShop;
  /** "#1001" */
  readonly orderName: string;
  /** "4821 7730": works once, in the browser that asked for it. */
  readonly code: string;
  readonly minutes: number;
}

/** Proves to the portal that whoever asks reads the order's mailbox. It has no link: a code cannot be pressed by mistake. */
export async function orderCode({
  locale: wanted,
  shop,
  orderName,
  code,
  minutes,
}: OrderCode): Promise<Letter> {
  const { words, locale, direction } = languageOf(wanted);
  const says = words.orderCode;
  const facts = {
    shop: isolate(shop.name, direction),
    order: isolate(orderName, direction),
    code: isolate(code, direction),
  };
  return setLetter(says.subject(facts), {
    locale,
    direction,
    shop,
    preview: says.lead(facts),
    headline: says.headline,
    hello: null,
    lead: says.lead(facts),
    quote: null,
    sum: { rows: [], total: { label: says.code, value: code } },
    facts: [],
    notes: [says.once({ minutes })],
    steps: null,
    button: null,
    after: [says.notYou(facts)],
    about: null,
    link: null,
  });
}
