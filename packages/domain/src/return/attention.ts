import type { Transaction } from "@kept/database";
import { mayDo, type ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { changeReturn, lockReturn, tell } from "./records.ts";
import type { ReturnRecord } from "./return.ts";

/** What somebody did outside Kept that only a person can make sense of. While it stands, nothing is issued. */
export type Attention = NonNullable<ReturnRecord["attention"]>;

/** Stops a return for a person, and says once why. */
export async function askAttention(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
  attention: Attention,
  detail: Record<string, unknown>,
): Promise<void> {
  await changeReturn(tx, ctx, record.id, { attention });
  await tell(tx, ctx, record.id, "needs_decision", { attention, ...detail });
}

/** A person has looked: the return goes on as if nothing had happened. What happened stays on record. */
export function dismissAttention(
  ctx: ShopContext,
  input: { number: number; reason: string },
): Promise<Result<void, { readonly code: "NotFound" | "NotAllowed" | "ReasonMissing" }>> {
  const reason = input.reason.trim().slice(0, 500);
  if (!mayDo(ctx, "decide")) return Promise.resolve(refused("NotAllowed"));
  if (reason === "") return Promise.resolve(refused("ReasonMissing"));
  return ctx.inShop(async (tx) => {
    const record = await lockReturn(tx, ctx, input.number);
    if (!record) return refused("NotFound");
    if (!record.attention) return ok(undefined);
    await changeReturn(tx, ctx, record.id, { attention: null });
    await tell(tx, ctx, record.id, "decided_to_go_on", { attention: record.attention, reason });
    return ok(undefined);
  });
}
