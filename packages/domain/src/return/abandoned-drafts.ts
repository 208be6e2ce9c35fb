import { and, eq, inArray, lt, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { forgetPhotosOfDrafts } from "../photo/forget-photos.ts";
import { acrossAllShops, type Tools } from "../tools.ts";

const { returnDrafts } = tables;

/** A draft that ran out this long ago is open in no request any more. */
const longOver = lt(returnDrafts.expiresAt, sql`clock_timestamp() - interval '1 hour'`);
const page = 200;

/** What customers began and did not finish goes, with its photos: one job for each shop that has any, installed or not. */
export async function sweepDrafts(tools: Tools): Promise<void> {
  await acrossAllShops(tools, async (tx) => {
    const shops = await tx.selectDistinct({ shopId: returnDrafts.shopId }).from(returnDrafts).where(longOver);
    for (const { shopId } of shops) await tools.jobs.enqueue(tx, "drafts", { shopId, id: shopId });
  });
}

/**
 * Forgets a shop's drafts that ran out. Photos that went with a return stay with it. The pictures go before the drafts:
 * what a crash leaves in between is found again at the next time.
 */
export async function forgetDrafts(ctx: ShopContext): Promise<void> {
  const { shop } = ctx;
  for (;;) {
    const ids = await ctx.inShop((tx) =>
      tx
        .select({ id: returnDrafts.id })
        .from(returnDrafts)
        .where(and(eq(returnDrafts.shopId, shop.id), longOver))
        .limit(page),
    );
    const drafts = ids.map(({ id }) => id);
    if (drafts.length === 0) return;
    await forgetPhotosOfDrafts(ctx, drafts);
    await ctx.inShop((tx) =>
      tx.delete(returnDrafts).where(and(eq(returnDrafts.shopId, shop.id), inArray(returnDrafts.id, drafts))),
    );
  }
}
