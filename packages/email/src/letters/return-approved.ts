import type { Letter } from "../letter.ts";
import { setLetter } from "../sheet/set-letter.ts";
import { languageOf } from "../words/languages.ts";
import { type Chosen, chosenRow, namesIn, type ReturnFacts, returnContent } from "./return-letter.ts";

/** Tells a customer that the shop said yes, what it comes to, and what happens next. */
export async function returnApproved(facts: ReturnFacts & { readonly chosen: Chosen }): Promise<Letter> {
  const names = namesIn(facts);
  const credit = facts.chosen.resolution === "store_credit";
  const content = returnContent(facts, ({ words: { returnApproved: says }, locale }) => ({
    headline: says.headline,
    lead: says.lead(names),
    facts: [chosenRow(facts.chosen, locale, says)],
    notes: [credit ? says.nextCredit : says.nextPayment],
  }));
  return setLetter(languageOf(facts.locale).words.returnApproved.subject(names), content);
}
