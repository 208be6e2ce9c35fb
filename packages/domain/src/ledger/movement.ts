import type { tables } from "@kept/database";
import type { CreditTransaction } from "@kept/shopify";
import type { LegKind } from "../issuance/issuance.ts";
import type { Way } from "./ledger.ts";

/** A movement on a customer's account as Shopify recorded it, ours or not. */
export type MovementRow = typeof tables.laneObservations.$inferSelect;

/** As what a movement that is not ours stands in the ledger: the posting's cause. */
export type MovementCause =
  | "spent"
  | "spent_returned"
  | "by_others"
  | "by_others_returned"
  | "expired_base"
  | "expired_bonus"
  | "expired_other";

/** What a movement is called that Shopify gave no id: expirations are named by what they end, and when. */
function movementName(seen: CreditTransaction): string {
  return seen.id ?? `expiration of ${seen.of} at ${seen.createdAt.toISOString()}`;
}

/** A movement as Shopify tells it, in the words of the books. */
export function asMovement(seen: CreditTransaction) {
  return {
    remoteGid: movementName(seen),
    kind: seen.kind,
    event: seen.event,
    amountMinor: seen.amount.minor,
    balanceAfterMinor: seen.balanceAfter.minor,
    remainingMinor: seen.kind === "credit" ? seen.remaining.minor : null,
    currency: seen.amount.currency,
    originOrderGid: seen.orderId,
    originTransactionGid: seen.orderTransactionId,
    relatedGid: "of" in seen ? seen.of : null,
    note: seen.note,
    expiresAt: seen.kind === "credit" ? seen.expiresAt : null,
    happenedAt: seen.createdAt,
  };
}

/** Is this a customer paying for an order? Tax that is settled after the order is part of its payment. */
export function isSpending(movement: Pick<MovementRow, "kind" | "event">): boolean {
  return (
    movement.kind === "debit" && (movement.event === "ORDER_PAYMENT" || movement.event === "TAX_FINALIZATION")
  );
}

/**
 * As what a movement that no leg answers for is booked. `related` is the debit a revert undoes, or the leg's kind
 * behind the credit that expired.
 */
export function causeOf(
  movement: Pick<MovementRow, "kind" | "event">,
  related: { readonly cause: string | null; readonly leg: LegKind | null },
): MovementCause {
  switch (movement.kind) {
    case "credit":
      return "by_others";
    case "debit":
      return isSpending(movement) ? "spent" : "by_others";
    case "debit_revert":
      return related.cause === "spent" ? "spent_returned" : "by_others_returned";
    case "expiration":
      return related.leg === "base" || related.leg === "bonus" ? `expired_${related.leg}` : "expired_other";
  }
}

/** Between which accounts it moves money; the amount is taken as a size. */
export function wayOf(movement: Pick<MovementRow, "kind">, cause: MovementCause): Way {
  switch (cause) {
    case "spent":
      return { from: "customer_credit", to: "redemptions" };
    case "spent_returned":
      return { from: "redemptions", to: "customer_credit" };
    case "expired_base":
    case "expired_bonus":
    case "expired_other":
      return { from: "customer_credit", to: "breakage" };
    case "by_others":
    case "by_others_returned":
      return movement.kind === "debit"
        ? { from: "customer_credit", to: "foreign" }
        : { from: "foreign", to: "customer_credit" };
  }
}
