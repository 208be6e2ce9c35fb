import type { StoreCreditPolicy } from "../policy/policy.ts";
import type { Expiry, Quote } from "./quote-types.ts";

const day = 86_400_000;

/** The last day of each leg, counted from the quote. The base never expires unless the policy says so. */
export function expiry(credit: StoreCreditPolicy, at: Date, hasBonus: boolean): Expiry {
  const { baseExpiresAfterDays } = credit;
  const bonusExpiresAfterDays = hasBonus ? credit.bonusExpiresAfterDays : null;
  return {
    base: lastDay(baseExpiresAfterDays, at),
    bonus: lastDay(bonusExpiresAfterDays, at),
    baseAfterDays: baseExpiresAfterDays,
    bonusAfterDays: bonusExpiresAfterDays,
  };
}

export const neverExpires: Expiry = { base: null, bonus: null, baseAfterDays: null, bonusAfterDays: null };

/**
 * On which day each leg expires if it is issued at `issuedAt`, as the end of that day in UTC; Shopify is told a second of
 * its afternoon (ADR 8). Days are counted from the issuing, so that waiting for a parcel costs the customer nothing, and
 * the promised day is always kept.
 */
export function expiresAt(
  quote: Pick<Quote, "expiry">,
  issuedAt: Date,
): { base: Date | null; bonus: Date | null } {
  const { base, bonus, baseAfterDays, bonusAfterDays } = quote.expiry;
  return { base: later(base, baseAfterDays, issuedAt), bonus: later(bonus, bonusAfterDays, issuedAt) };
}

function later(promised: string | null, afterDays: number | null, issuedAt: Date): Date | null {
  const counted = lastDay(afterDays, issuedAt);
  if (promised === null || counted === null) return null;
  return new Date(`${counted > promised ? counted : promised}T23:59:59Z`);
}

function lastDay(afterDays: number | null, from: Date): string | null {
  return afterDays === null ? null : new Date(from.getTime() + afterDays * day).toISOString().slice(0, 10);
}
