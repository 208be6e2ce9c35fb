import type { Answer } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { ShopAdmin } from "../shop/installation.ts";
import { type Began, beginAttempt, beginRepeat } from "./begin-attempt.ts";
import { pauseAfter, recordOf } from "./decide.ts";
import type { LegRow } from "./issuance.ts";
import type { Hold } from "./lane.ts";
import { readLeg } from "./legs.ts";
import { lookAt } from "./look.ts";
import type { Landed, LegRecord, Method } from "./method.ts";
import {
  askPerson,
  confirmLeg,
  markNotExecuted,
  markNotSent,
  markUnknown,
  noteRepeat,
  putOff,
} from "./record-leg.ts";

/** Whether there is more to do now, or when to look again. */
export type Advanced = "settled" | "waiting" | "lane_busy";

/** Commits the intent, sends once, and writes down what was answered. */
export async function sendOnce(
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
export async function repeatOnce(
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
