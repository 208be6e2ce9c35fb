import type { CreditTransaction } from "@kept/shopify";
import type { LegRow } from "../issuance/issuance.ts";
import { tagSearch } from "../issuance/tag.ts";
import type { MovementRow } from "../ledger/movement.ts";
import { type AccountLeg, isOpen, isSince } from "./account.ts";

/** Which refund an order's transaction belongs to, and what it says about itself. */
export type RefundOf = ReadonlyMap<string, { readonly refundGid: string; readonly note: string | null }>;

export type Whose =
  /** The leg's own money. */
  | { readonly whose: "ours"; readonly leg: LegRow }
  /** It may be an open leg's: whoever resolves that leg will say. */
  | { readonly whose: "perhaps_ours" }
  /** It carries a leg's tag, but the leg answers for another movement already, or was called off. */
  | { readonly whose: "one_too_many"; readonly leg: LegRow }
  | { readonly whose: "others" };

/**
 * Whose a movement is, from what Shopify shows of it: the id a leg stands for, the refund it came with, the tag it
 * carries. An amount that only looks like ours is ours to nobody. Pure.
 */
export function whoseIs(movement: MovementRow, legs: readonly AccountLeg[], refunds: RefundOf): Whose {
  if (movement.kind !== "credit" && movement.kind !== "debit") return { whose: "others" };
  const named = legs.find(({ leg }) => leg.remoteTransactionGid === movement.remoteGid);
  if (named) return { whose: "ours", leg: named.leg };
  const refund = refunds.get(movement.originTransactionGid ?? "");
  const paidBy =
    refund && legs.find(({ leg }) => leg.kind === "base" && leg.remoteRefundGid === refund.refundGid);
  if (paidBy && !paidBy.leg.remoteTransactionGid) return { whose: "ours", leg: paidBy.leg };
  const tagged = legs.find((each) => carriesTag(movement, each, legs, refund?.note ?? null));
  if (tagged && isOpen(tagged)) return { whose: "perhaps_ours" };
  if (tagged) return { whose: "one_too_many", leg: tagged.leg };
  return legs.some((each) => isOpen(each) && couldBe(movement, each.leg))
    ? { whose: "perhaps_ours" }
    : { whose: "others" };
}

function carriesTag(
  movement: MovementRow,
  { leg, attempts }: AccountLeg,
  legs: readonly AccountLeg[],
  refundNote: string | null,
): boolean {
  if (leg.kind === "base") return refundNote?.startsWith(`kept:${leg.id}:`) ?? false;
  if (movement.event !== "ADJUSTMENT" || leg.kind === "repayment") return false;
  if (leg.kind === "reversal") return movement.note?.startsWith(`kept:${leg.id}:`) ?? false;
  const others = legs.filter((each) => each.leg.id !== leg.id).flatMap((each) => each.attempts);
  return tagSearch(leg, attempts, new Set(others.map(({ tag }) => tag)))(asTransaction(movement));
}

/** Without a tag to know it by: a movement of an open leg's amount, of its kind, made since it was decided. */
function couldBe(movement: MovementRow, leg: LegRow): boolean {
  if (!isSince(movement, leg)) return false;
  switch (leg.kind) {
    case "base":
      return (
        movement.event === "ORDER_REFUND" &&
        movement.originOrderGid === leg.orderGid &&
        movement.amountMinor === leg.amountMinor
      );
    case "bonus":
      return !leg.expiresOn && movement.event === "ADJUSTMENT" && movement.amountMinor === leg.amountMinor;
    case "reversal":
      return movement.event === "ADJUSTMENT" && movement.amountMinor === -leg.amountMinor;
    case "repayment":
      return false;
  }
}

/** The part of Shopify's record that a tag is looked for in. */
function asTransaction(movement: MovementRow): CreditTransaction {
  const money = (minor: bigint) => ({ minor, currency: movement.currency });
  return {
    kind: "credit",
    id: movement.remoteGid,
    createdAt: movement.happenedAt,
    amount: money(movement.amountMinor),
    balanceAfter: money(movement.balanceAfterMinor),
    remaining: money(movement.remainingMinor ?? 0n),
    event: movement.event,
    orderId: movement.originOrderGid,
    orderTransactionId: movement.originTransactionGid,
    note: movement.note,
    expiresAt: movement.expiresAt,
  };
}
