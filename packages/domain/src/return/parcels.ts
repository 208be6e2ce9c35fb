import { and, asc, eq, inArray, type Transaction, tables } from "@kept/database";
import { mayDo, type ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { written } from "../written.ts";
import { changeReturn, lockReturn, tell } from "./records.ts";
import { isOpen, type ReturnStatus } from "./return.ts";

const { parcels, returnEvents } = tables;

/** A parcel on its way back, as pages show it. */
export interface ParcelView {
  readonly carrier: string | null;
  readonly number: string;
  readonly url: string | null;
  readonly sentAt: Date;
  readonly deliveredAt: Date | null;
}

export type ParcelRefusal =
  | { readonly code: "NotFound" | "NotAllowed" | "NumberMissing" | "TooManyParcels" }
  | { readonly code: "WrongState"; readonly status: ReturnStatus };

/** Of one return, as customers add them by its private link: each is told to Shopify and stands in the history. */
const mostFromCustomers = 20;

/** The goods are on their way: with the carrier's number, so that anybody can look where. The same number counts once. */
export async function sendParcel(
  ctx: ShopContext,
  input: { number: number; tracking: string; carrier?: string | undefined; url?: string | undefined },
): Promise<Result<{ status: ReturnStatus }, ParcelRefusal>> {
  if (!mayDo(ctx, "decide")) return refused("NotAllowed");
  const tracking = written(input.tracking).slice(0, 100);
  if (tracking === "") return refused("NumberMissing");
  return ctx.inShop(async (tx) => {
    const record = await lockReturn(tx, ctx, input.number);
    if (!record) return refused("NotFound");
    const { status } = record;
    if (!isOpen(status) && status !== "resolved") return refused("WrongState", { status });
    const known = await parcelsOf(tx, ctx, record.id);
    const another = !known.some(({ number }) => number === tracking);
    if (ctx.actor.kind === "customer" && another && known.length >= mostFromCustomers)
      return refused("TooManyParcels");
    const carrier = written(input.carrier ?? "").slice(0, 60) || null;
    const added = await tx
      .insert(parcels)
      .values({
        shopId: ctx.shop.id,
        returnId: record.id,
        carrier,
        number: tracking,
        url: input.url ?? null,
        actor: ctx.actor,
      })
      .onConflictDoNothing()
      .returning({ id: parcels.id });
    if (added.length === 0) return ok({ status });
    if (status === "approved") await changeReturn(tx, ctx, record.id, { status: "in_transit" });
    await tell(tx, ctx, record.id, "in_transit", { carrier, tracking });
    await ctx.enqueue(tx, "mirror", record.id);
    return ok({ status: status === "approved" ? ("in_transit" as const) : status });
  });
}

export function parcelsOf(tx: Transaction, ctx: ShopContext, returnId: string): Promise<ParcelView[]> {
  return tx
    .select({
      carrier: parcels.carrier,
      number: parcels.number,
      url: parcels.url,
      sentAt: parcels.sentAt,
      deliveredAt: parcels.deliveredAt,
    })
    .from(parcels)
    .where(and(eq(parcels.shopId, ctx.shop.id), eq(parcels.returnId, returnId)))
    .orderBy(asc(parcels.id));
}

/** Whether the timeline already tells one of these. */
export async function hasHappened(
  tx: Transaction,
  ctx: ShopContext,
  returnId: string,
  kinds: readonly string[],
): Promise<boolean> {
  const [told] = await tx
    .select({ id: returnEvents.id })
    .from(returnEvents)
    .where(
      and(
        eq(returnEvents.shopId, ctx.shop.id),
        eq(returnEvents.returnId, returnId),
        inArray(returnEvents.kind, [...kinds]),
      ),
    )
    .limit(1);
  return told !== undefined;
}
