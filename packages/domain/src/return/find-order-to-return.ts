import { randomBytes } from "node:crypto";
import { tables } from "@kept/database";
import { findOrder } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { countTry } from "./try-limits.ts";

export type FindRefusal =
  | { readonly code: "OrderNotFound" }
  | { readonly code: "TooManyTries"; readonly retryAfterSeconds: number }
  | { readonly code: "ShopifyUnreachable" };

const draftHours = 24;

/**
 * The first step: order number and e-mail, as on the order's confirmation. Every miss has the same answer. A hit
 * opens a draft, named by 16 random bytes. `address` is the caller's network address, used only to limit tries.
 */
export async function findOrderToReturn(
  ctx: ShopContext,
  input: { orderName: string; email: string; locale: string; address: string },
): Promise<Result<{ key: string; expiresAt: Date }, FindRefusal>> {
  const email = input.email.trim().toLowerCase();
  const name = input.orderName.trim();
  const wait = await countTry(ctx.tools, [
    { subject: `find|${ctx.shop.id}|address|${input.address}`, most: 30, seconds: 600 },
    { subject: `find|${ctx.shop.id}|order|${name.toLowerCase()}`, most: 20, seconds: 3600 },
    { subject: `find|${ctx.shop.id}|email|${email}`, most: 20, seconds: 3600 },
  ]);
  if (wait !== null) return refused("TooManyTries", { retryAfterSeconds: wait });

  const found = await unlessUnreachable(ctx, async () => findOrder(await ctx.admin(), { name, email }));
  if (!found) return refused("ShopifyUnreachable");
  const order = found.value;
  if (!order) return refused("OrderNotFound");
  return ok(await startDraft(ctx, order, input.locale));
}

async function startDraft(ctx: ShopContext, order: { id: string; name: string }, locale: string) {
  const key = randomBytes(16).toString("base64url");
  const expiresAt = new Date(ctx.clock.now().getTime() + draftHours * 3_600_000);
  await ctx.inShop((tx) =>
    tx.insert(tables.returnDrafts).values({
      shopId: ctx.shop.id,
      key,
      orderGid: order.id,
      orderName: order.name,
      locale,
      expiresAt,
    }),
  );
  return { key, expiresAt };
}
