import type { Letter } from "../letter.ts";
import { languageOf } from "../words/languages.ts";
import { type Chosen, chosenRow, namesIn, type ReturnFacts, setReturnLetter } from "./return-letter.ts";

/** Tells a customer that the request has arrived, what was chosen, and that nothing more needs doing. */
export async function returnReceived(facts: ReturnFacts & { readonly chosen: Chosen }): Promise<Letter> {
  const names = namesIn(facts);
  const { words, locale } = languageOf(facts.locale);
  const says = words.returnReceived;
  const chosen = chosenRow(facts.chosen, locale, says);
  return setReturnLetter(facts, says.subject(names), { amount: chosen.value }, () => ({
    headline: says.headline,
    lead: says.lead(names),
    facts: [chosen],
    notes: [says.next(names)],
  }));
}
