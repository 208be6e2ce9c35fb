import { and, eq, inArray, inOneBreath, ne, sql, type Transaction, tables } from "@kept/database";
import type { CreditTransaction } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { keepMovements } from "../ledger/observations.ts";
import { mayRepeat, mayStillLand, quietFrom } from "./decide.ts";
import type { AttemptRow, LegRow } from "./issuance.ts";
import { type Hold, holdOn } from "./lane.ts";
import { attemptsOf, changeLeg, closeAttempt, lockLeg } from "./legs.ts";
import { brokenLimit, type Limit, limitsOf } from "./limits.ts";
import type { Method } from "./method.ts";
import { attemptKey } from "./names.ts";
import type { IssuingPatience } from "./patience.ts";
import { switchedOff, switchesOf } from "./switches.ts";
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
 * that must hold at that instant is checked in this one transaction, with the account's lane and the leg locked first;
 * nothing was sent before it commits (I2), and a commit whose answer is lost is not followed by a send.
 *
 * `known` is the leg as it was read: only what never changes about it is used. What was seen of the account on the way
 * is kept in the same transaction.
 */
export function beginAttempt(
  ctx: ShopContext,
  hold: Hold,
  known: LegRow,
  method: Method,
  facts: {
    baseline: unknown;
    apiVersion: string;
    tokenExpiresAt: Date | null;
    observed?: readonly CreditTransaction[] | undefined;
  },
): Promise<Began> {
  const { observed = [], ...written } = facts;
  return ctx.inShop(async (tx) => {
    const [held, leg, switches, before, another, attempts, limits] = await inOneBreath([
      () => holdOn(tx, ctx, hold),
      () => lockLeg(tx, ctx, known.id),
      () => switchesOf(tx, ctx),
      () => legsBefore(tx, ctx, known),
      () => anotherInFlight(tx, ctx, known),
      () => attemptsOf(tx, ctx, known.id),
      () => limitsOf(tx, ctx, known.currency),
    ]);
    if (!held) return not("lost_the_lane");
    if (leg?.state !== "ready") return not("not_ready");
    const off = switchedOff(switches);
    if (off) return { began: false, ask: false, ...off };
    const first = firstOf(leg);
    if (first && !before.some(({ kind, ordinal }) => kind === first.kind && ordinal === first.ordinal))
      return not(first.otherwise);
    if (another.length > 0) return not("in_flight");
    const quiet = quietOf(attempts, switches.now, ctx.tools.patience);
    if (quiet) return { ...not("may_still_land"), until: quiet };
    const limit = await brokenLimit(tx, ctx, leg, limits);
    if (limit) return { ...not(limit), ask: true };
    const n = attempts.length + 1;
    const tag = await writeAttempt(tx, ctx, leg, method, { n, hold, written });
    if (!tag) return { ...not("no_tag_free"), ask: true };
    await inOneBreath([
      () => changeLeg(tx, ctx, leg.id, { state: "sending", reason: null }),
      () => keepMovements(tx, ctx, leg.laneId, observed),
    ]);
    return { began: true, leg, attempt: { n, tag, idempotencyKey: attemptKey(leg.id, n) } };
  });
}

/** Writes the attempt down with the first of its tags that nothing on this account carries yet. Null when none is free. */
async function writeAttempt(
  tx: Transaction,
  ctx: ShopContext,
  leg: LegRow,
  method: Method,
  its: {
    n: number;
    hold: Hold;
    written: { baseline: unknown; apiVersion: string; tokenExpiresAt: Date | null };
  },
): Promise<string | null> {
  const { legAttempts } = tables;
  const { n, hold, written } = its;
  for (let salt = 0; salt < saltsTried; salt += 1) {
    const tag = method.tag(leg, n, salt);
    const [row] = await tx
      .insert(legAttempts)
      .values({
        shopId: ctx.shop.id,
        legId: leg.id,
        laneId: leg.laneId,
        epoch: hold.epoch,
        fence: hold.fence,
        n,
        tag,
        idempotencyKey: attemptKey(leg.id, n),
        ...written,
      })
      .onConflictDoNothing({ target: [legAttempts.shopId, legAttempts.laneId, legAttempts.tag] })
      .returning({ tag: legAttempts.tag });
    if (row) return row.tag;
  }
  return null;
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
    const [held, leg, switches, attempts] = await inOneBreath([
      () => holdOn(tx, ctx, hold),
      () => lockLeg(tx, ctx, legId),
      () => switchesOf(tx, ctx),
      () => attemptsOf(tx, ctx, legId),
    ]);
    if (!held) return not("lost_the_lane");
    if (leg?.state !== "unknown") return not("not_ready");
    const off = switchedOff(switches);
    if (off) return { began: false, ask: false, ...off };
    const attempt = attempts.at(-1);
    if (!attempt || !mayRepeat(leg, attempt, switches.now, ctx.tools.patience)) return not("key_spent");
    await closeAttempt(tx, ctx, legId, attempt.n, { repeatedAt: switches.now, ...facts });
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
function quietOf(attempts: readonly AttemptRow[], now: Date, patience: IssuingPatience): Date | null {
  const open = attempts.filter((attempt) => mayStillLand(attempt, now, patience));
  if (open.length === 0) return null;
  return new Date(Math.max(...open.map((attempt) => quietFrom(attempt, patience).getTime())));
}

/** One at a time per account, and one base per order: the database forbids it too, this says it without an error. */
function anotherInFlight(tx: Transaction, ctx: ShopContext, leg: LegRow) {
  const { issuanceLegs } = tables;
  const sameOrder = sql`${leg.kind} = 'base' and ${issuanceLegs.kind} = 'base' and ${issuanceLegs.orderGid} = ${leg.orderGid}`;
  return tx
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
}

/** The legs of the same issuance that are confirmed. */
function legsBefore(tx: Transaction, ctx: ShopContext, leg: LegRow) {
  const { issuanceLegs } = tables;
  return tx
    .select({ kind: issuanceLegs.kind, ordinal: issuanceLegs.ordinal })
    .from(issuanceLegs)
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        eq(issuanceLegs.issuanceId, leg.issuanceId),
        eq(issuanceLegs.state, "confirmed"),
      ),
    );
}

/** Which leg of the same issuance must be confirmed before this one may be sent. */
function firstOf(
  leg: LegRow,
): { kind: LegRow["kind"]; ordinal: number; otherwise: "base_first" | "not_taken_back" } | null {
  if (leg.kind === "bonus") return { kind: "base", ordinal: 1, otherwise: "base_first" };
  if (leg.kind === "repayment")
    return { kind: "reversal", ordinal: leg.ordinal, otherwise: "not_taken_back" };
  return null;
}
