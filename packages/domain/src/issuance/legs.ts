import { and, asc, eq, inOneBreath, ne, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { AttemptRow, LegRow } from "./issuance.ts";
import type { LegRecord, Others } from "./method.ts";

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

/** A leg as it stands, whether its time has come, and the database's clock. */
export interface LegNow extends LegRecord {
  readonly due: boolean;
  readonly now: Date;
}

/** A leg as it stands: its attempts, what on its account belongs to others, and whether its time has come. */
export function readLeg(ctx: ShopContext, legId: string): Promise<LegNow | null> {
  return ctx.inShop((tx) => readLegIn(tx, ctx, legId));
}

/** The same inside a transaction. */
export async function readLegIn(tx: Transaction, ctx: ShopContext, legId: string): Promise<LegNow | null> {
  const [[row], attempts, tags, claims] = await inOneBreath([
    () => legAndClock(tx, ctx, legId),
    () => attemptsOf(tx, ctx, legId),
    () => tagsBeside(tx, ctx, legId),
    () => claimsBeside(tx, ctx, legId),
  ]);
  return row ? { ...row, attempts, others: othersFrom(tags, claims) } : null;
}

/** The leg alone, with the clock. */
function legAndClock(tx: Transaction, ctx: ShopContext, legId: string) {
  return tx
    .select({
      leg: issuanceLegs,
      due: sql<boolean>`${issuanceLegs.nextAt} <= clock_timestamp()`,
      now: databaseClock,
    })
    .from(issuanceLegs)
    .where(and(eq(issuanceLegs.shopId, ctx.shop.id), eq(issuanceLegs.id, legId)));
}

/** The database's time. Workers never compare their own clock with a stored instant. */
export const databaseClock = sql<Date>`clock_timestamp()`.mapWith(issuanceLegs.nextAt);

/** Tags that other legs of the same account carry. */
function tagsBeside(tx: Transaction, ctx: ShopContext, legId: string) {
  return tx
    .select({ tag: legAttempts.tag })
    .from(legAttempts)
    .where(
      and(
        eq(legAttempts.shopId, ctx.shop.id),
        eq(legAttempts.laneId, laneOfLeg(ctx, legId)),
        ne(legAttempts.legId, legId),
      ),
    );
}

/** Other legs of the same account, and the transactions they answer to. */
function claimsBeside(tx: Transaction, ctx: ShopContext, legId: string) {
  return tx
    .select({ id: issuanceLegs.id, kind: issuanceLegs.kind, gid: issuanceLegs.remoteTransactionGid })
    .from(issuanceLegs)
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        eq(issuanceLegs.laneId, laneOfLeg(ctx, legId)),
        ne(issuanceLegs.id, legId),
      ),
    );
}

function laneOfLeg(ctx: ShopContext, legId: string) {
  return sql`(select lane_id from issuance_legs where shop_id = ${ctx.shop.id} and id = ${legId})`;
}

function othersFrom(
  tags: Awaited<ReturnType<typeof tagsBeside>>,
  claims: Awaited<ReturnType<typeof claimsBeside>>,
): Others {
  return {
    tags: new Set(tags.map(({ tag }) => tag)),
    transactions: new Set(claims.flatMap(({ gid }) => gid ?? [])),
    open: new Set(claims.flatMap(({ id, kind, gid }) => (kind === "bonus" && !gid ? [id] : []))),
  };
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
    .orderBy(
      sql`array_position(array['base', 'bonus', 'reversal', 'repayment'], ${issuanceLegs.kind})`,
      issuanceLegs.ordinal,
    );
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

/** Adds what came of an attempt, or that its request went out again. */
export async function closeAttempt(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
  n: number,
  change: Partial<
    Pick<
      AttemptRow,
      "outcome" | "requestId" | "negativeReads" | "lastReadAt" | "repeatedAt" | "tokenExpiresAt"
    >
  >,
): Promise<void> {
  await tx
    .update(legAttempts)
    .set(change)
    .where(and(eq(legAttempts.shopId, ctx.shop.id), eq(legAttempts.legId, legId), eq(legAttempts.n, n)));
}
