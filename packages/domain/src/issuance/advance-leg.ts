import { type Answer, missingScopes as missingOf } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { NotInstalled, type ShopAdmin } from "../shop/installation.ts";
import { type Began, beginAttempt, beginRepeat } from "./begin-attempt.ts";
import { creditAccountMethod } from "./credit-account-method.ts";
import { pauseAfter, recordOf, stepWhenReady } from "./decide.ts";
import { isSettled, type LegRow } from "./issuance.ts";
import { claimLane, type Hold, releaseLane } from "./lane.ts";
import { readLeg } from "./legs.ts";
import type { Landed, LegRecord, Look, Method } from "./method.ts";
import { observe } from "./observe.ts";
import { waitForPermission } from "./permission.ts";
import {
  askPerson,
  confirmLeg,
  markNotExecuted,
  markNotSent,
  markUnknown,
  noteRepeat,
  putOff,
} from "./record-leg.ts";
import { refundCreateMethod } from "./refund-create-method.ts";
import { resolveLeg } from "./resolve-leg.ts";
import { returnProcessMethod } from "./return-process-method.ts";

/** Whether there is more to do now, or when to look again. */
export type Advanced = "settled" | "waiting" | "lane_busy";

/**
 * Takes a leg one step further: looks, and then either records what it found, or sends once and records the answer.
 * Safe to call at any time, from any number of workers, any number of times; jobs and sweeps only poke it.
 */
export async function advanceLeg(ctx: ShopContext, legId: string, holder: string): Promise<Advanced> {
  const found = await readLeg(ctx, legId);
  if (!found || isSettled(found.leg)) return "settled";
  if (!found.due) return "waiting";
  const hold = await claimLane(ctx, found.leg.laneId, holder);
  if (!hold) return "lane_busy";
  try {
    return await advanceHeld(ctx, hold, legId);
  } catch (error) {
    if (error instanceof NotInstalled) {
      await askPerson(ctx, legId, { reason: "not_installed" });
      return "settled";
    }
    ctx.log.error({ err: error, leg: legId }, "a leg could not be advanced");
    await putOff(
      ctx,
      legId,
      pauseAfter(found.now.getTime() - found.leg.createdAt.getTime(), ctx.tools.patience),
    );
    return "waiting";
  } finally {
    await releaseLane(ctx, hold);
  }
}

async function advanceHeld(ctx: ShopContext, hold: Hold, legId: string): Promise<Advanced> {
  const record = await readLeg(ctx, legId);
  if (!record || isSettled(record.leg)) return "settled";
  // We hold the lane, so whoever was sending is gone: what came of it is unknown.
  if (record.leg.state === "sending") {
    const n = record.attempts.at(-1)?.n ?? 0;
    await markUnknown(ctx, legId, { reason: "sender_gone", lookAgainMs: 0, attempt: n });
    return "waiting";
  }
  const admin = await ctx.admin();
  if (record.leg.state === "ready" && missingOf(admin.scopes).length > 0) {
    await waitForPermission(ctx, legId);
    return "waiting";
  }
  const method = methodOf(record.leg, admin);
  const { baseline, verdict } = await lookAt(ctx, admin, method, record);
  if (record.leg.state === "unknown") {
    const resolved = await resolveLeg(ctx, hold, record, verdict);
    return resolved === "repeat" ? repeatOnce(ctx, admin, method, hold, legId) : resolved;
  }
  const next = stepWhenReady(
    record.leg,
    verdict,
    { now: record.now, frozen: hold.frozen },
    ctx.tools.patience,
  );
  switch (next.step) {
    case "confirm":
      await confirmLeg(ctx, legId, next.landed, { by: next.by });
      return "settled";
    case "ask":
      await askPerson(ctx, legId, { reason: next.reason, freeze: next.freeze });
      return "settled";
    case "wait":
      await putOff(ctx, legId, next.ms);
      return "waiting";
    default:
      return sendOnce(ctx, admin, method, hold, record, baseline);
  }
}

function methodOf(leg: LegRow, admin: ShopAdmin): Method {
  switch (leg.method) {
    case "return_process":
      return returnProcessMethod;
    case "refund_create":
      return refundCreateMethod;
    case "credit_account":
      return creditAccountMethod(admin.apiVersion);
    default:
      throw new Error(`No way to carry out ${leg.method}`);
  }
}

/** Looks, and keeps what was seen. What cannot be read is no evidence of anything. */
async function lookAt(ctx: ShopContext, admin: ShopAdmin, method: Method, record: LegRecord): Promise<Look> {
  try {
    const look = await method.look(admin, record);
    await observe(ctx, record.leg, look.observed);
    return look;
  } catch (error) {
    ctx.log.warn({ err: error, leg: record.leg.id }, "a leg could not be looked up");
    return { baseline: null, verdict: { kind: "no_evidence", why: "unreadable" } };
  }
}

