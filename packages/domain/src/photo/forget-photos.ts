import { and, eq, inArray, isNotNull, isNull, or, type SQL, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";

const { returnDrafts, returnPhotos } = tables;

/** How many are removed at a time: a store far away answers several at once. */
const atOnce = 25;

/** Removes the photos of somebody's returns, and of the drafts of somebody's orders. */
export async function forgetPhotosOf(
  ctx: ShopContext,
  { returnIds, orderIds }: { returnIds: readonly string[]; orderIds: readonly string[] },
): Promise<void> {
  await forgetWhere(ctx, (tx) => {
    const drafts = tx
      .select({ id: returnDrafts.id })
      .from(returnDrafts)
      .where(and(eq(returnDrafts.shopId, ctx.shop.id), inArray(returnDrafts.orderGid, [...orderIds])));
    return or(inArray(returnPhotos.returnId, [...returnIds]), inArray(returnPhotos.draftId, drafts));
  });
}

/** Removes the photos of drafts that were never sent; those that went with a return are from now on the return's alone. */
export async function forgetPhotosOfDrafts(ctx: ShopContext, drafts: readonly string[]): Promise<void> {
  const theirs = inArray(returnPhotos.draftId, [...drafts]);
  await forgetWhere(ctx, () => and(theirs, isNull(returnPhotos.returnId)));
  await ctx.inShop((tx) =>
    tx
      .update(returnPhotos)
      .set({ draftId: null })
      .where(and(eq(returnPhotos.shopId, ctx.shop.id), theirs, isNotNull(returnPhotos.returnId))),
  );
}

/** Removes every photo a shop has. */
export function forgetPhotosOfShop(ctx: ShopContext): Promise<void> {
  return forgetWhere(ctx, () => undefined);
}

/**
 * First the pictures, then the rows that say where they are: what a crash leaves in between is found again, while a
 * picture without a row would stay for ever. No transaction waits for the store.
 */
async function forgetWhere(ctx: ShopContext, which: (tx: Transaction) => SQL | undefined): Promise<void> {
  for (;;) {
    const some = await ctx.inShop((tx) =>
      tx
        .select({ id: returnPhotos.id, storeKey: returnPhotos.storeKey })
        .from(returnPhotos)
        .where(and(eq(returnPhotos.shopId, ctx.shop.id), which(tx)))
        .limit(atOnce),
    );
    if (some.length === 0) return;
    const { photos } = ctx.tools;
    if (!photos) throw new Error("This process was not told where photos are kept: KEPT_PHOTOS");
    await Promise.all(some.map(({ storeKey }) => photos.remove(storeKey)));
    const ids = some.map(({ id }) => id);
    await ctx.inShop((tx) =>
      tx.delete(returnPhotos).where(and(eq(returnPhotos.shopId, ctx.shop.id), inArray(returnPhotos.id, ids))),
    );
  }
}
