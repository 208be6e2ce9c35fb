import type { CreditTransaction } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { keepMovements } from "../ledger/observations.ts";
import type { LegRow } from "./issuance.ts";

/**
 * Keeps what was seen on a leg's account, ours and foreign alike: staff and other apps give and take there too, and
 * every balance must be explained. What it means for the ledger is the reconciliation's to say.
 */
export async function observe(
  ctx: ShopContext,
  leg: Pick<LegRow, "laneId">,
  seen: readonly CreditTransaction[] = [],
): Promise<void> {
  if (seen.length > 0) await ctx.inShop((tx) => keepMovements(tx, ctx, leg.laneId, seen));
}
