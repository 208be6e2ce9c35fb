import type { LetterFact, LetterKind, Wording } from "@kept/domain";
import { letterNames } from "../../../../../ui/letter-name.ts";

/** What each letter is called here, and when it goes out. */
export const letterWords: Readonly<Record<LetterKind, { readonly name: string; readonly when: string }>> = {
  store_credit_issued: {
    name: letterNames.store_credit_issued,
    when: "When the whole credit is in the customer's account: what it is, and how to use it.",
  },
  return_received: { name: letterNames.return_received, when: "When a customer sends a return request." },
  return_approved: {
    name: letterNames.return_approved,
    when: "When you approve a request, whole or in part.",
  },
  return_declined: {
    name: letterNames.return_declined,
    when: "When you decline a request, with your reason.",
  },
  credit_reversed: { name: letterNames.credit_reversed, when: "When you take back credit that was issued." },
  bonus_expires_soon: {
    name: letterNames.bonus_expires_soon,
    when: "30 and 7 days before an unspent bonus ends. Never for one that is spent.",
  },
  message_written: {
    name: letterNames.message_written,
    when: "When you write to the customer on a return's page: your message, and the way to answer.",
  },
};

/** What each part that a shop may word itself is called. */
export const letterPartWords: Readonly<Record<keyof Wording, string>> = {
  subject: "Subject",
  headline: "Headline",
  message: "Message",
  closing: "Closing",
};

/** What stands for each fact in the menu beside the editor. */
export const factWords: Readonly<Record<LetterFact, string>> = {
  customer: "Customer's first name",
  shop: "Your shop's name",
  order: "Order number",
  return: "Return number",
  amount: "Amount",
  refund: "Refund part",
  bonus: "Bonus",
  balance: "Account's balance",
  bonus_until: "Last day of the bonus",
  reason: "Reason",
};

const names = new Intl.DisplayNames("en", { type: "language" });

/** "de" → "German". */
export function languageName(language: string): string {
  return names.of(language) ?? language;
}
