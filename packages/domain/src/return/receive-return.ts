import { and, eq, isNull, tables } from "@kept/database";
import { mayDo, type ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { hasHappened } from "./parcels.ts";
import { changeReturn, lockReturn, tell } from "./records.ts";
import type { ReturnStatus } from "./return.ts";

export type ReceiveRefusal =
  | { readonly code: "NotFound" | "NotAllowed" }
  | { readonly code: "WrongState"; readonly status: ReturnStatus };

/**
 * The parcel is here. Where the credit was issued before it came, the return stays resolved and only its arrival is
 * told. Saying it again answers the same.
 */
export async function receiveReturn(
  ctx: ShopContext,
  input: { number: number },
): Promise<Result<{ status: ReturnStatus }, ReceiveRefusal>> {
  if (!mayDo(ctx, "decide")) return refused("NotAllowed");
  return ctx.inShop(async (tx) => {
    const record = await lockReturn(tx, ctx, input.number);
    if (!record) return refused("NotFound");
    const { status } = record;
    if (await hasHappened(tx, ctx, record.id, ["received", "inspected"])) return ok({ status });
    if (status !== "approved" && status !== "in_transit" && status !== "resolved")
      return refused("WrongState", { status });
    if (status !== "resolved") await changeReturn(tx, ctx, record.id, { status: "received" });
    await tx
      .update(tables.parcels)
      .set({ deliveredAt: ctx.clock.now() })
      .where(
        and(
          eq(tables.parcels.shopId, ctx.shop.id),
          eq(tables.parcels.returnId, record.id),
          isNull(tables.parcels.deliveredAt),
        ),
      );
    await tell(tx, ctx, record.id, "received");
    await ctx.enqueue(tx, "mirror", record.id);
    return ok({ status: status === "resolved" ? status : ("received" as const) });
  });
}
