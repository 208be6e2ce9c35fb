import { and, eq, inArray, ne, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { mayRepeat, mayStillLand, quietFrom } from "./decide.ts";
import type { AttemptRow, LegRow } from "./issuance.ts";
import { type Hold, holdOn } from "./lane.ts";
import { attemptsOf, changeLeg, closeAttempt, databaseClock, lockLeg } from "./legs.ts";
import { brokenLimit, type Limit } from "./limits.ts";
import type { Method } from "./method.ts";
import { attemptKey } from "./names.ts";
import { saltsTried } from "./tag.ts";

export type Began =
  | {
      readonly began: true;
      readonly leg: LegRow;
      readonly attempt: Pick<AttemptRow, "n" | "tag" | "idempotencyKey">;
    }
  /** Nothing was committed and nothing may be sent. `ask`: only a person can go on. `until`: not before then. */
  | { readonly began: false; readonly why: Obstacle; readonly ask: boolean; readonly until?: Date };

type Obstacle =
  | "lost_the_lane"
  | "not_ready"
  | "paused"
  | "all_paused"
  | "quarantine"
  | "base_first"
  | "not_taken_back"
  | "key_spent"
  | "in_flight"
  | "may_still_land"
  | "no_tag_free"
  | Limit;

/**
 * Commits the intent to send: the attempt with its exact tag, key and baseline, and the leg as `sending`. Everything
 * that must hold at that instant is checked in this one transaction; nothing was sent before it commits (I2), and a
 * commit whose answer is lost is not followed by a send.
 */
export function beginAttempt(
  ctx: ShopContext,
  hold: Hold,
  legId: string,
  method: Method,
  facts: { baseline: unknown; apiVersion: string; tokenExpiresAt: Date | null },
): Promise<Began> {
  return ctx.inShop(async (tx) => {
    if (!(await holdOn(tx, ctx, hold))) return not("lost_the_lane");
    const leg = await lockLeg(tx, ctx, legId);
    if (leg?.state !== "ready") return not("not_ready");
    const off = await switchedOff(tx, ctx);
    if (off) return off;
    if (leg.kind === "bonus" && !(await isConfirmed(tx, ctx, leg, "base", 1))) return not("base_first");
    if (leg.kind === "repayment" && !(await isConfirmed(tx, ctx, leg, "reversal", leg.ordinal)))
      return not("not_taken_back");
    if (await anotherInFlight(tx, ctx, leg)) return not("in_flight");
    const attempts = await attemptsOf(tx, ctx, legId);
    const quiet = await quietOf(tx, ctx, attempts);
    if (quiet) return { ...not("may_still_land"), until: quiet };
    const limit = await brokenLimit(tx, ctx, leg);
    if (limit) return { ...not(limit), ask: true };
    const n = attempts.length + 1;
    const tag = await freeTag(tx, ctx, leg, method, n);
    if (!tag) return { ...not("no_tag_free"), ask: true };
    const attempt = { n, tag, idempotencyKey: attemptKey(legId, n) };
    await tx.insert(tables.legAttempts).values({
      shopId: ctx.shop.id,
      legId,
      laneId: leg.laneId,
      epoch: hold.epoch,
      fence: hold.fence,
      ...attempt,
      ...facts,
    });
    await changeLeg(tx, ctx, legId, { state: "sending", reason: null });
    return { began: true, leg, attempt };
  });
}

/**
 * Decides to send the newest attempt's own request once more, with its own key: nothing new is intended, so there is no
 * new attempt, but whoever sends must hold the lane, no switch may be off, and it is written when, and with which token.
 */
export function beginRepeat(
  ctx: ShopContext,
  hold: Hold,
  legId: string,
  facts: { tokenExpiresAt: Date | null },
): Promise<Began> {
  return ctx.inShop(async (tx) => {
    if (!(await holdOn(tx, ctx, hold))) return not("lost_the_lane");
    const leg = await lockLeg(tx, ctx, legId);
    if (leg?.state !== "unknown") return not("not_ready");
    const off = await switchedOff(tx, ctx);
    if (off) return off;
    const attempt = (await attemptsOf(tx, ctx, legId)).at(-1);
    const [clock] = await tx.select({ now: databaseClock }).from(tables.issuingSwitch);
    if (!attempt || !clock || !mayRepeat(leg, attempt, clock.now, ctx.tools.patience))
      return not("key_spent");
    await closeAttempt(tx, ctx, legId, attempt.n, { repeatedAt: clock.now, ...facts });
    return { began: true, leg, attempt };
  });
}

function not(why: Obstacle) {
  return { began: false, why, ask: false } as const;
}

/**
 * The moment before which an earlier request of this leg could still arrive, or null when none can. It does not matter
 * who wants to send: a person who says "send again" waits for it like everybody else.
 */
async function quietOf(
  tx: Transaction,
  ctx: ShopContext,
  attempts: readonly AttemptRow[],
): Promise<Date | null> {
  const { patience } = ctx.tools;
  const [clock] = await tx.select({ now: databaseClock }).from(tables.issuingSwitch);
  if (!clock) throw new Error("The issuing switch is missing");
  const open = attempts.filter((attempt) => mayStillLand(attempt, clock.now, patience));
  if (open.length === 0) return null;
  return new Date(Math.max(...open.map((attempt) => quietFrom(attempt, patience).getTime())));
}

/** The first of the attempt's tags that nothing on this account carries yet. */
async function freeTag(tx: Transaction, ctx: ShopContext, leg: LegRow, method: Method, n: number) {
  for (let salt = 0; salt < saltsTried; salt += 1) {
    const tag = method.tag(leg, n, salt);
    const [taken] = await tx
      .select({ legId: tables.legAttempts.legId })
      .from(tables.legAttempts)
      .where(
        and(
          eq(tables.legAttempts.shopId, ctx.shop.id),
          eq(tables.legAttempts.laneId, leg.laneId),
          eq(tables.legAttempts.tag, tag),
        ),
      );
    if (!taken) return tag;
  }
  return null;
}

/** The kill switches, read in the transaction of the decision: everybody's, the shop's own, an uninstalled app. */
async function switchedOff(
  tx: Transaction,
  ctx: ShopContext,
): Promise<Extract<Began, { began: false }> | null> {
  const { installations, issuingSwitch, shops } = tables;
  const [all] = await tx
    .select({
      pausedAt: issuingSwitch.pausedAt,
      quarantineUntil: issuingSwitch.quarantineUntil,
      quarantined: sql<boolean>`coalesce(${issuingSwitch.quarantineUntil} > clock_timestamp(), false)`,
    })
    .from(issuingSwitch);
  if (!all || all.pausedAt) return not("all_paused");
  if (all.quarantined && all.quarantineUntil) return { ...not("quarantine"), until: all.quarantineUntil };
  const [shop] = await tx
    .select({ pausedAt: shops.pausedAt, uninstalledAt: installations.uninstalledAt })
    .from(shops)
    .innerJoin(installations, eq(installations.shopId, shops.id))
    .where(eq(shops.id, ctx.shop.id));
  return !shop || shop.pausedAt || shop.uninstalledAt ? not("paused") : null;
}

/** One at a time per account, and one base per order: the database forbids it too, this says it without an error. */
async function anotherInFlight(tx: Transaction, ctx: ShopContext, leg: LegRow): Promise<boolean> {
  const { issuanceLegs } = tables;
  const sameOrder = sql`${leg.kind} = 'base' and ${issuanceLegs.kind} = 'base' and ${issuanceLegs.orderGid} = ${leg.orderGid}`;
  const [other] = await tx
    .select({ id: issuanceLegs.id })
    .from(issuanceLegs)
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        ne(issuanceLegs.id, leg.id),
        inArray(issuanceLegs.state, ["sending", "unknown"]),
        sql`(${issuanceLegs.laneId} = ${leg.laneId} or (${sameOrder}))`,
      ),
    )
    .limit(1);
  return other !== undefined;
}

/** Is another leg of the same issuance confirmed, of this kind and ordinal? */
async function isConfirmed(
  tx: Transaction,
  ctx: ShopContext,
  leg: LegRow,
  kind: LegRow["kind"],
  ordinal: number,
): Promise<boolean> {
  const { issuanceLegs } = tables;
  const [other] = await tx
    .select({ id: issuanceLegs.id })
    .from(issuanceLegs)
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        eq(issuanceLegs.issuanceId, leg.issuanceId),
        eq(issuanceLegs.kind, kind),
        eq(issuanceLegs.ordinal, ordinal),
        eq(issuanceLegs.state, "confirmed"),
      ),
    );
  return other !== undefined;
}
