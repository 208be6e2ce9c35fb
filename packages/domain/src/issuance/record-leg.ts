import { sql, type Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { lockReturnOfLeg, tell } from "../return/records.ts";
import { doubtOf } from "./decide.ts";
import { followLegs } from "./follow-legs.ts";
import { isSettled } from "./issuance.ts";
import { freezeLane, type Hold } from "./lane.ts";
import { attemptsOf, changeLeg, closeAttempt, lockLeg } from "./legs.ts";

/** What is told about one attempt. News about an attempt that is not the newest any more changes no state. */
interface AboutAttempt {
  readonly attempt: number;
  readonly requestId?: string | null;
}

/** Records that nothing is known of what became of it: it may have happened. It is looked up before anything else. */
export function markUnknown(
  ctx: ShopContext,
  legId: string,
  why: AboutAttempt & { reason: string; lookAgainMs: number },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    const leg = await lockSending(tx, ctx, legId, why.attempt);
    if (!leg) return;
    const outcome = `unknown:${why.reason}`;
    await closeAttempt(tx, ctx, legId, why.attempt, { outcome, requestId: why.requestId ?? null });
    await changeLeg(tx, ctx, legId, {
      state: "unknown",
      reason: why.reason,
      ambiguousAttempts: leg.ambiguousAttempts + doubtOf(why.reason),
      nextAt: inMs(why.lookAgainMs),
    });
    await tell(tx, ctx, leg.returnId, "issuing_unclear", { leg: leg.kind, reason: why.reason });
    await ctx.enqueue(tx, "issue", legId, soon(ctx, why.lookAgainMs));
  });
}

/** What was said about a repeated request. The leg stays in doubt: it is about the repetition, not about the first time. */
export function noteRepeat(
  ctx: ShopContext,
  legId: string,
  said: AboutAttempt & { reason: string; lookAgainMs: number },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    await lockReturnOfLeg(tx, ctx, legId);
    const leg = await lockLeg(tx, ctx, legId);
    if (leg?.state !== "unknown" || !(await isNewest(tx, ctx, legId, said.attempt))) return;
    const outcome = `unknown:${said.reason}`;
    await closeAttempt(tx, ctx, legId, said.attempt, { outcome, requestId: said.requestId ?? null });
    await changeLeg(tx, ctx, legId, { reason: said.reason, nextAt: inMs(said.lookAgainMs) });
    await ctx.enqueue(tx, "issue", legId, soon(ctx, said.lookAgainMs));
  });
}

/** Back to ready after a proof that nothing was executed; tried again later, with a new look first. */
export function markNotExecuted(
  ctx: ShopContext,
  legId: string,
  why: AboutAttempt & { reason: string; againMs: number },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    if (!(await lockSending(tx, ctx, legId, why.attempt))) return;
    await backToReady(tx, ctx, legId, why);
  });
}

/** The same for an intent whose commit is in doubt: whoever held this very fence knows that nothing left. */
export function markNotSent(ctx: ShopContext, legId: string, hold: Hold): Promise<void> {
  return ctx.inShop(async (tx) => {
    const last = (await attemptsOf(tx, ctx, legId)).at(-1);
    if (last?.epoch !== hold.epoch || last.fence !== hold.fence) return;
    if (!(await lockSending(tx, ctx, legId, last.n))) return;
    const againMs = ctx.tools.patience.firstLookMs;
    await backToReady(tx, ctx, legId, { attempt: last.n, reason: "not_sent", againMs });
  });
}

async function backToReady(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
  why: AboutAttempt & { reason: string; againMs: number },
) {
  const outcome = `not_executed:${why.reason}`;
  await closeAttempt(tx, ctx, legId, why.attempt, { outcome, requestId: why.requestId ?? null });
  await changeLeg(tx, ctx, legId, { state: "ready", reason: why.reason, nextAt: inMs(why.againMs) });
  await ctx.enqueue(tx, "issue", legId, soon(ctx, why.againMs));
}

/** Not now: looked at again after so many milliseconds, or not before a moment of the database's clock. */
export function putOff(ctx: ShopContext, legId: string, until: number | Date): Promise<void> {
  return ctx.inShop(async (tx) => {
    const leg = await lockLeg(tx, ctx, legId);
    if (!leg || isSettled(leg) || leg.state === "sending") return;
    await changeLeg(tx, ctx, legId, { nextAt: until instanceof Date ? until : inMs(until) });
  });
}

/**
 * Not now, for a reason that is not the leg's own: a switch, a permission. However long that lasts, no deadline passes
 * meanwhile for what was not sent.
 */
export function standStill(
  ctx: ShopContext,
  legId: string,
  until: number | Date,
  why: { reason?: string } = {},
): Promise<void> {
  return ctx.inShop(async (tx) => {
    const leg = await lockLeg(tx, ctx, legId);
    if (!leg || isSettled(leg) || leg.state === "sending") return;
    const ready = leg.state === "ready" && { ...why, deadline: inMs(ctx.tools.patience.settleMs) };
    await changeLeg(tx, ctx, legId, { nextAt: until instanceof Date ? until : inMs(until), ...ready });
  });
}

/** Stops the leg until a person has decided; with `freeze`, the whole account. */
export function askPerson(
  ctx: ShopContext,
  legId: string,
  why: { reason: string; detail?: string; freeze?: boolean; attempt?: number; requestId?: string | null },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    await lockReturnOfLeg(tx, ctx, legId);
    const leg = await lockLeg(tx, ctx, legId);
    if (!leg || isSettled(leg)) return;
    const { attempt, requestId = null } = why;
    if (attempt !== undefined) {
      await closeAttempt(tx, ctx, legId, attempt, { outcome: why.reason, requestId });
      // An old attempt's late refusal says nothing about the newer one that may be under way.
      if (!(await isNewest(tx, ctx, legId, attempt))) return;
    }
    await changeLeg(tx, ctx, legId, { state: "human", reason: why.reason });
    if (why.freeze) await freezeLane(tx, ctx, leg.laneId, why.reason);
    await tell(tx, ctx, leg.returnId, "needs_review", {
      leg: leg.kind,
      reason: why.reason,
      detail: why.detail ?? null,
    });
    await followLegs(tx, ctx, leg.returnId);
  });
}

/** The leg, locked, if it is sending and this attempt is the one it is sending. */
async function lockSending(tx: Transaction, ctx: ShopContext, legId: string, attempt: number) {
  await lockReturnOfLeg(tx, ctx, legId);
  const leg = await lockLeg(tx, ctx, legId);
  return leg?.state === "sending" && (await isNewest(tx, ctx, legId, attempt)) ? leg : null;
}

async function isNewest(tx: Transaction, ctx: ShopContext, legId: string, attempt: number) {
  return (await attemptsOf(tx, ctx, legId)).at(-1)?.n === attempt;
}

function inMs(ms: number) {
  return sql`clock_timestamp() + make_interval(secs => ${ms / 1000})`;
}

function soon(ctx: ShopContext, ms: number): Date {
  return new Date(ctx.clock.now().getTime() + ms);
}
