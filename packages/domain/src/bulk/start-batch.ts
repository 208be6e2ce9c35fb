import { and, eq, inArray, type Transaction, tables } from "@kept/database";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { fingerprint } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { quoteById } from "../return/records.ts";
import { type BulkAct, mostAtOnce } from "./bulk.ts";

const { bulkBatches, bulkItems, quotes, returns } = tables;

export type StartRefusal =
  | { readonly code: "NotAllowed" | "NothingChosen" | "ReasonMissing" | "SelectionChanged" }
  | { readonly code: "TooMany"; readonly most: number };

/** A return, and the quote whose amount was seen when it was chosen. */
export interface Chosen {
  readonly number: number;
  readonly quoteId: string;
}

/**
 * Asks for the same act for many returns. It is kept in the database and worked off by the worker, as this member: a
 * closed tab or a worker that ends changes nothing. Which returns it is about is settled here and now: where one
 * of them promises something else by now than was seen, nothing begins; one that does when its turn comes is refused.
 */
export async function startBatch(
  ctx: ShopContext,
  input: { act: BulkAct; chosen: readonly Chosen[]; reason?: string | undefined },
): Promise<Result<{ id: string; total: number }, StartRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== "member" || !mayAsk(ctx, input.act)) return refused("NotAllowed");
  const reason = input.reason?.trim().slice(0, 500) || null;
  if (input.act === "decline" && !reason) return refused("ReasonMissing");
  return ctx.inShop(async (tx) => {
    const seen = new Map(input.chosen.map(({ number, quoteId }) => [number, quoteId]));
    const chosen = await chosenReturns(tx, ctx, [...seen.keys()]);
    if (chosen.length === 0) return refused("NothingChosen");
    if (chosen.length > mostAtOnce) return refused("TooMany", { most: mostAtOnce });
    for (const each of chosen)
      if (!(await promisesAsSeen(tx, ctx, each, seen.get(each.number)))) return refused("SelectionChanged");
    const id = v7();
    const shopId = ctx.shop.id;
    await tx.insert(bulkBatches).values({ id, shopId, act: input.act, reason, userId: actor.userId, actor });
    for (const part of inParts(chosen, 1_000))
      await tx.insert(bulkItems).values(
        part.map((each) => ({
          shopId,
          batchId: id,
          returnId: each.id,
          number: each.number,
          seenQuoteId: seen.get(each.number) ?? each.quoteId,
        })),
      );
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
  const which = inArray(returns.number, numbers.slice(0, mostAtOnce + 1));
  return tx
    .select({ id: returns.id, number: returns.number, quoteId: returns.quoteId })
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), which))
    .orderBy(returns.id)
    .limit(mostAtOnce + 1);
}

/** Quotes are never changed, so the same one promises the same; another one may, where only its moment differs. */
async function promisesAsSeen(
  tx: Transaction,
  ctx: ShopContext,
  { id, quoteId }: { readonly id: string; readonly quoteId: string },
  seen: string | undefined,
): Promise<boolean> {
  if (seen === quoteId) return true;
  if (seen === undefined) return false;
  const [ofIt] = await tx
    .select({ id: quotes.id })
    .from(quotes)
    .where(and(eq(quotes.shopId, ctx.shop.id), eq(quotes.returnId, id), eq(quotes.id, seen)));
  if (!ofIt) return false;
  return fingerprint(await quoteById(tx, ctx, seen)) === fingerprint(await quoteById(tx, ctx, quoteId));
}

function* inParts<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
