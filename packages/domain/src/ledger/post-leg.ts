import { and, eq, inOneBreath, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { LegRow } from "../issuance/issuance.ts";
import type { Landed } from "../issuance/method.ts";
import { sidesOf } from "./ledger.ts";
import { lockAccount } from "./lock-account.ts";
import type { MovementRow } from "./movement.ts";
import { nameMovement } from "./observations.ts";
import { post } from "./post.ts";
import { undoPosting } from "./post-movement.ts";

/**
 * Posts a confirmed leg: what was given or taken back, and to whom it is owed now. A reconciliation may have met the same Shopify
 * record before it was known to be ours: then that posting is undone first.
 */
export async function postLeg(tx: Transaction, ctx: ShopContext, leg: LegRow, landed: Landed): Promise<void> {
  const [, [where], [movement]] = await inOneBreath([
    () => lockAccount(tx, leg.laneId),
    () => whereItGoes(tx, ctx, leg),
    () => movementCalled(tx, ctx, leg, landed.transactionGid ?? ""),
  ]);
  if (!where) throw new Error("A leg without its issuance");
  const { destination, ownerGid } = where;
  const ofBonus = leg.kind === "reversal" ? await bonusTaken(tx, ctx, leg) : 0n;
  if (movement) await claimFor(tx, ctx, leg, movement);
  await post(tx, ctx, {
    sides: sidesOf(leg, { destination, ofBonus }),
    currency: leg.currency,
    remoteGid: landed.transactionGid ?? landed.refundGid ?? leg.id,
    cause: leg.kind,
    customerGid: ownerGid.startsWith("gid://shopify/Customer/") ? ownerGid : null,
    returnId: leg.returnId,
    legId: leg.id,
  });
}

/** The movement is this leg's; what it was booked as before is undone. Call it with the account locked. */
export async function claimMovement(
  tx: Transaction,
  ctx: ShopContext,
  leg: Pick<LegRow, "id" | "laneId" | "kind">,
  remoteGid: string,
): Promise<void> {
  const [movement] = await movementCalled(tx, ctx, leg, remoteGid);
  if (movement) await claimFor(tx, ctx, leg, movement);
}

function movementCalled(tx: Transaction, ctx: ShopContext, leg: Pick<LegRow, "laneId">, remoteGid: string) {
  const { laneObservations: seen } = tables;
  return tx
    .select()
    .from(seen)
    .where(and(eq(seen.shopId, ctx.shop.id), eq(seen.laneId, leg.laneId), eq(seen.remoteGid, remoteGid)));
}

async function claimFor(
  tx: Transaction,
  ctx: ShopContext,
  leg: Pick<LegRow, "id" | "kind">,
  movement: MovementRow,
): Promise<void> {
  if (movement.legId === leg.id) return;
  if (movement.postedAs) await undoPosting(tx, ctx, movement);
  await nameMovement(tx, ctx, movement.id, { legId: leg.id, postedAs: leg.kind });
}

function whereItGoes(tx: Transaction, ctx: ShopContext, leg: LegRow) {
  const { creditLanes, issuances } = tables;
  return tx
    .select({ destination: issuances.destination, ownerGid: creditLanes.ownerGid })
    .from(issuances)
    .innerJoin(creditLanes, and(eq(creditLanes.shopId, issuances.shopId), eq(creditLanes.id, leg.laneId)))
    .where(and(eq(issuances.shopId, ctx.shop.id), eq(issuances.id, leg.issuanceId)));
}

/** How much of a reversal is bonus, as it was decided. */
async function bonusTaken(tx: Transaction, ctx: ShopContext, leg: LegRow): Promise<bigint> {
  const { reversals } = tables;
  const [reversal] = await tx
    .select({ minor: reversals.takenBonusMinor })
    .from(reversals)
    .where(
      and(
        eq(reversals.shopId, ctx.shop.id),
        eq(reversals.issuanceId, leg.issuanceId),
        eq(reversals.ordinal, leg.ordinal),
      ),
    );
  if (!reversal) throw new Error("A leg takes back what nobody decided to take back");
  return reversal.minor;
}
