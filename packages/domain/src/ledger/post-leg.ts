import { and, eq, type Transaction, tables } from "@kept/database";
import { v5 } from "uuid";
import type { ShopContext } from "../context.ts";
import type { LegRow } from "../issuance/issuance.ts";
import type { Landed } from "../issuance/method.ts";
import { type Account, accountsOf } from "./ledger.ts";

/**
 * Posts a confirmed leg: what was given, and to whom it is owed now. Two entries that sum to zero; the database
 * refuses a second posting of the same Shopify record and anything that does not balance (I6).
 */
export async function postLeg(tx: Transaction, ctx: ShopContext, leg: LegRow, landed: Landed): Promise<void> {
  const accounts = accountsOf(leg.kind, await destinationOf(tx, ctx, leg));
  const amount = leg.amountMinor;
  const entry = (account: Account, amountMinor: bigint) => ({
    shopId: ctx.shop.id,
    postingId: v5("posting", leg.id),
    account,
    amountMinor,
    currency: leg.currency,
    returnId: leg.returnId,
    legId: leg.id,
    remoteGid: landed.transactionGid ?? landed.refundGid ?? leg.id,
    cause: leg.kind,
    actor: ctx.actor.kind === "system" ? ctx.actor.name : ctx.actor.kind,
  });
  await tx.insert(tables.ledgerEntries).values([entry(accounts.to, amount), entry(accounts.from, -amount)]);
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
