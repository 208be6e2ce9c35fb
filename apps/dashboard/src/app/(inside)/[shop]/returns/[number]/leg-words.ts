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
  reversal: "Reversal",
};

/** Why a leg stands where it stands, in a sentence. Reasons that Shopify gave keep Shopify's own code beside. */
export function reasonInWords(reason: string): string {
  const refusal = /^refused:(.+)$/.exec(reason)?.[1];
  if (refusal) return `Shopify refused it (${refusal}). No money moved.`;
  return reasons[reason] ?? `Shopify's answer left it open (${reason}).`;
}

const reasons: Record<string, string> = {
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
