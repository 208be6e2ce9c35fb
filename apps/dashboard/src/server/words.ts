import { formatMoney, type Money } from "@kept/money";
import { locale } from "../ui/amount.tsx";
import { statusWords } from "../ui/return-status.tsx";

/** A refusal as verbs answer it: a code, and the facts a sentence about it needs. */
interface Refusal {
  readonly code: string;
}
type Facts = Readonly<Record<string, unknown>>;

/** What a refusal means, in one or two sentences: what did not happen, and what to do. Every code has words here. */
export function sayTo(refusal: Refusal): string {
  return (
    words[refusal.code]?.({ ...refusal }) ?? `This was refused, and nothing was changed (${refusal.code}).`
  );
}

const words: Record<string, (facts: Facts) => string> = {
  NotFound: () => "This return is not there any more. Nothing was changed.",
  NotAllowed: () => "Your role does not include this. Ask an owner or manager of the shop.",
  WrongState: ({ status }) =>
    `Somebody was faster: this return is already ${stateOf(status)}. Nothing was done twice.`,
  ShopifyUnreachable: () =>
    "Shopify does not answer at the moment. Nothing was changed; try again in a minute.",
  Disconnected: () =>
    "Kept is not installed in this shop any more, or its access ran out. Nothing is lost: connect the shop again in Settings › Shopify, and what was under way goes on by itself.",
  Differs: ({ ours, shopify }) =>
    `Shopify would refund ${amount(shopify)} for these items, the customer was promised ${amount(ours)}. Nothing was approved; look at the order in Shopify first.`,
  NothingToIssue: () =>
    "There is nothing to issue: this return is worth nothing after what was already refunded.",
  NoCustomer: () =>
    "The order has no customer, so there is no account to credit. Override the resolution to the original payment instead.",
  ScopesMissing: ({ scopes }) =>
    `Shopify has not granted ${list(scopes)} yet. Nothing is lost: this waits, and goes out by itself once the permission is granted.`,
  ShopPaused: () => "Issuing is paused for this shop. Nothing was issued and nothing is lost.",
  ChangedMeanwhile: () =>
    "Somebody saved these settings while you were editing. Reload to see theirs; what you typed is still here to copy.",
  NoSuchVersion: () => "That version does not exist any more.",
  NotCancellable: () => "A decision has been made about this return, so it can no longer be cancelled.",
  NoSuchTransaction: () =>
    "Shopify has no such movement of exactly this amount for this customer. Check the id; nothing was changed.",
  ReasonMissing: () => "Say why, in a few words; it stays in the history.",
  NothingToQuote: () => "Nothing of this return would be left to pay. Decline it instead.",
  InvalidDecision: () =>
    "One of the items has changed. Reload the page and decide again; nothing was changed.",
  ReturnRefused: ({ reason }) =>
    `Shopify does not take this return (${reason}). Nothing was issued; look at the order in Shopify.`,
  NeedsDecision: () =>
    "Somebody acted on this in Shopify. Nothing is issued until one of you has looked and decided; see the notice on this page.",
  NothingPending: () =>
    "No shop waits in this browser any more. Open Kept from your Shopify admin again; nothing was changed.",
  BelongsToAnother: () =>
    "This shop belongs to another organization on Kept. Its owner can let you in; nothing was changed.",
  NoAddress: () => "That address cannot be used. Type a whole address, like you@company.com.",
  NotMirrored: () => "The return is still being written into Shopify. Try again in a moment.",
  StoreCreditOff: () => "Store credit is switched off in Shopify, so the customer could not spend it.",
  Empty: () => "Write something first.",
  AlreadyResolved: () => "Somebody settled this meanwhile; what they said stands.",
  NoSuchAction: () => "This cannot be settled that way. Reload the page; nothing was changed.",
  NotInReview: () => "This was settled meanwhile. Nothing was sent twice.",
  SecondPersonNeeded: () => "This is above your limit. Your yes is kept; now a colleague has to say yes too.",
  MayStillArrive: () =>
    "What was sent may still arrive. Look again in an hour; until then nothing more is sent.",
  NothingIssued: () => "No store credit of this return is settled, so there is nothing to take back.",
  ReversalUnderWay: () => "Credit of this return is being taken back or paid back already. One at a time.",
  InvalidUnits: () =>
    "Some of these units' credit was taken back meanwhile. Reload the page and choose again.",
  CreditNotFound: () =>
    "Shopify does not show this credit in the customer's account, so nothing can be taken back from here.",
  NothingUnspent: () => "Nothing of this credit is unspent. Nothing was taken back.",
  FiguresChanged: ({ total }) =>
    `The account changed while you were looking: now it would be ${amount(total)}. Nothing was taken back; look again.`,
  NothingToRepay: () => "Everything that was taken back is paid back already. Nothing was sent twice.",
  PaymentsCannotTakeIt: ({ left }) =>
    `The order's payments can only take ${amount(left)} back. Nothing was refunded; look at the order in Shopify.`,
  NothingAccepted: () => "Accept at least one item, or decline the return.",
  Invalid: () => "Some of what was typed cannot be used. It is marked below.",
  NothingChosen: () => "Choose at least one return.",
  SelectionChanged: () =>
    "What some of these come to has changed since you chose them. Clear the selection and choose again; nothing was started.",
  TooMany: ({ most }) => `That is more than ${String(most)} at once. Choose fewer.`,
  BatchEnded: () => "This has ended already. Nothing was changed.",
  Fault: () =>
    "Something in Kept went wrong with this one; it is in the log. Look at the return before trying again: nothing is ever paid twice.",
  NameMissing: () => "Give it a name.",
  TooManyViews: () => "There are twenty views already. Forget one you do not need.",
  DraftGone: () => "This was started more than a day ago. Begin again with the order.",
  OrderNotFound: () => "Shopify has no such order.",
  AlreadySent: () => "This return was made already. It is made once.",
  AmountChanged: () =>
    "The amounts changed while you were looking. Look at them again; nothing was done yet.",
  NotOffered: () => "This resolution is not offered any more. Choose another one.",
  NumberMissing: () => "Type the carrier's number; it is on the label.",
  NothingFound: () => "Nothing was decided: say how many of these came, and where they go.",
  InvalidFinding: () => "More units were typed than were sent back. Nothing was changed.",
  LocationMissing: () => "Say where the restocked items are put. Nothing was changed.",
  AlreadyIssued: () => "This credit was issued already. Nothing was sent twice.",
  AlreadyIssuing: () => "This credit is on its way already. Nothing was sent twice.",
};

/** Why a return cannot be approved or issued just now, for beside a button that rests. */
export function whyNot(blocker: Refusal): string {
  return words[blocker.code]?.({ ...blocker }) ?? `Waiting: ${blocker.code}.`;
}

function stateOf(status: unknown): string {
  if (status === "approved") return "approved"; // its badge says what is to be done next
  return typeof status === "string" ? statusWords(status).toLowerCase() : "decided";
}

function amount(fact: unknown): string {
  return isMoney(fact) ? formatMoney(fact, locale) : "another amount";
}

function isMoney(fact: unknown): fact is Money {
  return typeof fact === "object" && fact !== null && "minor" in fact && "currency" in fact;
}

function list(fact: unknown): string {
  return Array.isArray(fact) ? new Intl.ListFormat(locale).format(fact.map(String)) : "a permission";
}
