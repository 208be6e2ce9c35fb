import { createHash } from "node:crypto";
import type { CreditTransaction } from "@kept/shopify";

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
  if (apiVersion >= "2027-01") return noteCarrier(expiresOn);
  return expiresOn ? expiryCarrier(expiresOn) : untagged;
}

/** Every tag a leg may have used so far or may use next: what a look before sending must search for. */
export function possibleTags(carrier: TagCarrier, legId: string): string[] {
  if (carrier.kind === "none") return [];
  const salts = carrier.kind === "expiry" ? saltsTried : 1;
  return Array.from({ length: attemptsSearched }, (_, i) => i + 1).flatMap((attempt) =>
    Array.from({ length: salts }, (_, salt) => carrier.tag(legId, attempt, salt)),
  );
}

export const saltsTried = 4;
const attemptsSearched = 5;

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
      const hash = createHash("sha256").update(`${legId}|${attempt}|${salt}`).digest();
      const second = hash.readUInt32BE(0) % 43_200;
      return new Date(noon(expiresOn).getTime() + second * 1000).toISOString();
    },
    fields: (tag) => ({ expiresAt: new Date(tag) }),
    carries: (transaction, tag) =>
      transaction.kind === "credit" && transaction.expiresAt?.getTime() === new Date(tag).getTime(),
  };
}

/** No carrier: a bonus that never expires before the API has notes. Only a direct answer confirms; all else asks a person. */
const untagged: TagCarrier = {
  kind: "none",
  tag: (legId, attempt) => `untagged:${legId}:${attempt}`,
  fields: () => ({}),
  carries: () => false,
};

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
