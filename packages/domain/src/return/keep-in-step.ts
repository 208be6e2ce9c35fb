import { inOneBreath } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { endMirror, waitsForDeclined } from "./end-mirror.ts";
import { mirrorGoods, untoldOf, untoldParcels } from "./mirror-goods.ts";
import { mirrorReturn } from "./mirror-return.ts";
import { findReturnById, linesOf } from "./records.ts";

/**
 * Brings Shopify's return in step with ours, then tells of its goods, then lets it end with ours. Every return passes
 * here, and few of them wait for the last two: no turn is taken for the others. Safe to run again at any point.
 */
export async function keepInStep(ctx: ShopContext, returnId: string): Promise<void> {
  await mirrorReturn(ctx, returnId);
  const [record, lines, parcels] = await ctx.inShop((tx) =>
    inOneBreath([
      () => findReturnById(tx, ctx, returnId),
      () => linesOf(tx, ctx, returnId),
      () => untoldParcels(tx, ctx, returnId),
    ]),
  );
  if (!record) return;
  if (untoldOf({ record, lines }, parcels)) await mirrorGoods(ctx, returnId);
  if (waitsForDeclined({ record, lines })) await endMirror(ctx, returnId);
}
