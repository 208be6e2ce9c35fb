import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, inOneBreath, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { linesOf } from "./records.ts";
import type { ReturnLineRecord, ReturnRecord } from "./return.ts";

const { returns } = tables;

/** A return whose turn it is. */
export interface Mirrored {
  readonly record: ReturnRecord;
  readonly lines: readonly ReturnLineRecord[];
}

/** Longer than the longest way through a mirror: a look, one request, a look. */
const leaseSeconds = 90;
const patienceMs = 8_000;

/**
 * Runs `work`, with the return as it then is, while nobody else mirrors it: Shopify has no key for a return's request,
 * so two at once would make two returns. Waits a while for its turn; answers null when it did not come, when there is no
 * such return, or when whoever had it did what this one is `overtaken` by.
 */
export async function inTurn<T>(
  ctx: ShopContext,
  returnId: string,
  work: (itself: Mirrored) => Promise<T>,
  overtaken: () => Promise<boolean> = async () => false,
): Promise<{ value: T } | null> {
  const giveUp = performance.now() + patienceMs;
  let taken = await take(ctx, returnId);
  while (!taken) {
    if (performance.now() > giveUp) return null;
    await sleep(100);
    if (await overtaken()) return null;
    taken = await take(ctx, returnId);
  }
  try {
    return { value: await work(taken) };
  } finally {
    await ctx.inShop((tx) => tx.update(returns).set({ mirrorLeaseUntil: null }).where(is(ctx, returnId)));
  }
}

async function take(ctx: ShopContext, returnId: string): Promise<Mirrored | null> {
  const free = sql`(${returns.mirrorLeaseUntil} is null or ${returns.mirrorLeaseUntil} < clock_timestamp())`;
  return ctx.inShop(async (tx) => {
    const [[record], lines] = await inOneBreath([
      () =>
        tx
          .update(returns)
          .set({ mirrorLeaseUntil: sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})` })
          .where(and(is(ctx, returnId), free))
          .returning(),
      () => linesOf(tx, ctx, returnId),
    ]);
    return record ? { record, lines } : null;
  });
}

function is(ctx: ShopContext, returnId: string) {
  return and(eq(returns.shopId, ctx.shop.id), eq(returns.id, returnId));
}
