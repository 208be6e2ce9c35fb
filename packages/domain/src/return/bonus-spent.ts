import type { CreditTransaction } from "@kept/shopify";
import { creditUses } from "../ledger/credit-uses.ts";
import { inOrder } from "../ledger/in-order.ts";
import { asMovement } from "../ledger/movement.ts";

/**
 * How much of an order was paid with bonus credit, by the rule the books follow (`creditUses`). Pure. `newestFirst` is
 * the whole life of the account, as Shopify shows it; `bonus` are the ids of the credits that were bonuses of ours.
 * Answers minor units, never below zero.
 */
export function bonusSpentOn(
  orderId: string,
  newestFirst: readonly CreditTransaction[],
  bonus: ReadonlySet<string>,
): bigint {
  const movements = inOrder(
    newestFirst.toReversed().map((seen) => ({ ...asMovement(seen), seenAt: seen.createdAt })),
  );
  const debits = movements.filter(
    ({ kind, originOrderGid }) => kind === "debit" && originOrderGid === orderId,
  );
  const payments = new Set(debits.map(({ remoteGid }) => remoteGid));
  const ofOrder = new Set(
    movements
      .filter(({ remoteGid, relatedGid }) => payments.has(remoteGid) || payments.has(relatedGid ?? ""))
      .map(({ remoteGid }) => remoteGid),
  );
  const spent = creditUses(movements)
    .filter(({ creditGid, movementGid }) => bonus.has(creditGid) && ofOrder.has(movementGid))
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return spent > 0n ? spent : 0n;
}
