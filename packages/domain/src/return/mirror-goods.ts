import { and, eq, isNull, type Transaction, tables } from "@kept/database";
import {
  type Admin,
  announceParcel,
  type DisposedUnits,
  disposeGoods,
  type GoodsBack,
  readGoodsBack,
} from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { MirrorDelayed, MirrorRefused, through } from "./mirror-return.ts";
import { inTurn, type Mirrored } from "./mirror-turn.ts";
import { tell } from "./records.ts";
import { acceptedUnits, type ReturnLineRecord } from "./return.ts";

const { parcels, returnLines } = tables;
type Parcel = typeof parcels.$inferSelect;

/**
 * Tells Shopify of parcels on their way and of where their goods went. What is there already is looked for first; what
 * Shopify does not take is told on the timeline and stays as it is here. No money moves, and none waits for this.
 */
export async function mirrorGoods(ctx: ShopContext, returnId: string): Promise<void> {
  const done = await inTurn(ctx, returnId, async (itself) => {
    const facts = untoldOf(itself, await ctx.inShop((tx) => untoldParcels(tx, ctx, returnId)));
    if (!facts) return;
    const admin = await ctx.admin();
    const goods = await readGoodsBack(admin, facts.shopifyReturnGid);
    for (const parcel of facts.parcels)
      await unlessRefused(ctx, returnId, "parcel", () => announce(ctx, admin, goods, parcel));
    for (const line of facts.lines)
      await unlessRefused(ctx, returnId, line.id, () => dispose(ctx, admin, goods, line));
  });
  if (!done) throw new MirrorDelayed("Somebody else is mirroring this return");
}

/** What Shopify was not told of a return's goods yet; null where there is nothing, or nobody to tell. */
export function untoldOf({ record, lines }: Mirrored, sent: readonly Parcel[]) {
  if (!record.shopifyReturnGid || record.status === "declined" || record.status === "cancelled") return null;
  const disposed = lines.filter((line) => line.disposition && !line.disposedAt);
  if (disposed.length === 0 && sent.length === 0) return null;
  return { shopifyReturnGid: record.shopifyReturnGid, lines: disposed, parcels: sent };
}

export function untoldParcels(tx: Transaction, ctx: ShopContext, returnId: string): Promise<Parcel[]> {
  return tx
    .select()
    .from(parcels)
    .where(
      and(
        eq(parcels.shopId, ctx.shop.id),
        eq(parcels.returnId, returnId),
        isNull(parcels.shopifyDeliveryGid),
      ),
    );
}

async function announce(ctx: ShopContext, admin: Admin, goods: readonly GoodsBack[], parcel: Parcel) {
  const there = goods.flatMap((each) => each.parcels).find(({ number }) => number === parcel.number);
  const open = goods.find((each) => each.open);
  if (!there && !open) return;
  const { id } =
    there ??
    through(await announceParcel(admin, { goodsId: open?.id ?? "", number: parcel.number, url: parcel.url }));
  await ctx.inShop((tx) =>
    tx
      .update(parcels)
      .set({ shopifyDeliveryGid: id })
      .where(and(eq(parcels.shopId, ctx.shop.id), eq(parcels.id, parcel.id))),
  );
}

/** Says where a line's units went, as far as nobody in Shopify has said it before. */
async function dispose(ctx: ShopContext, admin: Admin, goods: readonly GoodsBack[], line: ReturnLineRecord) {
  const theirs = goods
    .flatMap((each) => each.lines)
    .find((each) => each.fulfillmentLineItemId === line.fulfillmentLineItemGid);
  const units = theirs ? unitsOf(line, theirs) : [];
  if (units.length > 0) through(await disposeGoods(admin, units));
  await ctx.inShop((tx) =>
    tx
      .update(returnLines)
      .set({ disposedAt: ctx.clock.now() })
      .where(and(eq(returnLines.shopId, ctx.shop.id), eq(returnLines.id, line.id))),
  );
}

function unitsOf(line: ReturnLineRecord, theirs: GoodsBack["lines"][number]): DisposedUnits[] {
  const { disposition, received, restockLocationGid: locationId } = line;
  if (!disposition) return [];
  const left = theirs.quantity - theirs.disposed;
  const arrived = Math.min(received ?? 0, left);
  const lost = Math.min(Math.max(0, acceptedUnits(line) - (received ?? 0)), left - arrived);
  const units: DisposedUnits[] = [
    { lineId: theirs.id, quantity: arrived, disposition, locationId },
    { lineId: theirs.id, quantity: lost, disposition: "MISSING", locationId: null },
  ];
  return units.filter(({ quantity }) => quantity > 0);
}

/** A no that another try will not change is told, once for each thing it is about. */
async function unlessRefused(ctx: ShopContext, returnId: string, about: string, step: () => Promise<void>) {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof MirrorRefused)) throw error;
    await ctx.inShop(async (tx) => {
      const { returnEvents } = tables;
      const told = await tx
        .select({ detail: returnEvents.detail })
        .from(returnEvents)
        .where(
          and(
            eq(returnEvents.shopId, ctx.shop.id),
            eq(returnEvents.returnId, returnId),
            eq(returnEvents.kind, "goods_refused"),
          ),
        );
      if (told.some(({ detail }) => detail.about === about)) return;
      await tell(tx, ctx, returnId, "goods_refused", { about, code: error.code });
    });
  }
}
