import { sql, tables } from "@kept/database";
import type { CreditTransaction } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { LegRow } from "./issuance.ts";

/**
 * Keeps what was seen on a leg's account, ours and foreign alike: staff and other apps give and take there too, and
 * every balance must be explained. Seen again, only what is left of a credit changes.
 */
export async function observe(
  ctx: ShopContext,
  leg: LegRow,
  seen: readonly CreditTransaction[] = [],
): Promise<void> {
  if (seen.length === 0) return;
  const { laneObservations } = tables;
  const rows = seen.map((each) => ({
    shopId: ctx.shop.id,
    laneId: leg.laneId,
    remoteGid: each.id ?? `expiration of ${each.of} at ${each.createdAt.toISOString()}`,
    kind: each.kind,
    event: each.event,
    amountMinor: each.amount.minor,
    balanceAfterMinor: each.balanceAfter.minor,
    remainingMinor: each.kind === "credit" ? each.remaining.minor : null,
    currency: each.amount.currency,
    originOrderGid: each.orderId,
    expiresAt: each.kind === "credit" ? each.expiresAt : null,
    happenedAt: each.createdAt,
  }));
  await ctx.inShop((tx) =>
    tx
      .insert(laneObservations)
      .values(rows)
      .onConflictDoUpdate({
        target: [laneObservations.shopId, laneObservations.laneId, laneObservations.remoteGid],
        set: { remainingMinor: sql`excluded.remaining_minor`, seenAt: sql`clock_timestamp()` },
        setWhere: sql`${laneObservations.remainingMinor} is distinct from excluded.remaining_minor`,
      }),
  );
}
