import { and, eq, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { changeReturn, tell } from "./records.ts";
import { isCancellable } from "./return.ts";

/** Takes a request back, by its private link or by its number. Possible until somebody has decided about it. */
export function cancelReturn(
  ctx: ShopContext,
  input: { returnKey: string } | { number: number },
): Promise<Result<void, { readonly code: "NotFound" | "NotCancellable" }>> {
  const which =
    "returnKey" in input ? eq(tables.returns.key, input.returnKey) : eq(tables.returns.number, input.number);
  return ctx.inShop(async (tx) => {
    const [record] = await tx
      .select()
      .from(tables.returns)
      .where(and(eq(tables.returns.shopId, ctx.shop.id), which))
      .for("update");
    if (!record) return refused("NotFound");
    if (record.status === "cancelled") return ok(undefined);
    if (!isCancellable(record)) return refused("NotCancellable");
    await changeReturn(tx, ctx, record.id, { status: "cancelled" });
    await tell(tx, ctx, record.id, "cancelled");
    await ctx.enqueue(tx, "mirror", record.id);
    return ok(undefined);
  });
}
