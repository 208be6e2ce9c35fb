import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { written } from "../written.ts";
import { findReturn, tell } from "./records.ts";

/** A word to colleagues on the return's timeline; customers never see it, and it moves nothing: all who act may. */
export async function addNote(
  ctx: ShopContext,
  input: { number: number; text: string },
): Promise<Result<void, { readonly code: "NotFound" | "NotAllowed" | "Empty" }>> {
  if (!allowed(ctx.role, "note")) return refused("NotAllowed");
  const text = written(input.text).slice(0, 2000);
  if (text === "") return refused("Empty");
  return ctx.inShop(async (tx) => {
    const record = await findReturn(tx, ctx, input.number);
    if (!record) return refused("NotFound");
    await tell(tx, ctx, record.id, "note", { text });
    return ok(undefined);
  });
}
