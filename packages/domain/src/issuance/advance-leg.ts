import { inOneBreath } from "@kept/database";
import { missingScopes as missingOf } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { NotInstalled } from "../shop/installation.ts";
import { pauseAfter, stepWhenReady } from "./decide.ts";
import { isSettled } from "./issuance.ts";
import { type Hold, releaseLane, takeLaneOf } from "./lane.ts";
import { type LegNow, readLegIn } from "./legs.ts";
import { lookAt, methodOf } from "./look.ts";
import { observe } from "./observe.ts";
import { waitForPermission } from "./permission.ts";
import { askPerson, markUnknown, putOff } from "./record-leg.ts";
import { resolveLeg } from "./resolve-leg.ts";
import { type Advanced, confirmAndGoOn, repeatOnce, type Sender, sendOnce } from "./send-leg.ts";

/**
 * Takes a leg one step further: looks, and then either records what it found, or sends once and records the answer.
 * Safe to call at any time, from any number of workers, any number of times; jobs and sweeps only poke it. Where
 * `goesOn` says that there is time, the leg that comes next on the same account (the bonus after its base) is advanced
 * under the same hold, with a look of its own first.
 */
export async function advanceLeg(
  ctx: ShopContext,
  legId: string,
  holder: string,
  goesOn: () => boolean = () => false,
): Promise<"settled" | "waiting" | "lane_busy"> {
  const claimed = await claim(ctx, legId, holder);
  if (typeof claimed === "string") return claimed;
  const sender = { hold: claimed.hold, goesOn };
  let record: LegNow | null = claimed.record;
  try {
    while (record) {
      const came: Advanced = await advanceHeld(ctx, sender, record);
      if (typeof came === "string") return came;
      record = came.next;
    }
    return "settled";
  } catch (error) {
    return await notAdvanced(ctx, record, error);
  } finally {
    // Without a next leg the lane went back with the confirmation.
    if (record) await releaseLane(ctx, sender.hold);
  }
}

async function notAdvanced(
  ctx: ShopContext,
  record: LegNow | null,
  error: unknown,
): Promise<"settled" | "waiting"> {
  if (!record) throw error;
  const { leg, now } = record;
  if (error instanceof NotInstalled) {
    await askPerson(ctx, leg.id, { reason: "not_installed" });
    return "settled";
  }
  ctx.log.error({ err: error, leg: leg.id }, "a leg could not be advanced");
  await putOff(ctx, leg.id, pauseAfter(now.getTime() - leg.createdAt.getTime(), ctx.tools.patience));
  return "waiting";
}

/** Takes the lane of a leg that is due, and reads the leg as its holder: in one transaction. */
function claim(
  ctx: ShopContext,
  legId: string,
  holder: string,
): Promise<"settled" | "waiting" | "lane_busy" | { hold: Hold; record: LegNow }> {
  return ctx.inShop(async (tx) => {
    const [hold, record] = await inOneBreath([
      () => takeLaneOf(tx, ctx, legId, holder),
      () => readLegIn(tx, ctx, legId),
    ]);
    if (hold && record) return { hold, record };
    if (!record || isSettled(record.leg)) return "settled";
    return record.due ? "lane_busy" : "waiting";
  });
}

async function advanceHeld(ctx: ShopContext, sender: Sender, record: LegNow): Promise<Advanced> {
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
  const look = await lookAt(ctx, admin, method, record);
  const { observed, verdict } = look;
  if (record.leg.state === "unknown") {
    await observe(ctx, record.leg, observed);
    const resolved = await resolveLeg(ctx, sender, record, verdict);
    return resolved === "repeat" ? repeatOnce(ctx, admin, method, sender, legId) : resolved;
  }
  const world = { now: record.now, frozen: sender.hold.frozen };
  const next = stepWhenReady(record.leg, verdict, world, ctx.tools.patience);
  switch (next.step) {
    case "send":
      return sendOnce(ctx, admin, method, sender, record, look);
    case "confirm":
      return confirmAndGoOn(ctx, sender, legId, next.landed, { by: next.by, observed });
    case "ask":
      await observe(ctx, record.leg, observed);
      await askPerson(ctx, legId, { reason: next.reason, freeze: next.freeze });
      return "settled";
    case "wait":
      await observe(ctx, record.leg, observed);
      await putOff(ctx, legId, next.ms);
      return "waiting";
    default:
      throw new Error(`A leg that is ready has nothing to ${next.step}`);
  }
}