async function sendOnce(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  hold: Hold,
  { leg }: LegRecord,
  baseline: unknown,
): Promise<Advanced> {
  const { apiVersion, tokenExpiresAt } = admin;
  const decidedAt = performance.now();
  const began = await beginAttempt(ctx, hold, leg.id, method, { baseline, apiVersion, tokenExpiresAt }).catch(
    async (error: unknown) => {
      // Whether it was committed is open; that nothing left is certain, and only we could have sent it.
      await markNotSent(ctx, leg.id, hold);
      throw error;
    },
  );
  if (!began.began) return notNow(ctx, leg.id, began);
  const { attempt } = began;
  const notAfter = decidedAt + ctx.tools.patience.decisionLastsMs;
  const answer = await method.send(admin, { leg, attempt, notAfter });
  return keep(ctx, admin, method, leg, attempt.n, answer);
}

/** The newest attempt's own request, once more, with its key. Shopify answers it with what it did the first time. */
async function repeatOnce(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  hold: Hold,
  legId: string,
): Promise<Advanced> {
  const decidedAt = performance.now();
  const { tokenExpiresAt } = admin;
  const began = await beginRepeat(ctx, hold, legId, { tokenExpiresAt });
  if (!began.began) return notNow(ctx, legId, began);
  const { leg, attempt } = began;
  const notAfter = decidedAt + ctx.tools.patience.decisionLastsMs;
  const answer = await method.send(admin, { leg, attempt, notAfter });
  const what = recordOf(answer, ctx.tools.patience);
  // That the repetition was not executed says nothing about the first time: the next look decides.
  if (what.record === "not_executed") {
    await putOff(ctx, legId, what.againMs);
    return "waiting";
  }
  if (what.record === "unknown") {
    const lookAgainMs = pauseAfter(performance.now() - decidedAt, ctx.tools.patience);
    const about = { attempt: attempt.n, requestId: answer.requestId ?? null };
    await noteRepeat(ctx, legId, { reason: what.reason, lookAgainMs, ...about });
    return "waiting";
  }
  return keep(ctx, admin, method, leg, attempt.n, answer);
}

async function notNow(
  ctx: ShopContext,
  legId: string,
  began: Extract<Began, { began: false }>,
): Promise<Advanced> {
  if (began.ask) await askPerson(ctx, legId, { reason: began.why });
  else await putOff(ctx, legId, began.until ?? pauseBefore(ctx, began.why));
  return "waiting";
}

/** Whoever switched a shop off means minutes, not moments: it is not looked at all the time meanwhile. */
function pauseBefore(ctx: ShopContext, why: string): number {
  const { firstLookMs, usualLookMs } = ctx.tools.patience;
  return why === "paused" || why === "all_paused" ? Math.min(usualLookMs, 30_000) : firstLookMs;
}

/** Writes down what Shopify answered. */
async function keep(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  leg: LegRow,
  attempt: number,
  answer: Answer<Landed | "look">,
): Promise<Advanced> {
  const { requestId = null } = answer;
  const { patience } = ctx.tools;
  const about = { attempt, requestId };
  const what = recordOf(answer, patience);
  switch (what.record) {
    case "confirmed":
      await confirmLeg(ctx, leg.id, what.landed, { by: "answer", ...about });
      return "settled";
    case "not_executed":
      await markNotExecuted(ctx, leg.id, { reason: what.reason, againMs: what.againMs, ...about });
      return "waiting";
    case "unknown":
      await markUnknown(ctx, leg.id, { reason: what.reason, lookAgainMs: patience.firstLookMs, ...about });
      return "waiting";
    case "read_back":
      return readBack(ctx, admin, method, leg, attempt, answer);
  }
}

/**
 * Shopify said yes without naming what it made, or no to something an earlier attempt may have done: the record is
 * read before either is believed.
 */
async function readBack(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  leg: LegRow,
  attempt: number,
  answer: Answer<Landed | "look">,
): Promise<Advanced> {
  const about = { attempt, requestId: answer.requestId ?? null };
  const now = await readLeg(ctx, leg.id);
  const look = now && (await lookAt(ctx, admin, method, now));
  if (look?.verdict.kind === "landed") {
    await confirmLeg(ctx, leg.id, look.verdict.landed, { by: look.verdict.by, ...about });
    return "settled";
  }
  if (answer.kind === "refused") {
    await askPerson(ctx, leg.id, { reason: `refused:${answer.code}`, detail: answer.message, ...about });
    return "settled";
  }
  const lookAgainMs = ctx.tools.patience.firstLookMs;
  await markUnknown(ctx, leg.id, { reason: "answered_not_seen", lookAgainMs, ...about });
  return "waiting";
}
