import { formatMoney, type Money } from "@kept/money";
import type { Letter, LetterShop } from "../letter.ts";
import type { Content } from "../sheet/content.ts";
import { type Reworded, setReworded } from "../wording/reword.ts";
import type { Variable } from "../wording/wording.ts";
import { isolate } from "../words/isolate.ts";
import { type Language, languageOf } from "../words/languages.ts";

/** What the letters about a return's progress have in common. */
export interface ReturnFacts extends Reworded {
  readonly locale: string | null;
  readonly shop: LetterShop;
  readonly customerFirstName: string | null;
  /** "#1001" */
  readonly orderName: string;
  readonly returnNumber: string;
  readonly statusUrl: string;
}

/** What the customer chose, and what it comes to as quoted. */
export interface Chosen {
  readonly resolution: "store_credit" | "original_payment";
  readonly amount: Money;
}

/** The names sentences are made with. */
export function namesIn(facts: ReturnFacts): { shop: string; order: string; number: string } {
  const { direction } = languageOf(facts.locale);
  return {
    shop: isolate(facts.shop.name, direction),
    order: isolate(facts.orderName, direction),
    number: isolate(facts.returnNumber, direction),
  };
}

type Own = Pick<Content, "headline" | "lead"> & Partial<Content>;
type Variables = Readonly<Partial<Record<Variable, string>>>;

/** Sets such a letter: its own words between greeting and small print, the return as the one button, the shop's wording over it. */
export function setReturnLetter(
  facts: ReturnFacts,
  subject: string,
  variables: Variables,
  own: (language: Language) => Own,
): Promise<Letter> {
  const content = returnContent(facts, own);
  return setReworded(facts.wording, { ...variablesIn(facts), ...variables }, { subject, content });
}

/** The facts that every letter about a return knows. */
export function variablesIn(facts: ReturnFacts): Variables {
  const { shop, order, number } = namesIn(facts);
  const { direction } = languageOf(facts.locale);
  const customer = facts.customerFirstName ? isolate(facts.customerFirstName, direction) : "";
  return { customer, shop, order, return: number };
}

function returnContent(facts: ReturnFacts, own: (language: Language) => Own): Content {
  const language = languageOf(facts.locale);
  const { words, locale, direction } = language;
  const said = own(language);
  return {
    locale,
    direction,
    shop: facts.shop,
    preview: said.lead,
    hello: words.hello(facts.customerFirstName && isolate(facts.customerFirstName, direction)),
    quote: null,
    sum: null,
    facts: [],
    notes: [],
    steps: null,
    button: { text: words.seeReturn, href: facts.statusUrl },
    after: [],
    about: words.about(namesIn(facts)),
    link: null,
    ...said,
  };
}

export function chosenRow(chosen: Chosen, locale: string, says: { asCredit: string; asPayment: string }) {
  const label = chosen.resolution === "store_credit" ? says.asCredit : says.asPayment;
  return { label, value: formatMoney(chosen.amount, locale) };
}
