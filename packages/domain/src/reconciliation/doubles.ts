import { and, eq, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { MovementRow } from "../ledger/movement.ts";

/** Doubles on an account that Kept has taken out again, or is taking out. */
export interface DoublesTakenBack {
  /** By the double's own credit: the leg whose mark it carries. */
  readonly doubled: ReadonlyMap<string, string>;
  /** The legs that take doubles out. */
  readonly takenBy: ReadonlySet<string>;
}

export async function doublesTakenBack(
  tx: Transaction,
  ctx: ShopContext,
  laneId: string,
): Promise<DoublesTakenBack> {
  const { differences, issuanceLegs, reversals } = tables;
  const taken = await tx
    .select({ gid: differences.remoteGid, legId: differences.legId })
    .from(differences)
    .where(
      and(
        eq(differences.shopId, ctx.shop.id),
        eq(differences.laneId, laneId),
        eq(differences.action, "take_back"),
      ),
    );
  if (taken.length === 0) return { doubled: new Map(), takenBy: new Set() };
  const legs = await tx
    .select({ id: issuanceLegs.id })
    .from(issuanceLegs)
    .innerJoin(
      reversals,
      and(
        eq(reversals.shopId, issuanceLegs.shopId),
        eq(reversals.issuanceId, issuanceLegs.issuanceId),
        eq(reversals.ordinal, issuanceLegs.ordinal),
      ),
    )
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        eq(issuanceLegs.laneId, laneId),
        eq(issuanceLegs.kind, "reversal"),
        sql`${reversals.lines} = '[]'`,
      ),
    );
  return {
    doubled: new Map(taken.flatMap(({ gid, legId }) => (gid && legId ? [[gid, legId]] : []))),
    takenBy: new Set(legs.map(({ id }) => id)),
  };
}

/**
 * Whose credit a use is of. Shopify takes a double out of whichever of the two alike it likes better; what the customer
 * still has is the one that was meant, whichever is left, and what took the double out used nothing of it. Pure.
 */
export function legOfUse(
  credit: Pick<MovementRow, "remoteGid" | "legId"> | undefined,
  by: Pick<MovementRow, "legId"> | undefined,
  { doubled, takenBy }: DoublesTakenBack,
): string | null {
  if (!credit || (by?.legId && takenBy.has(by.legId))) return null;
  return credit.legId ?? doubled.get(credit.remoteGid) ?? null;
}
