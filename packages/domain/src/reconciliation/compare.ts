import type { CreditAccountNow } from "@kept/shopify";
import type { MovementRow } from "../ledger/movement.ts";
import type { AccountLeg, AccountRecord } from "./account.ts";
import type { Found } from "./reconciliation.ts";

/**
 * What does not agree once everything is booked: a confirmed leg Shopify does not show, a movement of another amount
 * than its leg, a balance that no movement explains. Pure; `settledBefore`: legs confirmed later may not show yet.
 */
export function disagreements(
  account: AccountRecord,
  seen: { now: CreditAccountNow; holds: boolean; movements: readonly MovementRow[] },
  legs: readonly AccountLeg[],
  settledBefore: Date,
): Found[] {
  const { movements, now } = seen;
  const oursSeen = new Map(movements.flatMap((each) => (each.legId ? [[each.legId, each] as const] : [])));
  const confirmed = legs
    .filter(({ leg }) => leg.state === "confirmed" && leg.kind !== "repayment")
    .map(({ leg }) => leg);
  const missing = seen.holds
    ? confirmed.filter((leg) => !oursSeen.has(leg.id) && leg.confirmedAt && leg.confirmedAt < settledBefore)
    : [];
  const about = (leg: AccountLeg["leg"]) => ({
    legId: leg.id,
    returnId: leg.returnId,
    orderGid: leg.orderGid,
    oursMinor: leg.kind === "reversal" ? -leg.amountMinor : leg.amountMinor,
  });
  return [
    ...missing.map((leg) => ({
      ...about(leg),
      key: `missing ${leg.id}`,
      kind: "missing" as const,
      theirsMinor: 0n,
      remoteGid: leg.remoteTransactionGid ?? leg.remoteRefundGid,
      happenedAt: leg.confirmedAt ?? leg.createdAt,
    })),
    ...confirmed.flatMap((leg) => {
      const movement = oursSeen.get(leg.id);
      if (!movement || movement.amountMinor === about(leg).oursMinor) return [];
      const { amountMinor: theirsMinor, remoteGid, note, happenedAt } = movement;
      return [
        {
          ...about(leg),
          key: `amount of ${leg.id}`,
          kind: "amount_differs" as const,
          theirsMinor,
          remoteGid,
          note,
          happenedAt,
        },
      ];
    }),
    ...unexplained(account, now, movements),
  ];
}

/** The balance against everything that led to it. */
function unexplained(
  account: AccountRecord,
  now: CreditAccountNow,
  movements: readonly MovementRow[],
): Found[] {
  const explainedMinor = sumOf(movements);
  const newest = movements.at(-1);
  if (explainedMinor === now.balance.minor) return [];
  return [
    {
      key: `balance of ${account.laneId} at ${newest?.remoteGid ?? "the beginning"}: ${now.balance.minor}`,
      kind: "unexplained",
      oursMinor: explainedMinor,
      theirsMinor: now.balance.minor,
      remoteGid: now.accountId,
      happenedAt: newest?.happenedAt ?? new Date(0),
    },
  ];
}

/** What the movements lead to, from the balance before the oldest of them. */
export function sumOf(movements: readonly MovementRow[]): bigint {
  const [oldest] = movements;
  const opening = oldest ? oldest.balanceAfterMinor - oldest.amountMinor : 0n;
  return movements.reduce((sum, { amountMinor }) => sum + amountMinor, opening);
}
