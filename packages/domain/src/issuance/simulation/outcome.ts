import { isSettled, type LegRow } from "../issuance.ts";
import type { SimulatedShopify } from "./shopify.ts";

export interface Outcome {
  readonly issuances: number;
  /** Legs for which Shopify moved money more than once. */
  readonly double: number;
  /**
   * Legs we call confirmed by a movement that is not theirs. A base whose return staff processed by hand with exactly
   * its money, while our own answer was lost, is given: the return's own refund is its movement.
   */
  readonly falseConfirm: number;
  readonly stuck: number;
  /** Issuances that ask a person. */
  readonly human: number;
  readonly reasons: readonly string[];
}

/** What came of it all, told by Shopify's own record and not by ours. */
export function outcomeOf(legs: readonly LegRow[], shopify: SimulatedShopify): Outcome {
  const asking = legs.filter(({ state }) => state === "human");
  const confirmed = legs.filter(({ state }) => state === "confirmed");
  return {
    issuances: new Set(legs.map(({ issuanceId }) => issuanceId)).size,
    double: legs.filter((leg) => shopify.executedFor(leg).length > 1).length,
    falseConfirm: confirmed.filter((leg) => !isTheirs(leg, shopify)).length,
    stuck: legs.filter((leg) => !isAtRest(leg, legs)).length,
    human: new Set(asking.map(({ issuanceId }) => issuanceId)).size,
    reasons: asking.map(({ kind, reason }) => `${kind}: ${reason}`),
  };
}

/** Settled, or a bonus whose base waits for a person. */
export function isAtRest(leg: LegRow, legs: readonly LegRow[]): boolean {
  return (
    isSettled(leg) ||
    legs.some(
      (base) =>
        base.kind === "base" && base.issuanceId === leg.issuanceId && base.state === "human" && base !== leg,
    )
  );
}

function isTheirs(leg: LegRow, shopify: SimulatedShopify): boolean {
  if (leg.method === "return_process")
    return shopify.orders.refundsOf(leg).includes(leg.remoteRefundGid ?? "");
  const answersTo = leg.method === "refund_create" ? leg.remoteRefundGid : leg.remoteTransactionGid;
  return shopify.executedFor(leg).includes(answersTo ?? "");
}
