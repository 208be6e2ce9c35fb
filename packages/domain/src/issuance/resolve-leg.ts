import { tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { type Step, stepWhenUnknown } from "./decide.ts";
import type { AttemptRow, LegRow } from "./issuance.ts";
import { type Hold, stillHolds } from "./lane.ts";
import { attemptsOf, changeLeg, closeAttempt, databaseClock, lockLeg } from "./legs.ts";
import type { Verdict } from "./method.ts";
import { askPerson } from "./record-leg.ts";
import { type Advanced, confirmAndGoOn, type Sender } from "./send-leg.ts";

/**
 * Finds out what became of a leg. Found once: confirmed. Found wrongly, or not to be found out: a person. Absent: only
 * after several complete readings, when the request can no longer land, is it free to be sent once more; or, where
 * Shopify knows keys, the very same request is sent again.
 */
export async function resolveLeg(
  ctx: ShopContext,
  sender: Sender,
  { leg, attempts }: { leg: LegRow; attempts: readonly AttemptRow[] },
  verdict: Verdict,
): Promise<Advanced | "repeat"> {
  const next = await weigh(ctx, sender.hold, leg.id, verdict);
  if (next?.step === "confirm") {
    const last = attempts.at(-1);
    return confirmAndGoOn(ctx, sender, leg.id, next.landed, {
      by: next.by,
      ...(last && { attempt: last.n }),
    });
  }
  if (next?.step === "ask") {
    await askPerson(ctx, leg.id, { reason: next.reason, freeze: next.freeze });
    return "settled";
  }
  return next?.step === "repeat" ? "repeat" : "waiting";
}

/** Decides under lock, and writes down what the decision changes on the leg itself. Null: somebody else went on. */
function weigh(ctx: ShopContext, hold: Hold, legId: string, verdict: Verdict): Promise<Step | null> {
  return ctx.inShop(async (tx) => {
    // A trace that was found is a fact, whoever holds the lane; only what leads to sending needs the hold.
    if (verdict.kind !== "landed" && !(await stillHolds(tx, ctx, hold))) return null;
    const leg = await lockLeg(tx, ctx, legId);
    if (leg?.state !== "unknown") return null;
    const last = (await attemptsOf(tx, ctx, legId)).at(-1);
    if (!last) return { step: "ask", reason: "no_attempt", freeze: true };
    const [clock] = await tx.select({ now: databaseClock }).from(tables.issuingSwitch);
    const now = clock?.now ?? leg.deadline;
    const next = stepWhenUnknown(leg, last, verdict, { now, frozen: hold.frozen }, ctx.tools.patience);
    const counts = next.step === "free" || (next.step === "wait" && next.counts);
    if (counts) {
      const negativeReads = last.negativeReads + 1;
      await closeAttempt(tx, ctx, legId, last.n, { negativeReads, lastReadAt: now });
    }
    if (next.step === "free") {
      await changeLeg(tx, ctx, legId, { state: "ready", reason: "proved_absent", nextAt: now });
      await ctx.enqueue(tx, "issue", legId);
    } else if (next.step === "wait" || next.step === "repeat") {
      const nextAt = new Date(now.getTime() + next.ms);
      await changeLeg(tx, ctx, legId, { nextAt });
      await ctx.enqueue(tx, "issue", legId, nextAt);
    }
    return next;
  });
}
