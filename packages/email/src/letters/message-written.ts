import type { Letter } from "../letter.ts";
import { excerpt } from "../words/excerpt.ts";
import { withoutTurns } from "../words/isolate.ts";
import { languageOf } from "../words/languages.ts";
import { namesIn, type ReturnFacts, setReturnLetter } from "./return-letter.ts";

/** Some ten lines in a mailbox; whoever writes more is read on at the return's page. */
const longestQuote = 600;
/** What mail programs show of it beside the subject. */
const longestPreview = 120;

/** Brings a customer what the shop wrote to them about their return, in its very words, and the way to answer. */
export async function messageWritten(facts: ReturnFacts & { readonly message: string }): Promise<Letter> {
  const names = namesIn(facts);
  const { words, locale } = languageOf(facts.locale);
  const says = words.messageWritten;
  const message = withoutTurns(facts.message).replace(/\r\n?/g, "\n").trim();
  const quote = excerpt(message, longestQuote, locale);
  return setReturnLetter(facts, says.subject(names), {}, () => ({
    preview: excerpt(message.replace(/\s+/g, " "), longestPreview, locale),
    headline: says.headline,
    lead: says.lead(names),
    quote,
    notes: [says.next(names)],
    button: { text: quote === message ? says.answer : says.readOn, href: facts.statusUrl },
  }));
}
