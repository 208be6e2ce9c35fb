import { v5 } from "uuid";

/**
 * Names of obligations are computed, never drawn: the same return, leg and attempt have the same name in every
 * process and after every restore, so that what was already paid is recognized (reliability, fact 3).
 */
const kept = "6f2d1a52-6f0b-5d7e-9a55-0e6e6b1c4a11";

export function issuanceName(shopId: string, returnId: string, settlement: number): string {
  return v5(`${shopId}|${returnId}|${settlement}`, kept);
}

/** Base and bonus there is one of each; of reversals and repayments there may be more. */
export function legName(issuanceId: string, kind: string, ordinal = 1): string {
  return v5(ordinal === 1 ? `${issuanceId}|${kind}` : `${issuanceId}|${kind}|${ordinal}`, kept);
}

/** The idempotency key of one attempt, for methods that know keys. */
export function attemptKey(legId: string, n: number): string {
  return v5(`${legId}|${n}`, kept);
}
