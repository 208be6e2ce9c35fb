import { and, eq, inArray, type Transaction, tables } from "@kept/database";
import type { Money } from "@kept/money";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { type BulkAct, mostAtOnce } from "./bulk.ts";

const { bulkBatches, bulkItems, returns } = tables;

export type StartRefusal =
  | { readonly code: "NotAllowed" | "NothingChosen" | "ReasonMissing" | "SelectionChanged" }
  | { readonly code: "TooMany"; readonly most: number };

/**
 * Asks for the same act for many returns. It is kept in the database and worked off by the worker, as this member: a
 * closed tab or a worker that ends changes nothing. Which returns it is about is settled here and now. `seen` is what
 * they came to, per currency, when they were chosen: where they come to something else by now, nothing begins.
 */
export async function startBatch(
  ctx: ShopContext,
  input: {
    act: BulkAct;
    numbers: readonly number[];
    reason?: string | undefined;
    seen?: readonly Money[] | undefined;
  },
): Promise<Result<{ id: string; total: number }, StartRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== "member" || !mayAsk(ctx, input.act)) return refused("NotAllowed");
  const reason = input.reason?.trim().slice(0, 500) || null;
  if (input.act === "decline" && !reason) return refused("ReasonMissing");
  return ctx.inShop(async (tx) => {
    const chosen = await chosenReturns(tx, ctx, input.numbers);
    if (chosen.length === 0) return refused("NothingChosen");
    if (chosen.length > mostAtOnce) return refused("TooMany", { most: mostAtOnce });
    if (input.seen && !comesTo(chosen, input.seen)) return refused("SelectionChanged");
    const id = v7();
    const shopId = ctx.shop.id;
    await tx.insert(bulkBatches).values({ id, shopId, act: input.act, reason, userId: actor.userId, actor });
    for (const part of inParts(chosen, 1_000))
      await tx
        .insert(bulkItems)
        .values(part.map((each) => ({ shopId, batchId: id, returnId: each.id, number: each.number })));
    await ctx.enqueue(tx, "bulk", id);
    return ok({ id, total: chosen.length });
  });
}

function mayAsk(ctx: ShopContext, act: BulkAct): boolean {
  const decides = act === "issue" || allowed(ctx.role, "decide");
  const issues = act === "approve" || act === "decline" || allowed(ctx.role, "issue");
  return decides && issues;
}

function chosenReturns(tx: Transaction, ctx: ShopContext, numbers: readonly number[]) {
  const which = inArray(returns.number, [...new Set(numbers)].slice(0, mostAtOnce + 1));
  return tx
    .select({
      id: returns.id,
      number: returns.number,
      currency: returns.currency,
      totalMinor: returns.totalMinor,
    })
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), which))
    .orderBy(returns.id)
    .limit(mostAtOnce + 1);
}

function comesTo(
  chosen: readonly { readonly currency: string; readonly totalMinor: bigint }[],
  seen: readonly Money[],
): boolean {
  const left = new Map(seen.map(({ currency, minor }) => [currency, minor]));
  for (const { currency, totalMinor } of chosen) left.set(currency, (left.get(currency) ?? 0n) - totalMinor);
  return [...left.values()].every((minor) => minor === 0n);
}

function* inParts<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
