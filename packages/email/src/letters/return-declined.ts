import type { Letter } from "../letter.ts";
import { languageOf } from "../words/languages.ts";
import { namesIn, type ReturnFacts, setReturnLetter } from "./return-letter.ts";

/** Tells a customer that the shop said no, why, and how to object. `reason` is in the customer's language already. */
export async function returnDeclined(
  facts: ReturnFacts & { readonly reason: string | null },
): Promise<Letter> {
  const names = namesIn(facts);
  const says = languageOf(facts.locale).words.returnDeclined;
  return setReturnLetter(facts, says.subject(names), { reason: facts.reason ?? "" }, () => ({
    headline: says.headline,
    lead: says.lead(names),
    facts: facts.reason ? [{ label: says.reason, value: facts.reason }] : [],
    notes: [says.next(names)],
  }));
}
