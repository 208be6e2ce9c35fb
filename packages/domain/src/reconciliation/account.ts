import { and, asc, eq, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { AttemptRow, LegRow } from "../issuance/issuance.ts";
import type { MovementRow } from "../ledger/movement.ts";

/** A leg on an account with everything its movements can be known by. */
export interface AccountLeg {
  readonly leg: LegRow;
  readonly attempts: readonly AttemptRow[];
}

export interface AccountRecord {
  readonly laneId: string;
  readonly customerGid: string;
  readonly currency: string;
  /** Null while the account was never read. */
  readonly known: typeof tables.creditAccounts.$inferSelect | null;
}

/** A customer's account; null for a lane of money that goes back as it came, which has no balance. */
export async function accountRecord(
  tx: Transaction,
  ctx: ShopContext,
  laneId: string,
): Promise<AccountRecord | null> {
  const { creditAccounts, creditLanes } = tables;
  const [row] = await tx
    .select({ lane: creditLanes, known: creditAccounts })
    .from(creditLanes)
    .leftJoin(
      creditAccounts,
      and(eq(creditAccounts.shopId, creditLanes.shopId), eq(creditAccounts.laneId, creditLanes.id)),
    )
    .where(and(eq(creditLanes.shopId, ctx.shop.id), eq(creditLanes.id, laneId)));
  if (!row?.lane.ownerGid.startsWith("gid://shopify/Customer/")) return null;
  const { ownerGid: customerGid, currency } = row.lane;
  return { laneId, customerGid, currency, known: row.known };
}

/** The legs on an account, oldest first, each with its attempts. */
export async function legsOn(tx: Transaction, ctx: ShopContext, laneId: string): Promise<AccountLeg[]> {
  const { issuanceLegs, legAttempts } = tables;
  const legs = await tx
    .select()
    .from(issuanceLegs)
    .where(and(eq(issuanceLegs.shopId, ctx.shop.id), eq(issuanceLegs.laneId, laneId)))
    .orderBy(asc(issuanceLegs.createdAt));
  const attempts = await tx
    .select()
    .from(legAttempts)
    .where(and(eq(legAttempts.shopId, ctx.shop.id), eq(legAttempts.laneId, laneId)))
    .orderBy(asc(legAttempts.n));
  return legs.map((leg) => ({ leg, attempts: attempts.filter(({ legId }) => legId === leg.id) }));
}

/** Legs whose money may have moved without our knowing yet. */
export function isOpen({ leg }: AccountLeg): boolean {
  return leg.state !== "confirmed" && leg.state !== "rejected";
}

/** Where a movement stands in time against a leg, less five minutes for clocks. */
export function isSince(movement: Pick<MovementRow, "happenedAt">, leg: Pick<LegRow, "createdAt">): boolean {
  return movement.happenedAt.getTime() >= leg.createdAt.getTime() - 300_000;
}
