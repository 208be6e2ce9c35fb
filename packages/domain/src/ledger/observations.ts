import { and, eq, sql, type Transaction, tables } from "@kept/database";
import type { CreditTransaction } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { inOrder } from "./in-order.ts";
import { asMovement, type MovementRow } from "./movement.ts";

const { laneObservations } = tables;

/** Keeps what was seen on an account, newest first as Shopify tells it. Seen again, only what is left of a credit changes. */
export async function keepMovements(
  tx: Transaction,
  ctx: ShopContext,
  laneId: string,
  seen: readonly CreditTransaction[],
): Promise<void> {
  if (seen.length === 0) return;
  const about = { shopId: ctx.shop.id, laneId };
  const rows = seen.toReversed().map((each) => ({ ...about, ...asMovement(each) }));
  await tx
    .insert(laneObservations)
    .values(rows)
    .onConflictDoUpdate({
      target: [laneObservations.shopId, laneObservations.laneId, laneObservations.remoteGid],
      set: { remainingMinor: sql`excluded.remaining_minor`, seenAt: sql`clock_timestamp()` },
      setWhere: sql`${laneObservations.remainingMinor} is distinct from excluded.remaining_minor`,
    });
}

/** Everything ever seen on an account, oldest first. */
export async function movementsOf(tx: Transaction, ctx: ShopContext, laneId: string): Promise<MovementRow[]> {
  const rows = await tx
    .select()
    .from(laneObservations)
    .where(and(eq(laneObservations.shopId, ctx.shop.id), eq(laneObservations.laneId, laneId)))
    .orderBy(laneObservations.id); // as Shopify listed them, which decides within a second
  return inOrder(rows);
}

/** Writes down what a movement is: whose leg it answers to, and as what it stands in the ledger. */
export async function nameMovement(
  tx: Transaction,
  ctx: ShopContext,
  movementId: string,
  is: { readonly legId?: string; readonly postedAs: string },
): Promise<void> {
  await tx
    .update(laneObservations)
    .set(is)
    .where(and(eq(laneObservations.shopId, ctx.shop.id), eq(laneObservations.id, movementId)));
}
