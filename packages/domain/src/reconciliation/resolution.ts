import { and, eq, inArray, isNull, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { thawLane } from "../issuance/lane.ts";
import { actionsFor, type DifferenceRow, freezes, type ResolvingAction } from "./reconciliation.ts";

const { differences } = tables;

/** The difference, locked: two people at the same time get one answer. */
export async function lockDifference(
  tx: Transaction,
  ctx: ShopContext,
  id: string,
): Promise<DifferenceRow | undefined> {
  const [found] = await tx
    .select()
    .from(differences)
    .where(and(eq(differences.shopId, ctx.shop.id), eq(differences.id, id)))
    .for("update");
  return found;
}

/** Why it cannot be resolved this way; null when it can. */
export function obstacleTo(
  found: DifferenceRow | undefined,
  action: ResolvingAction,
): "NotFound" | "AlreadyResolved" | "NoSuchAction" | null {
  if (!found) return "NotFound";
  if (found.resolvedAt) return "AlreadyResolved";
  return actionsFor(found).includes(action) ? null : "NoSuchAction";
}

/** Said once, and kept. An account that stood still because of it goes on, once nothing else of the kind is open on it. */
export async function markResolved(
  tx: Transaction,
  ctx: ShopContext,
  found: DifferenceRow,
  action: ResolvingAction,
  reason: string,
): Promise<void> {
  await tx
    .update(differences)
    .set({ action, reason, resolvedBy: ctx.actor, resolvedAt: sql`clock_timestamp()` })
    .where(and(eq(differences.shopId, ctx.shop.id), eq(differences.id, found.id)));
  if (!found.laneId || !freezes.includes(found.kind)) return;
  const open = await tx.$count(
    differences,
    and(
      eq(differences.shopId, ctx.shop.id),
      eq(differences.laneId, found.laneId),
      isNull(differences.resolvedAt),
      inArray(differences.kind, [...freezes]),
    ),
  );
  if (open === 0) await thawLane(tx, ctx, found.laneId);
}
