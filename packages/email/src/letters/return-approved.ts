import type { Letter } from "../letter.ts";
import { languageOf } from "../words/languages.ts";
import type { Words } from "../words/words.ts";
import { type Chosen, chosenRow, namesIn, type ReturnFacts, setReturnLetter } from "./return-letter.ts";

export interface ReturnApproved extends ReturnFacts {
  readonly chosen: Chosen;
  readonly partly?: boolean;
  /** What has to become of the goods first, or that they are kept; null where nobody says. */
  readonly goods?: keyof Words["returnApproved"]["goods"] | null;
}

/** Tells a customer that the shop said yes, to all of it or `partly`, what it comes to, and what to do for it. */
export async function returnApproved(facts: ReturnApproved): Promise<Letter> {
  const names = namesIn(facts);
  const { words, locale } = languageOf(facts.locale);
  const says = words.returnApproved;
  const credit = facts.chosen.resolution === "store_credit";
  const chosen = chosenRow(facts.chosen, locale, says);
  return setReturnLetter(facts, says.subject(names), { amount: chosen.value }, () => ({
    headline: says.headline,
    lead: says.lead(names),
    facts: [chosen],
    notes: [
      ...(facts.partly ? [says.partly] : []),
      ...(facts.goods ? [says.goods[facts.goods]] : []),
      credit ? says.nextCredit : says.nextPayment,
    ],
  }));
}
