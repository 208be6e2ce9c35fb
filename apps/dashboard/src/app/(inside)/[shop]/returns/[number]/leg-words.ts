import type { LegView } from "@kept/domain";
import type { Tone } from "../../../../../ui/badge.tsx";

/** What a leg's state means for the money. */
export const legStates: Record<LegView["state"], { words: string; tone: Tone }> = {
  ready: { words: "Waiting its turn", tone: "quiet" },
  sending: { words: "Sending", tone: "moving" },
  unknown: { words: "Being looked up", tone: "moving" },
  confirmed: { words: "Confirmed", tone: "good" },
  rejected: { words: "Not paid", tone: "quiet" },
  human: { words: "Needs you", tone: "risk" },
};

export const legNames: Record<LegView["kind"], string> = {
  base: "Refund",
  bonus: "Bonus",
  reversal: "Taken back",
  repayment: "Paid back",
};

/** Why a leg stands where it stands, in a sentence. Reasons that Shopify gave and Kept has no words for keep Shopify's own code. */
export function reasonInWords(reason: string): string {
  const refusal = /^refused:(.+)$/.exec(reason)?.[1];
  if (refusal) return `${refusals[refusal] ?? `Shopify refused it (${refusal}).`} No money moved.`;
  return reasons[reason] ?? `Shopify's answer left it open (${reason}).`;
}

const refusals: Record<string, string> = {
  CREDIT_LIMIT_EXCEEDED:
    "Shopify refused it: the customer's account would hold more store credit than Shopify allows.",
};

const reasons: Record<string, string> = {
  in_progress: "Shopify is still working on it; the same request is asked about again.",
  previous_attempt_failed: "Shopify says that it failed before. It is looked for, then sent anew.",
  key_mismatch: "Shopify knows this request as another one. That is a fault in Kept; nothing more is sent.",
  unknown_refusal: "Shopify refused it in words Kept does not know, so it is being looked up.",
  already_refunded: "These items were refunded by somebody else already. Nothing was paid on top.",
  return_changed: "The return was changed in Shopify meanwhile.",
  return_gone: "The return is not in Shopify any more.",
  order_gone: "The order is not in Shopify any more.",
  moved_by_someone_else: "Somebody else worked on this return in Shopify at the same time.",
  two_refunds: "Shopify shows two refunds for this. The account is frozen until you decide.",
  two_transactions: "Shopify shows two movements for this. The account is frozen until you decide.",
  amount_differs: "What arrived in Shopify is not this amount. The account is frozen until you decide.",
  balances_do_not_follow: "The balances Shopify shows do not follow from one another.",
  account_frozen: "The account is frozen because of another movement.",
  customer_gone: "The customer is not in Shopify any more.",
  untagged_probable:
    "The account shows a movement like this one, but Shopify does not say whose it is. Look at it and say.",
  spent_meanwhile: "The customer has spent some of it meanwhile. Nothing was taken.",
  restored_untagged: "It was open when the database was restored, and it cannot be told whether it happened.",
  not_sent: "It was not sent; it is tried again.",
  limit_per_return: "It is above your limit for one return.",
  limit_per_customer_day: "It is above your limit for one customer and day.",
  limit_per_shop_day: "It is above your limit for one day.",
  limit_unreadable: "Your limits cannot be read, so nothing is sent.",
  not_installed: "Kept is not installed in this shop any more.",
  timeout: "Shopify did not answer in time, so it is not known whether the money moved.",
  connection_lost: "The connection broke while sending, so it is not known whether the money moved.",
  server_error: "Shopify had an error while working on it, so it is not known whether the money moved.",
  sender_gone:
    "The process that sent it stopped before the answer came, so it is not known whether the money moved.",
  answered_not_seen: "Shopify said yes, but the movement does not show in the account yet.",
  absent_twice: "It was sent twice without a clear answer and cannot be found in Shopify.",
  deadline: "It could not be found out within a day whether the money moved.",
  proved_absent: "It was proved that nothing arrived; it is being sent once more.",
  untagged_unclear: "A movement like this one cannot be told from others of the same amount.",
  no_tag_free: "Too many credits of this amount are open for this customer at once.",
  second_transaction:
    "Shopify shows a second transaction for this credit. The account is frozen until you decide.",
  permission_missing: "It waits for a permission in Shopify and goes out by itself once that is granted.",
  throttled: "Shopify asked to wait a moment.",
  unauthorized: "Shopify no longer accepts the app's access; connect the shop again.",
  forbidden: "Shopify says a permission is missing.",
  payment_required: "Shopify has paused this shop.",
  locked: "Shopify has locked this shop.",
  not_found: "Shopify does not find this shop.",
};
