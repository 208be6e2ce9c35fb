import type { Letter } from "../letter.ts";
import { setLetter } from "../sheet/set-letter.ts";
import { languageOf } from "../words/languages.ts";
import { type Chosen, chosenRow, namesIn, type ReturnFacts, returnContent } from "./return-letter.ts";

/** Tells a customer that the request has arrived, what was chosen, and that nothing more needs doing. */
export async function returnReceived(facts: ReturnFacts & { readonly chosen: Chosen }): Promise<Letter> {
  const names = namesIn(facts);
  const content = returnContent(facts, ({ words: { returnReceived: says }, locale }) => ({
    headline: says.headline,
    lead: says.lead(names),
    facts: [chosenRow(facts.chosen, locale, says)],
    notes: [says.next(names)],
  }));
  return setLetter(languageOf(facts.locale).words.returnReceived.subject(names), content);
}
