import { formatMoney, type Money } from "@kept/money";
import type { Letter } from "../letter.ts";
import { withoutTurns } from "../words/isolate.ts";
import { languageOf } from "../words/languages.ts";
import { namesIn, type ReturnFacts, setReturnLetter } from "./return-letter.ts";

export interface CreditReversed extends ReturnFacts {
  /** What was taken off the account. */
  readonly taken: Money;
  /** Of the whole account, afterwards; null when it is not known. */
  readonly balance: Money | null;
  readonly accountLastDigits: string | null;
  /** In the words of whoever did it; null when they gave none to the customer. */
  readonly reason: string | null;
}

/** Tells a customer that credit was taken off their account again, how much is left, and how to object. */
export async function creditReversed(facts: CreditReversed): Promise<Letter> {
  const names = namesIn(facts);
  const reason = withoutTurns(facts.reason ?? "");
  const { words, locale } = languageOf(facts.locale);
  const says = words.creditReversed;
  const amount = formatMoney(facts.taken, locale);
  const balance = facts.balance && formatMoney(facts.balance, locale);
  const variables = { amount, ...(balance && { balance }), reason };
  return setReturnLetter(facts, says.subject({ amount, shop: names.shop }), variables, () => ({
    headline: says.headline,
    lead: says.lead(names),
    facts: [
      { label: says.taken, value: amount },
      ...(balance
        ? [{ label: words.storeCreditIssued.balance({ digits: facts.accountLastDigits }), value: balance }]
        : []),
      ...(reason ? [{ label: words.returnDeclined.reason, value: reason }] : []),
    ],
    notes: [words.returnDeclined.next(names)],
  }));
}
