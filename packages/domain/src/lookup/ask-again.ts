import { and, eq, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { askAgainSeconds, mostAsked } from "./lookup.ts";
import { lockLookup } from "./prove-order.ts";

export type AskAgainRefusal =
  | { readonly code: "LookupGone" }
  | { readonly code: "TooSoon"; readonly retryAfterSeconds: number }
  | { readonly code: "AskedTooOften" };

/** The letter did not come, or its code was used up: asks for a new code, with new tries. */
export async function askAgain(
  ctx: ShopContext,
  input: { key: string },
): Promise<Result<void, AskAgainRefusal>> {
  return ctx.inShop(async (tx) => {
    const now = ctx.clock.now();
    const lookup = await lockLookup(tx, ctx, input.key, now);
    if (!lookup || lookup.provedAt) return refused("LookupGone");
    const left = Math.ceil((lookup.askedAt.getTime() - now.getTime()) / 1000) + askAgainSeconds;
    if (left > 0) return refused("TooSoon", { retryAfterSeconds: left });
    if (lookup.asked >= mostAsked) return refused("AskedTooOften");
    await tx
      .update(tables.lookups)
      .set({ askedAt: now, asked: lookup.asked + 1, triesBefore: lookup.wrongTries })
      .where(and(eq(tables.lookups.shopId, ctx.shop.id), eq(tables.lookups.id, lookup.id)));
    await ctx.enqueue(tx, "look_up", lookup.id);
    return ok(undefined);
  });
}

/** What the page with the code's field may know: the visitor's own words, and nothing about whether they were right. */
export interface LookupView {
  readonly orderName: string;
  readonly contactKind: "email" | "phone" | "postcode";
  readonly contact: string;
}

/** Null when it is unknown, of another browser, used or run out. */
export async function readLookup(ctx: ShopContext, key: string): Promise<LookupView | null> {
  return ctx.inShop(async (tx) => {
    const lookup = await lockLookup(tx, ctx, key, ctx.clock.now());
    if (!lookup || lookup.provedAt) return null;
    const { orderName, contactKind, contact } = lookup;
    return { orderName, contactKind, contact };
  });
}
