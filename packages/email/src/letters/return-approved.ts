import type { Letter } from "../letter.ts";
import { languageOf } from "../words/languages.ts";
import { type Chosen, chosenRow, namesIn, type ReturnFacts, setReturnLetter } from "./return-letter.ts";

/** Tells a customer that the shop said yes, to all of it or `partly`, what it comes to, and what happens next. */
export async function returnApproved(
  facts: ReturnFacts & { readonly chosen: Chosen; readonly partly?: boolean },
): Promise<Letter> {
  const names = namesIn(facts);
  const { words, locale } = languageOf(facts.locale);
  const says = words.returnApproved;
  const credit = facts.chosen.resolution === "store_credit";
  const chosen = chosenRow(facts.chosen, locale, says);
  return setReturnLetter(facts, says.subject(names), { amount: chosen.value }, () => ({
    headline: says.headline,
    lead: says.lead(names),
    facts: [chosen],
    notes: [...(facts.partly ? [says.partly] : []), credit ? says.nextCredit : says.nextPayment],
  }));
}
