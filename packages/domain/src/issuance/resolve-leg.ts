import { and, eq, sql, tables } from "@kept/database";
import type { Admin } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { type AttemptRow, hoursToSettle, type LegRow } from "./issuance.ts";
import { type Hold, stillHolds } from "./lane.ts";
import { changeLeg, closeAttempt, lockLeg } from "./legs.ts";
import type { Look, Method } from "./method.ts";
import { askPerson, confirmLeg } from "./record-leg.ts";

/** When to look again after the first, second … fruitless look, in seconds; then every five minutes. */
const pauses = [2, 10, 30, 120];
const usualPause = 300;

/** What must all hold before something whose outcome was unknown may be sent once more (reliability 2.6). */
const readsNeeded = 3;
const secondsBetweenReads = 60;
const minutesSinceSend = 10;
const minutesSinceTokenDied = 2;
const hoursWithoutTokenFence = 6;
const mostAmbiguous = 2;

/**
 * Finds out what became of a leg. Found once: confirmed. Found wrongly, or not to be found out: a person. Absent: only
 * after several complete readings, when the request can no longer land, is it free to be sent once more.
 */
export async function resolveLeg(
  ctx: ShopContext,
  admin: Admin,
  method: Method,
  hold: Hold,
  { leg, attempts }: { leg: LegRow; attempts: readonly AttemptRow[] },
): Promise<"settled" | "waiting"> {
  const look = await method.look(admin, leg, attempts).catch((error: unknown): Look => {
    ctx.log.warn({ err: error, leg: leg.id }, "a leg could not be looked up");
    return { baseline: null, verdict: { kind: "no_evidence", why: "unreadable" } };
  });
  const { verdict } = look;
  const last = attempts.at(-1);
  if (verdict.kind === "landed") {
    await confirmLeg(ctx, leg.id, verdict.landed, { by: verdict.by, ...(last && { attempt: last.n }) });
    return "settled";
  }
  if (verdict.kind === "ask") {
    await askPerson(ctx, leg.id, { reason: verdict.why, freeze: verdict.freeze });
    return "settled";
  }
  if (!last) throw new Error("An unknown leg without an attempt");
  // Without a tag nothing later can be told from anybody else's movement of the same amount.
  if (last.tag.startsWith("untagged:") && verdict.kind === "absent") {
    await askPerson(ctx, leg.id, { reason: "untagged_unclear" });
    return "settled";
  }
  const next = await afterFruitlessLook(ctx, hold, leg.id, last.n, verdict.kind === "absent");
  if (next === "ask") {
    await askPerson(ctx, leg.id, {
      reason: leg.ambiguousAttempts >= mostAmbiguous ? "absent_twice" : "deadline",
    });
    return "settled";
  }
  return "waiting";
}

/** Counts the reading, sets the next one, and frees the leg for one more send when everything that must hold holds. */
function afterFruitlessLook(ctx: ShopContext, hold: Hold, legId: string, n: number, absent: boolean) {
  return ctx.inShop(async (tx) => {
    if (!(await stillHolds(tx, ctx.shop.id, hold))) return "wait";
    const leg = await lockLeg(tx, ctx, legId);
    if (leg?.state !== "unknown") return "wait";
    const [at] = await tx
      .select({
        now: sql<Date>`clock_timestamp()`.mapWith(tables.legAttempts.committedAt),
        attempt: tables.legAttempts,
      })
      .from(tables.legAttempts)
      .where(
        and(
          eq(tables.legAttempts.shopId, ctx.shop.id),
          eq(tables.legAttempts.legId, legId),
          eq(tables.legAttempts.n, n),
        ),
      );
    if (!at) return "wait";
    const { now, attempt } = at;
    const counts = absent && secondsSince(now, attempt.lastReadAt) >= secondsBetweenReads;
    const negativeReads = attempt.negativeReads + (counts ? 1 : 0);
    if (counts) await closeAttempt(tx, ctx, legId, n, { negativeReads, lastReadAt: now });
    if (now > leg.deadline) return "ask";
    if (counts && negativeReads >= readsNeeded && cannotLandAnymore(attempt, leg, now)) {
      if (leg.ambiguousAttempts >= mostAmbiguous) return "ask";
      await changeLeg(tx, ctx, legId, { state: "ready", reason: "proved_absent", nextAt: now });
      await ctx.enqueue(tx, "issue", legId);
      return "wait";
    }
    const pause = pauses[negativeReads] ?? usualPause;
    const nextAt = new Date(now.getTime() + pause * 1000);
    await changeLeg(tx, ctx, legId, { nextAt });
    await ctx.enqueue(tx, "issue", legId, nextAt);
    return "wait";
  });
}

/** A request that was ever to arrive has arrived, or finds its token dead. */
function cannotLandAnymore(attempt: AttemptRow, leg: LegRow, now: Date): boolean {
  const minutes = secondsSince(now, attempt.committedAt) / 60;
  if (minutes < minutesSinceSend) return false;
  if (!attempt.tokenExpiresAt) return minutes >= hoursWithoutTokenFence * 60 && now < leg.deadline;
  return secondsSince(now, attempt.tokenExpiresAt) >= minutesSinceTokenDied * 60;
}

function secondsSince(now: Date, then: Date | null): number {
  return then ? (now.getTime() - then.getTime()) / 1000 : Number.POSITIVE_INFINITY;
}

/** When a new leg must be settled or asked about. */
export function deadlineFrom(now: Date): Date {
  return new Date(now.getTime() + hoursToSettle * 3_600_000);
}
