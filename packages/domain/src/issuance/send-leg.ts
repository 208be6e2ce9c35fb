import type { Answer } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { ShopAdmin } from "../shop/installation.ts";
import { type Began, beginAttempt, beginRepeat } from "./begin-attempt.ts";
import { type Confirmation, confirmLeg } from "./confirm-leg.ts";
import { pauseAfter, recordOf } from "./decide.ts";
import type { LegRow } from "./issuance.ts";
import type { Hold } from "./lane.ts";
import { type LegNow, readLeg } from "./legs.ts";
import { lookAt } from "./look.ts";
import type { Landed, LegRecord, Look, Method } from "./method.ts";
import { observe } from "./observe.ts";
import {
  askPerson,
  markNotExecuted,
  markNotSent,
  markUnknown,
  noteRepeat,
  putOff,
  standStill,
} from "./record-leg.ts";

/** What came of a step: nothing more to do, or when to look again; or confirmed, and which leg comes next. */
export type Advanced = "settled" | "waiting" | "lane_busy" | Confirmed;
/** The lane was given back with it, unless there is a `next` to use it for. */
export interface Confirmed {
  readonly next: LegNow | null;
}

/** Whoever advances a leg: by which hold, and whether there is time for the leg that comes next. */
export interface Sender {
  readonly hold: Hold;
  readonly goesOn: () => boolean;
}

/** Commits the intent, sends once, and writes down what was answered. */
export async function sendOnce(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  sender: Sender,
  { leg }: LegRecord,
  { baseline, observed }: Look,
): Promise<Advanced> {
  const { apiVersion, tokenExpiresAt } = admin;
  const { hold } = sender;
  const decidedAt = performance.now();
  const facts = { baseline, apiVersion, tokenExpiresAt, observed };
  const began = await beginAttempt(ctx, hold, leg, method, facts).catch(async (error: unknown) => {
    // Whether it was committed is open; that nothing left is certain, and only we could have sent it.
    await markNotSent(ctx, leg.id, hold);
    throw error;
  });
  if (!began.began) return notNow(ctx, leg.id, began);
  const { attempt } = began;
  const notAfter = decidedAt + ctx.tools.patience.decisionLastsMs;
  const answer = await method.send(admin, { leg, attempt, notAfter });
  return keep(ctx, admin, method, sender, leg, attempt.n, answer);
}

/** The newest attempt's own request, once more, with its key. Shopify answers it with what it did the first time. */
export async function repeatOnce(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  sender: Sender,
  legId: string,
): Promise<Advanced> {
  const decidedAt = performance.now();
  const { tokenExpiresAt } = admin;
  const began = await beginRepeat(ctx, sender.hold, legId, { tokenExpiresAt });
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
  return keep(ctx, admin, method, sender, leg, attempt.n, answer);
}

/** Confirms, keeps the lane for the leg that comes next if there is time for it, and gives it back if not. */
export async function confirmAndGoOn(
  ctx: ShopContext,
  { hold, goesOn }: Sender,
  legId: string,
  landed: Landed,
  how: Omit<Confirmation, "lane">,
): Promise<Confirmed> {
  return { next: await confirmLeg(ctx, legId, landed, { ...how, lane: { hold, goesOn: goesOn() } }) };
}

async function notNow(
  ctx: ShopContext,
  legId: string,
  began: Extract<Began, { began: false }>,
): Promise<Advanced> {
  const { why, ask, until = pauseBefore(ctx, why) } = began;
  if (ask) await askPerson(ctx, legId, { reason: why });
  else if (switches.includes(why)) await standStill(ctx, legId, until);
  else await putOff(ctx, legId, until);
  return "waiting";
}

/** What holds everybody up, of one shop or of all. */
const switches: readonly string[] = ["paused", "all_paused", "quarantine"];

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
  sender: Sender,
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
      return confirmAndGoOn(ctx, sender, leg.id, what.landed, { by: "answer", ...about });
    case "not_executed":
      await markNotExecuted(ctx, leg.id, { reason: what.reason, againMs: what.againMs, ...about });
      return "waiting";
    case "unknown":
      await markUnknown(ctx, leg.id, { reason: what.reason, lookAgainMs: patience.firstLookMs, ...about });
      return "waiting";
    case "read_back":
      return readBack(ctx, admin, method, sender, leg, attempt, answer);
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
  sender: Sender,
  leg: LegRow,
  attempt: number,
  answer: Answer<Landed | "look">,
): Promise<Advanced> {
  const about = { attempt, requestId: answer.requestId ?? null };
  const now = await readLeg(ctx, leg.id);
  const look = now && (await lookAt(ctx, admin, method, now));
  if (look?.verdict.kind === "landed") {
    const { observed, verdict } = look;
    return confirmAndGoOn(ctx, sender, leg.id, verdict.landed, { by: verdict.by, observed, ...about });
  }
  await observe(ctx, leg, look?.observed);
  if (answer.kind === "refused") {
    await askPerson(ctx, leg.id, { reason: `refused:${answer.code}`, detail: answer.message, ...about });
    return "settled";
  }
  const lookAgainMs = ctx.tools.patience.firstLookMs;
  await markUnknown(ctx, leg.id, { reason: "answered_not_seen", lookAgainMs, ...about });
  return "waiting";
}
