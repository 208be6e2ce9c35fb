import { and, eq, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { type BatchRow, stateOf } from "./bulk.ts";

const { bulkBatches, bulkItems } = tables;

export type SteerRefusal = { readonly code: "NotFound" | "NotAllowed" | "BatchEnded" };
export type Steering = "pause" | "resume" | "cancel" | "retry";

/**
 * Stops a batch for a while, lets it go on, calls off the rest, or tries again what was refused. Whoever may decide or
 * issue in the shop may steer every batch of it. What is done stays done.
 */
export function steerBatch(
  ctx: ShopContext,
  input: { id: string; to: Steering },
): Promise<Result<void, SteerRefusal>> {
  return ctx.inShop(async (tx) => {
    if (!allowed(ctx.role, "decide") && !allowed(ctx.role, "issue")) return refused("NotAllowed");
    const [batch] = await tx
      .select()
      .from(bulkBatches)
      .where(and(eq(bulkBatches.shopId, ctx.shop.id), eq(bulkBatches.id, input.id)))
      .for("update");
    if (!batch) return refused("NotFound");
    const state = stateOf(batch);
    if (state === "cancelled" || (state === "done" && input.to !== "retry")) return refused("BatchEnded");
    await steer[input.to](tx, ctx, batch);
    return ok(undefined);
  });
}

const steer: Record<Steering, (tx: Transaction, ctx: ShopContext, batch: BatchRow) => Promise<void>> = {
  pause: (tx, ctx, { id }) => change(tx, ctx, id, { state: "paused" }),
  async resume(tx, ctx, { id }) {
    await change(tx, ctx, id, { state: "running" });
    await ctx.enqueue(tx, "bulk", id);
  },
  async cancel(tx, ctx, { id }) {
    await change(tx, ctx, id, { state: "cancelled", doneAt: ctx.clock.now() });
    await tx
      .update(bulkItems)
      .set({ state: "cancelled", endedAt: ctx.clock.now() })
      .where(
        and(eq(bulkItems.shopId, ctx.shop.id), eq(bulkItems.batchId, id), eq(bulkItems.state, "waiting")),
      );
  },
  async retry(tx, ctx, { id }) {
    await tx
      .update(bulkItems)
      .set({ state: "waiting", refusal: null, endedAt: null })
      .where(
        and(eq(bulkItems.shopId, ctx.shop.id), eq(bulkItems.batchId, id), eq(bulkItems.state, "failed")),
      );
    await change(tx, ctx, id, { state: "running", doneAt: null });
    await ctx.enqueue(tx, "bulk", id);
  },
};

async function change(tx: Transaction, ctx: ShopContext, id: string, to: Partial<BatchRow>): Promise<void> {
  await tx
    .update(bulkBatches)
    .set(to)
    .where(and(eq(bulkBatches.shopId, ctx.shop.id), eq(bulkBatches.id, id)));
}
