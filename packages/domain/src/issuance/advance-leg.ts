import type { Answer } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { ShopAdmin } from "../shop/installation.ts";
import { beginAttempt } from "./begin-attempt.ts";
import { creditAccountMethod } from "./credit-account-method.ts";
import { isSettled, type LegRow } from "./issuance.ts";
import { claimLane, type Hold, releaseLane } from "./lane.ts";
import { readLeg } from "./legs.ts";
import type { Landed, Method } from "./method.ts";
import { askPerson, confirmLeg, markNotExecuted, markUnknown } from "./record-leg.ts";
import { resolveLeg } from "./resolve-leg.ts";
import { returnProcessMethod } from "./return-process-method.ts";

/** Whether there is more to do now, or when to look again. */
export type Advanced = "settled" | "waiting" | "lane_busy";

/** How long after the intent was committed the request may still leave, in milliseconds (reliability 2.4, step 4). */
const decisionLastsMs = 5_000;

/**
 * Takes a leg one step further: looks, and then either records what it found, or sends once and records the answer.
 * Safe to call at any time, from any number of workers, any number of times; jobs and sweeps only poke it.
 */
export async function advanceLeg(ctx: ShopContext, legId: string, holder: string): Promise<Advanced> {
  const found = await readLeg(ctx, legId);
  if (!found || isSettled(found.leg)) return "settled";
  const hold = await claimLane(ctx, found.leg.laneId, holder);
  if (!hold) return "lane_busy";
  try {
    const admin = await ctx.admin();
    const method = methodOf(found.leg, admin);
    const now = await readLeg(ctx, legId);
    if (!now || isSettled(now.leg)) return "settled";
    // We hold the lane, so whoever was sending is gone: what came of it is unknown.
    if (now.leg.state === "sending") {
      const last = now.attempts.at(-1);
      await markUnknown(ctx, legId, {
        reason: "sender_gone",
        lookAgainSeconds: 0,
        ...(last && { attempt: last.n }),
      });
      return "waiting";
    }
    if (now.leg.state === "unknown") return await resolveLeg(ctx, admin, method, hold, now);
    return await sendReady(ctx, admin, method, hold, now);
  } finally {
    await releaseLane(ctx, hold);
  }
}

function methodOf(leg: LegRow, admin: ShopAdmin): Method {
  switch (leg.method) {
    case "return_process":
      return returnProcessMethod;
    case "credit_account":
      return creditAccountMethod(admin.apiVersion);
    default:
      throw new Error(`No way to carry out ${leg.method}`);
  }
}

async function sendReady(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  hold: Hold,
  { leg, attempts }: NonNullable<Awaited<ReturnType<typeof readLeg>>>,
): Promise<Advanced> {
  const { baseline, verdict } = await method.look(admin, leg, attempts);
  if (verdict.kind === "landed") {
    await confirmLeg(ctx, leg.id, verdict.landed, { by: verdict.by });
    return "settled";
  }
  if (verdict.kind === "ask") {
    await askPerson(ctx, leg.id, { reason: verdict.why, freeze: verdict.freeze });
    return "settled";
  }
  if (verdict.kind === "no_evidence") return "waiting";

  const decidedAt = performance.now();
  const began = await beginAttempt(ctx, hold, leg.id, method, {
    baseline,
    apiVersion: admin.apiVersion,
    tokenExpiresAt: admin.tokenExpiresAt,
  });
  if (!began.began) {
    if (began.why === "no_tag_free") await askPerson(ctx, leg.id, { reason: "no_tag_free" });
    return "waiting";
  }
  const { attempt } = began;
  const answer = await method.send(admin, { leg, attempt, notAfter: decidedAt + decisionLastsMs });
  return record(ctx, admin, method, leg, attempt.n, answer);
}

/** Writes down what Shopify answered, by the table of reliability 2.5. */
async function record(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  leg: LegRow,
  attempt: number,
  answer: Answer<Landed | "look">,
): Promise<Advanced> {
  const { requestId = null } = answer;
  switch (answer.kind) {
    case "done":
      if (answer.value === "look") return readBack(ctx, admin, method, leg, attempt, requestId);
      await confirmLeg(ctx, leg.id, answer.value, { by: "answer", attempt, requestId });
      return "settled";
    case "refused":
      await askPerson(ctx, leg.id, {
        reason: `refused:${answer.code}`,
        detail: answer.message,
        attempt,
        requestId,
      });
      return "settled";
    case "not_executed":
      await markNotExecuted(ctx, leg.id, {
        reason: answer.reason,
        attempt,
        requestId,
        againSeconds: Math.max(2, Math.ceil((answer.retryAfterMs ?? pauseMs[answer.reason] ?? 5_000) / 1000)),
      });
      return "waiting";
    case "unknown":
      await markUnknown(ctx, leg.id, { reason: answer.reason, attempt, requestId, lookAgainSeconds: 2 });
      return "waiting";
  }
}

/** How long to wait before trying again what was turned away at the door. */
const pauseMs: Readonly<Record<string, number>> = {
  unauthorized: 60_000,
  payment_required: 600_000,
  forbidden: 60_000,
  not_found: 60_000,
  locked: 600_000,
};

/** Shopify said yes without naming what it made: read it, believe it, and only then call it confirmed. */
async function readBack(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  leg: LegRow,
  attempt: number,
  requestId: string | null,
): Promise<Advanced> {
  const now = await readLeg(ctx, leg.id);
  const look = now && (await method.look(admin, now.leg, now.attempts).catch(() => null));
  if (look?.verdict.kind === "landed") {
    await confirmLeg(ctx, leg.id, look.verdict.landed, { by: look.verdict.by, attempt, requestId });
    return "settled";
  }
  await markUnknown(ctx, leg.id, { reason: "answered_not_seen", attempt, requestId, lookAgainSeconds: 2 });
  return "waiting";
}
