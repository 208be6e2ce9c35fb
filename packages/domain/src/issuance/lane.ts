import { and, eq, type SQL, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";

const { creditLanes } = tables;

/** The right to decide to send on one account: the newest (epoch, fence), for as long as the lease runs. */
export interface Hold {
  readonly laneId: string;
  readonly epoch: number;
  readonly fence: bigint;
  /** Frozen when it was taken: looking and recording go on, nothing is sent. */
  readonly frozen: boolean;
}

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

/** Takes the lane if nobody holds it, with a fence greater than every fence before. Null while somebody does. */
export function claimLane(ctx: ShopContext, laneId: string, holder: string): Promise<Hold | null> {
  return ctx.inShop((tx) => takeLane(tx, ctx, sql`${laneId}`, holder));
}

/** Takes the lane of a leg that is open and due, so that whoever reads after it reads as the holder. Null: not now. */
export function takeLaneOf(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
  holder: string,
): Promise<Hold | null> {
  const lane = sql`(select lane_id from issuance_legs where shop_id = ${ctx.shop.id} and id = ${legId}
    and state in ('ready', 'sending', 'unknown') and next_at <= clock_timestamp())`;
  return takeLane(tx, ctx, lane, holder);
}

async function takeLane(
  tx: Transaction,
  ctx: ShopContext,
  laneId: SQL,
  holder: string,
): Promise<Hold | null> {
  const [lane] = await tx
    .update(creditLanes)
    .set({ fence: sql`${creditLanes.fence} + 1`, leaseUntil: leaseFrom(ctx), holder })
    .where(
      and(
        eq(creditLanes.shopId, ctx.shop.id),
        eq(creditLanes.id, laneId),
        sql`(${creditLanes.leaseUntil} is null or ${creditLanes.leaseUntil} < clock_timestamp())`,
      ),
    )
    .returning({
      id: creditLanes.id,
      epoch: creditLanes.epoch,
      fence: creditLanes.fence,
      frozenReason: creditLanes.frozenReason,
    });
  return lane
    ? { laneId: lane.id, epoch: lane.epoch, fence: lane.fence, frozen: lane.frozenReason !== null }
    : null;
}

/**
 * Locks the lane's row and says whether this hold is still the newest, with its lease running and the account not
 * frozen. If so the lease starts anew: whoever decides to send has the whole of it for the answer.
 */
export async function holdOn(tx: Transaction, ctx: ShopContext, hold: Hold): Promise<boolean> {
  const [lane] = await tx
    .update(creditLanes)
    .set({ leaseUntil: leaseFrom(ctx) })
    .where(and(isNewest(ctx, hold), sql`${creditLanes.frozenReason} is null`))
    .returning({ id: creditLanes.id });
  return lane !== undefined;
}

/** Locks the lane's row and says whether this hold is still the newest with its lease running, frozen or not. */
export async function stillHolds(tx: Transaction, ctx: ShopContext, hold: Hold): Promise<boolean> {
  const [lane] = await tx
    .select({ id: creditLanes.id })
    .from(creditLanes)
    .where(isNewest(ctx, hold))
    .for("update");
  return lane !== undefined;
}

/** Gives the lane back at once. A holder that dies gives it back by its lease. */
export function releaseLane(ctx: ShopContext, hold: Hold): Promise<void> {
  return ctx.inShop((tx) => giveBack(tx, ctx, hold));
}

/** The same in the transaction of whatever the hold was for. */
export async function giveBack(tx: Transaction, ctx: ShopContext, hold: Hold): Promise<void> {
  await tx
    .update(creditLanes)
    .set({ leaseUntil: null, holder: null })
    .where(
      and(
        eq(creditLanes.shopId, ctx.shop.id),
        eq(creditLanes.id, hold.laneId),
        eq(creditLanes.epoch, hold.epoch),
        eq(creditLanes.fence, hold.fence),
      ),
    );
}

/** Nothing more is sent on this account until a person has looked (two transactions for one leg, a broken chain). */
export function freezeLane(tx: Transaction, ctx: ShopContext, laneId: string, reason: string) {
  return setFrozen(tx, ctx, laneId, reason);
}

/** A person has looked. */
export function thawLane(tx: Transaction, ctx: ShopContext, laneId: string) {
  return setFrozen(tx, ctx, laneId, null);
}

async function setFrozen(tx: Transaction, ctx: ShopContext, laneId: string, frozenReason: string | null) {
  await tx
    .update(creditLanes)
    .set({ frozenReason })
    .where(and(eq(creditLanes.shopId, ctx.shop.id), eq(creditLanes.id, laneId)));
}

function isNewest(ctx: ShopContext, hold: Hold) {
  return and(
    eq(creditLanes.shopId, ctx.shop.id),
    eq(creditLanes.id, hold.laneId),
    eq(creditLanes.epoch, hold.epoch),
    eq(creditLanes.fence, hold.fence),
    sql`${creditLanes.leaseUntil} > clock_timestamp()`,
  );
}

function leaseFrom(ctx: ShopContext) {
  return sql`clock_timestamp() + make_interval(secs => ${ctx.tools.patience.leaseMs / 1000})`;
}
