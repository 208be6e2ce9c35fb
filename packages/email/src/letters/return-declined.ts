import type { Letter } from "../letter.ts";
import { withoutTurns } from "../words/isolate.ts";
import { languageOf } from "../words/languages.ts";
import { namesIn, type ReturnFacts, setReturnLetter } from "./return-letter.ts";

/** Tells a customer that the shop said no, why, and how to object. `reason` is in the customer's language already. */
export async function returnDeclined(
  facts: ReturnFacts & { readonly reason: string | null },
): Promise<Letter> {
  const names = namesIn(facts);
  const reason = withoutTurns(facts.reason ?? "");
  const says = languageOf(facts.locale).words.returnDeclined;
  return setReturnLetter(facts, says.subject(names), { reason }, () => ({
    headline: says.headline,
    lead: says.lead(names),
    facts: reason ? [{ label: says.reason, value: reason }] : [],
    notes: [says.next(names)],
  }));
}
