import { createHash } from "node:crypto";
import { type CreditTransaction, knowsNotes } from "@kept/shopify";

/**
 * A tag is what we write into a request and find again in Shopify's record, so that "did it happen?" has an exact
 * answer. It is computed from leg and attempt, never random (reliability, facts 2 and 3; ADR 0003).
 */
export interface TagCarrier {
  readonly kind: "note" | "expiry" | "none";
  tag(legId: string, attempt: number, salt: number): string;
  /** What the request carries. */
  fields(tag: string): { readonly note?: string; readonly expiresAt?: Date };
  carries(transaction: CreditTransaction, tag: string): boolean;
}

/** The carrier for a bonus: the note where the API has one (2027-01), else the seconds of its expiry, else none. */
export function bonusTagCarrier(apiVersion: string, expiresOn: string | null): TagCarrier {
  if (knowsNotes(apiVersion)) return noteCarrier(expiresOn);
  return expiresOn ? expiryCarrier(expiresOn) : untagged;
}

/**
 * Does this movement carry a tag of the leg? Searched are the tags its attempts are known to have used and those of
 * the attempts an earlier life may have made and a restore forgotten: `attemptsAhead` more, with every salt. A tag
 * known to be another leg's is not ours, however alike the seconds, and neither is one that an open leg of the same
 * account (`openOthers`) would have used in an earlier attempt than we. Both carriers are looked for, because an attempt
 * may have been sent before the API version changed.
 */
export function tagSearch(
  leg: { readonly id: string; readonly expiresOn: string | null },
  attempts: readonly { readonly n: number; readonly tag: string }[],
  tagsOfOthers: ReadonlySet<string>,
  openOthers: ReadonlySet<string> = new Set(),
): (transaction: CreditTransaction) => boolean {
  const known = new Set(attempts.map(({ tag }) => tag));
  const last = Math.max(0, ...attempts.map(({ n }) => n));
  const { expiresOn } = leg;
  const day = expiresOn ? noon(expiresOn).getTime() : 0;
  const ours = expiresOn ? secondsOf(leg.id, last + attemptsAhead) : [];
  // A restore forgets whose attempt it was: the leg for which it would be the earlier one is the likelier by far.
  const likelier = (second: number, rank: number) =>
    [...openOthers].some((id) => secondsOf(id, attemptsAhead).slice(0, rank).includes(second));
  return (transaction) => {
    if (transaction.kind !== "credit") return false;
    if (transaction.note?.startsWith("kept:")) return transaction.note.startsWith(`kept:${leg.id}:`);
    if (!transaction.expiresAt) return false;
    const second = (transaction.expiresAt.getTime() - day) / 1000;
    const rank = ours.indexOf(second);
    if (rank < 0 && known.size === 0) return false;
    const tag = transaction.expiresAt.toISOString();
    return known.has(tag) || (rank >= 0 && !tagsOfOthers.has(tag) && !likelier(second, rank));
  };
}

export const saltsTried = 4;
const attemptsAhead = 16;

/** "kept:<leg>:<attempt>" in the merchant's note of the transaction. */
function noteCarrier(expiresOn: string | null): TagCarrier {
  return {
    kind: "note",
    tag: (legId, attempt) => noteTag(legId, attempt),
    fields: (tag) => ({ note: tag, ...(expiresOn && { expiresAt: noon(expiresOn) }) }),
    carries: (transaction, tag) => transaction.note === tag,
  };
}

export function noteTag(legId: string, attempt: number): string {
  return `kept:${legId}:${attempt}`;
}

/** A second of the afternoon of the expiry day that belongs to this attempt: 43,200 of them, noon UTC and later. */
function expiryCarrier(expiresOn: string): TagCarrier {
  return {
    kind: "expiry",
    tag(legId, attempt, salt) {
      return new Date(noon(expiresOn).getTime() + secondOf(legId, attempt, salt) * 1000).toISOString();
    },
    fields: (tag) => ({ expiresAt: new Date(tag) }),
    carries: (transaction, tag) =>
      transaction.kind === "credit" && transaction.expiresAt?.getTime() === new Date(tag).getTime(),
  };
}

function secondOf(legId: string, attempt: number, salt: number): number {
  return createHash("sha256").update(`${legId}|${attempt}|${salt}`).digest().readUInt32BE(0) % 43_200;
}

/** The seconds of a leg's first `attempts` attempts, with every salt. Remembered: every look at the leg asks for them. */
function secondsOf(legId: string, attempts: number): number[] {
  const seconds = remembered.get(legId) ?? [];
  for (let i = seconds.length; i < attempts * saltsTried; i += 1)
    seconds.push(secondOf(legId, Math.floor(i / saltsTried) + 1, i % saltsTried));
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(legId, seconds);
  return seconds.slice(0, attempts * saltsTried);
}

const remembered = new Map<string, number[]>();
const mostRemembered = 2_000;

/** No carrier: a bonus that never expires before the API has notes. Only a direct answer confirms; all else asks a person. */
const untagged: TagCarrier = {
  kind: "none",
  tag: (legId, attempt) => `untagged:${legId}:${attempt}`,
  fields: () => ({}),
  carries: () => false,
};

/** Noon UTC: the same day wherever the customer reads it. */
export function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
