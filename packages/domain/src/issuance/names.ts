import { v5 } from "uuid";

/**
 * Names of obligations are computed, never drawn: the same return, leg and attempt have the same name in every
 * process and after every restore, so that what was already paid is recognized (reliability, fact 3).
 */
const kept = "6f2d1a52-6f0b-5d7e-9a55-0e6e6b1c4a11";

export function issuanceName(shopId: string, returnId: string, settlement: number): string {
  return v5(`${shopId}|${returnId}|${settlement}`, kept);
}

export function legName(issuanceId: string, kind: string): string {
  return v5(`${issuanceId}|${kind}`, kept);
}

/** The idempotency key of one attempt, for methods that know keys. */
export function attemptKey(legId: string, n: number): string {
  return v5(`${legId}|${n}`, kept);
}
