import type { Actor, Difference, ResolvingAction } from "@kept/domain";
import { written } from "../../../../../ui/amount.tsx";
import type { Tone } from "../../../../../ui/badge.tsx";

/** What a difference is, in one line and one sentence. */
export interface Said {
  readonly title: string;
  readonly text: string;
  readonly tone: Tone;
}

export function sayDifference({ kind, ours, theirs, resolved }: Difference): Said {
  const open: Tone = resolved ? "quiet" : "person";
  const risk: Tone = resolved ? "quiet" : "risk";
  const size = written({ ...theirs, minor: theirs.minor < 0n ? -theirs.minor : theirs.minor });
  switch (kind) {
    case "opening":
      return {
        title: `${size} from before Kept`,
        text: "The account held this when Kept first gave credit to it. Booked as its opening balance.",
        tone: "quiet",
      };
    case "spent":
      return { title: `${size} spent`, text: "The customer paid for an order with it.", tone: "quiet" };
    case "spent_returned":
      return {
        title: `${size} came back`,
        text: "A payment with store credit fell through; it is the customer's again.",
        tone: "quiet",
      };
    case "expired":
      return { title: `${size} expired`, text: "Nobody spent it in time.", tone: "quiet" };
    case "by_others":
      return {
        title: `${size} ${theirs.minor < 0n ? "taken" : "given"} by somebody else`,
        text: "Staff or another app did this in Shopify, which does not say who. It is booked; say what it was.",
        tone: open,
      };
    case "double":
      return {
        title: `${size} arrived twice`,
        text: "A second transaction carries the mark of a credit that had arrived already. Nothing more is sent to this account until somebody has looked.",
        tone: risk,
      };
    case "called_off":
      return {
        title: `${size} arrived although it was called off`,
        text: "Somebody had decided that this credit is not paid. It came after all.",
        tone: risk,
      };
    case "missing":
      return {
        title: `${written(ours)} is not in Shopify`,
        text: "Kept has a record of this credit arriving, and Shopify does not show it any more. It is looked for again every night.",
        tone: risk,
      };
    case "amount_differs":
      return {
        title: `${size} instead of ${written(ours)}`,
        text: "Shopify shows another amount for this credit than was sent.",
        tone: risk,
      };
    case "unexplained":
      return {
        title: `A balance of ${size} that no movement explains`,
        text: `Everything Shopify shows on this account comes to ${written(ours)}. It is read again every night.`,
        tone: risk,
      };
  }
}

/** What can be done about it: the choice, and what it means for the books. */
export function sayAction(
  action: ResolvingAction,
  kind: Difference["kind"],
): { label: string; hint: string } {
  switch (action) {
    case "staff":
      return { label: "It was our staff", hint: "Stays booked as given or taken by others." };
    case "other_app":
      return { label: "It was another app", hint: "Stays booked as given or taken by others." };
    case "refund":
      return { label: "Ours: a refund", hint: "Booked as refund of goods, given by hand." };
    case "incentive":
      return { label: "Ours: an incentive", hint: "Booked as bonus cost, given by hand." };
    case "take_back":
      return {
        label: "Take it back now",
        hint: "Kept takes what is unspent of it out of the account, once, and tells the return's history. What is spent stays your cost.",
      };
    case "taken_back":
      return {
        label: "Taken back in Shopify",
        hint: "Somebody took the amount out of the account; that movement is booked by itself.",
      };
    case "corrected":
      return kind === "unexplained"
        ? { label: "Known", hint: "Nothing is booked; it is not shown as open any more." }
        : { label: "Follow Shopify", hint: "An entry brings the ledger to what Shopify shows." };
    default:
      return { label: action, hint: "" };
  }
}

const done: Record<ResolvingAction, string> = {
  posted: "Booked by itself",
  staff: "Our staff",
  other_app: "Another app",
  refund: "Ours: a refund",
  incentive: "Ours: an incentive",
  corrected: "Brought to Shopify's figure",
  take_back: "Taken back by Kept",
  taken_back: "Taken back in Shopify",
  gone: "Over by itself",
};

/** Who settled it, and how. */
export function sayResolved({ action, by }: NonNullable<Difference["resolved"]>): string {
  return action === "posted" || action === "gone" ? done[action] : `${done[action]}, said ${nameOf(by)}`;
}

export function nameOf(actor: Actor): string {
  return actor.kind === "system" ? "Kept" : actor.name;
}
