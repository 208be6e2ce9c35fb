import { and, eq, type Transaction, tables } from "@kept/database";
import { v5 } from "uuid";
import type { ShopContext } from "../context.ts";
import type { LegRow } from "../issuance/issuance.ts";
import type { Landed } from "../issuance/method.ts";
import { sidesOf } from "./ledger.ts";

/**
 * Posts a confirmed leg: what was given or taken back, and to whom it is owed now. Entries that sum to zero; the
 * database refuses a second posting of the same Shopify record and anything that does not balance (I6).
 */
export async function postLeg(tx: Transaction, ctx: ShopContext, leg: LegRow, landed: Landed): Promise<void> {
  const destination = await destinationOf(tx, ctx, leg);
  const ofBonus = leg.kind === "reversal" ? await bonusTaken(tx, ctx, leg) : 0n;
  const common = {
    shopId: ctx.shop.id,
    postingId: v5("posting", leg.id),
    currency: leg.currency,
    returnId: leg.returnId,
    legId: leg.id,
    remoteGid: landed.transactionGid ?? landed.refundGid ?? leg.id,
    cause: leg.kind,
    actor: ctx.actor.kind === "system" ? ctx.actor.name : ctx.actor.kind,
  };
  await tx.insert(tables.ledgerEntries).values(
    sidesOf(leg, { destination, ofBonus }).map(({ account, minor }) => ({
      ...common,
      account,
      amountMinor: minor,
    })),
  );
}

async function destinationOf(tx: Transaction, ctx: ShopContext, leg: LegRow) {
  const { issuances } = tables;
  const [issuance] = await tx
    .select({ destination: issuances.destination })
    .from(issuances)
    .where(and(eq(issuances.shopId, ctx.shop.id), eq(issuances.id, leg.issuanceId)));
  if (!issuance) throw new Error("A leg without its issuance");
  return issuance.destination;
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
