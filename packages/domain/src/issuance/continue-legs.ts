import { and, eq, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { lockReturnOfLeg, tell } from "../return/records.ts";
import { onlyAPersonKnows, untaggedUnclear } from "./decide.ts";
import { followLegs } from "./follow-legs.ts";
import { attemptsOf, changeLeg, lockLeg } from "./legs.ts";

const { issuanceLegs } = tables;

/**
 * Takes up what stood still because Kept was not installed: nobody has to press again. Each leg is looked up before
 * anything is sent, and a request that may still arrive is waited for, as for any leg that is ready. What looking cannot
 * tell stays a person's matter.
 */
export async function continueLegs(ctx: ShopContext): Promise<void> {
  const still = await ctx.inShop((tx) =>
    tx
      .select({ id: issuanceLegs.id })
      .from(issuanceLegs)
      .where(
        and(
          eq(issuanceLegs.shopId, ctx.shop.id),
          eq(issuanceLegs.state, "human"),
          eq(issuanceLegs.reason, "not_installed"),
        ),
      ),
  );
  for (const { id } of still) await continueLeg(ctx, id);
}

function continueLeg(ctx: ShopContext, legId: string): Promise<void> {
  return ctx.inShop(async (tx) => {
    await lockReturnOfLeg(tx, ctx, legId);
    const leg = await lockLeg(tx, ctx, legId);
    if (leg?.state !== "human" || leg.reason !== "not_installed") return;
    if (onlyAPersonKnows(await attemptsOf(tx, ctx, legId))) {
      await changeLeg(tx, ctx, legId, { reason: untaggedUnclear });
      await tell(tx, ctx, leg.returnId, "needs_review", {
        leg: leg.kind,
        reason: untaggedUnclear,
        detail: null,
      });
      return;
    }
    await changeLeg(tx, ctx, legId, {
      state: "ready",
      reason: null,
      nextAt: sql`clock_timestamp()`,
      deadline: sql`clock_timestamp() + make_interval(secs => ${ctx.tools.patience.settleMs / 1000})`,
    });
    await ctx.enqueue(tx, "issue", legId);
    await tell(tx, ctx, leg.returnId, "continued", { leg: leg.kind });
    await followLegs(tx, ctx, leg.returnId);
  });
}
