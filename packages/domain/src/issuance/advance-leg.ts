import { missingScopes as missingOf } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { NotInstalled } from "../shop/installation.ts";
import { pauseAfter, stepWhenReady } from "./decide.ts";
import { isSettled } from "./issuance.ts";
import { type Hold, releaseLane, takeLane } from "./lane.ts";
import { type LegNow, legAndClock, readLegIn } from "./legs.ts";
import { lookAt, methodOf } from "./look.ts";
import { waitForPermission } from "./permission.ts";
import { askPerson, confirmLeg, markUnknown, putOff } from "./record-leg.ts";
import { resolveLeg } from "./resolve-leg.ts";
import { type Advanced, repeatOnce, sendOnce } from "./send-leg.ts";

/**
 * Takes a leg one step further: looks, and then either records what it found, or sends once and records the answer.
 * Safe to call at any time, from any number of workers, any number of times; jobs and sweeps only poke it.
 */
export async function advanceLeg(ctx: ShopContext, legId: string, holder: string): Promise<Advanced> {
  const claimed = await claim(ctx, legId, holder);
  if (typeof claimed === "string") return claimed;
  const { hold, record } = claimed;
  try {
    return await advanceHeld(ctx, hold, record);
  } catch (error) {
    if (error instanceof NotInstalled) {
      await askPerson(ctx, legId, { reason: "not_installed" });
      return "settled";
    }
    ctx.log.error({ err: error, leg: legId }, "a leg could not be advanced");
    const open = record.now.getTime() - record.leg.createdAt.getTime();
    await putOff(ctx, legId, pauseAfter(open, ctx.tools.patience));
    return "waiting";
  } finally {
    await releaseLane(ctx, hold);
  }
}

/** Takes the lane of a leg that is due, and reads the leg as its holder: in one transaction. */
function claim(
  ctx: ShopContext,
  legId: string,
  holder: string,
): Promise<Advanced | { hold: Hold; record: LegNow }> {
  return ctx.inShop(async (tx) => {
    const found = await legAndClock(tx, ctx, legId);
    if (!found || isSettled(found.leg)) return "settled";
    if (!found.due) return "waiting";
    const hold = await takeLane(tx, ctx, found.leg.laneId, holder);
    if (!hold) return "lane_busy";
    const record = await readLegIn(tx, ctx, legId);
    return record ? { hold, record } : "settled";
  });
}

async function advanceHeld(ctx: ShopContext, hold: Hold, record: LegNow): Promise<Advanced> {
  const legId = record.leg.id;
  if (isSettled(record.leg)) return "settled";
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
