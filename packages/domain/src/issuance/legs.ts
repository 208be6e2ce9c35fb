import { and, asc, eq, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { AttemptRow, LegRow } from "./issuance.ts";

const { issuanceLegs, legAttempts } = tables;

/** A leg, locked for a change of state. */
export async function lockLeg(tx: Transaction, ctx: ShopContext, legId: string): Promise<LegRow | undefined> {
  const [leg] = await tx
    .select()
    .from(issuanceLegs)
    .where(and(eq(issuanceLegs.shopId, ctx.shop.id), eq(issuanceLegs.id, legId)))
    .for("update");
  return leg;
}

/** A leg with its attempts, oldest first. */
export function readLeg(
  ctx: ShopContext,
  legId: string,
): Promise<{ leg: LegRow; attempts: AttemptRow[] } | null> {
  return ctx.inShop(async (tx) => {
    const [leg] = await tx
      .select()
      .from(issuanceLegs)
      .where(and(eq(issuanceLegs.shopId, ctx.shop.id), eq(issuanceLegs.id, legId)));
    return leg ? { leg, attempts: await attemptsOf(tx, ctx, legId) } : null;
  });
}

export function attemptsOf(tx: Transaction, ctx: ShopContext, legId: string): Promise<AttemptRow[]> {
  return tx
    .select()
    .from(legAttempts)
    .where(and(eq(legAttempts.shopId, ctx.shop.id), eq(legAttempts.legId, legId)))
    .orderBy(asc(legAttempts.n));
}

/** All legs of a return, base first. */
export function legsOfReturn(tx: Transaction, ctx: ShopContext, returnId: string): Promise<LegRow[]> {
  return tx
    .select()
    .from(issuanceLegs)
    .where(and(eq(issuanceLegs.shopId, ctx.shop.id), eq(issuanceLegs.returnId, returnId)))
    .orderBy(asc(issuanceLegs.kind));
}

/** Changes a leg's own row. The database refuses what the machine does not allow. */
export async function changeLeg(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
  change: Partial<typeof issuanceLegs.$inferInsert> | Record<string, unknown>,
): Promise<void> {
  await tx
    .update(issuanceLegs)
    .set(change)
    .where(and(eq(issuanceLegs.shopId, ctx.shop.id), eq(issuanceLegs.id, legId)));
}

/** Adds what came of an attempt. */
export async function closeAttempt(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
  n: number,
  change: { outcome?: string; requestId?: string | null; negativeReads?: number; lastReadAt?: Date },
): Promise<void> {
  await tx
    .update(legAttempts)
    .set(change)
    .where(and(eq(legAttempts.shopId, ctx.shop.id), eq(legAttempts.legId, legId), eq(legAttempts.n, n)));
}
