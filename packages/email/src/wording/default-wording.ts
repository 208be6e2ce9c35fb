import { languageOf } from "../words/languages.ts";
import type { Words } from "../words/words.ts";
import type { LetterKind, Wording } from "./wording.ts";

/** What Kept itself says in a letter, with the facts by name: what stands in the editor's empty fields. */
export function defaultWording(
  kind: LetterKind,
  language: string,
): Required<Pick<Wording, "subject" | "headline" | "message">> {
  return says[kind](languageOf(language).words);
}

const names = { shop: "{{shop}}", order: "{{order}}", number: "{{return}}" };
const amounts = { total: "{{amount}}", amount: "{{amount}}", left: "{{bonus}}", date: "{{bonus_until}}" };

const says: Readonly<
  Record<LetterKind, (words: Words) => { subject: string; headline: string; message: string }>
> = {
  store_credit_issued: ({ storeCreditIssued }) => told(storeCreditIssued),
  return_received: ({ returnReceived }) => told(returnReceived),
  return_approved: ({ returnApproved }) => told(returnApproved),
  return_declined: ({ returnDeclined }) => told(returnDeclined),
  credit_reversed: ({ creditReversed }) => told(creditReversed),
  bonus_expires_soon: ({ bonusExpiresSoon }) => told(bonusExpiresSoon),
  message_written: ({ messageWritten }) => told(messageWritten),
};

type Facts = typeof names & typeof amounts;

function told(said: { subject(facts: Facts): string; headline: string; lead(facts: Facts): string }) {
  const facts = { ...names, ...amounts };
  return { subject: said.subject(facts), headline: said.headline, message: said.lead(facts) };
}
