import { and, eq, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";

const { creditLanes } = tables;

/** The right to decide to send on one account: the newest (epoch, fence), for as long as the lease runs. */
export interface Hold {
  readonly laneId: string;
  readonly epoch: number;
  readonly fence: bigint;
}

const leaseSeconds = 60;

/** The lane of an account, made on first use. `ownerGid` is the customer, or the order for money going back as it came. */
export async function laneOf(
  tx: Transaction,
  shopId: string,
  ownerGid: string,
  currency: string,
): Promise<string> {
  await tx.insert(creditLanes).values({ shopId, ownerGid, currency }).onConflictDoNothing();
  const [lane] = await tx
    .select({ id: creditLanes.id })
    .from(creditLanes)
    .where(
      and(
        eq(creditLanes.shopId, shopId),
        eq(creditLanes.ownerGid, ownerGid),
        eq(creditLanes.currency, currency),
      ),
    );
  if (!lane) throw new Error("A lane was made and is not there");
  return lane.id;
}

/** Takes the lane if nobody holds it, with a fence greater than every fence before. Null while somebody does, or frozen. */
export function claimLane(ctx: ShopContext, laneId: string, holder: string): Promise<Hold | null> {
  return ctx.inShop(async (tx) => {
    const [lane] = await tx
      .update(creditLanes)
      .set({
        fence: sql`${creditLanes.fence} + 1`,
        leaseUntil: sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})`,
        holder,
      })
      .where(
        and(
          eq(creditLanes.shopId, ctx.shop.id),
          eq(creditLanes.id, laneId),
          sql`${creditLanes.frozenReason} is null`,
          sql`(${creditLanes.leaseUntil} is null or ${creditLanes.leaseUntil} < clock_timestamp())`,
        ),
      )
      .returning({ epoch: creditLanes.epoch, fence: creditLanes.fence });
    return lane ? { laneId, ...lane } : null;
  });
}

/** Locks the lane's row and says whether this hold is still the newest with its lease running. */
export async function stillHolds(tx: Transaction, shopId: string, hold: Hold): Promise<boolean> {
  const [lane] = await tx
    .select({ id: creditLanes.id })
    .from(creditLanes)
    .where(
      and(
        eq(creditLanes.shopId, shopId),
        eq(creditLanes.id, hold.laneId),
        eq(creditLanes.epoch, hold.epoch),
        eq(creditLanes.fence, hold.fence),
        sql`${creditLanes.leaseUntil} > clock_timestamp()`,
      ),
    )
    .for("update");
  return lane !== undefined;
}

/** Gives the lane back at once. A holder that dies gives it back by its lease. */
export async function releaseLane(ctx: ShopContext, hold: Hold): Promise<void> {
  await ctx.inShop((tx) =>
    tx
      .update(creditLanes)
      .set({ leaseUntil: null, holder: null })
      .where(
        and(
          eq(creditLanes.shopId, ctx.shop.id),
          eq(creditLanes.id, hold.laneId),
          eq(creditLanes.epoch, hold.epoch),
          eq(creditLanes.fence, hold.fence),
        ),
      ),
  );
}

/** Nothing more is sent on this account until a person has looked (two transactions for one leg, a broken chain). */
export async function freezeLane(
  tx: Transaction,
  shopId: string,
  laneId: string,
  reason: string,
): Promise<void> {
  await tx
    .update(creditLanes)
    .set({ frozenReason: reason })
    .where(and(eq(creditLanes.shopId, shopId), eq(creditLanes.id, laneId)));
}
