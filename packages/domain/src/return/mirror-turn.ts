import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";

const { returns } = tables;

/** Longer than the longest way through a mirror: a look, one request, a look. */
const leaseSeconds = 90;
const patienceMs = 8_000;

/**
 * Runs `work` while nobody else mirrors this return: Shopify has no key for a return's request, so two at once would
 * make two returns. Waits a while for its turn; answers null when it did not come, or when whoever had it did what this
 * one is `overtaken` by.
 */
export async function inTurn<T>(
  ctx: ShopContext,
  returnId: string,
  work: () => Promise<T>,
  overtaken: () => Promise<boolean> = async () => false,
): Promise<{ value: T } | null> {
  const giveUp = performance.now() + patienceMs;
  while (!(await take(ctx, returnId))) {
    if (performance.now() > giveUp) return null;
    await sleep(100);
    if (await overtaken()) return null;
  }
  try {
    return { value: await work() };
  } finally {
    await ctx.inShop((tx) => tx.update(returns).set({ mirrorLeaseUntil: null }).where(is(ctx, returnId)));
  }
}

async function take(ctx: ShopContext, returnId: string): Promise<boolean> {
  const taken = await ctx.inShop((tx) =>
    tx
      .update(returns)
      .set({ mirrorLeaseUntil: sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})` })
      .where(
        and(
          is(ctx, returnId),
          sql`(${returns.mirrorLeaseUntil} is null or ${returns.mirrorLeaseUntil} < clock_timestamp())`,
        ),
      )
      .returning({ id: returns.id }),
  );
  return taken.length > 0;
}

function is(ctx: ShopContext, returnId: string) {
  return and(eq(returns.shopId, ctx.shop.id), eq(returns.id, returnId));
}
