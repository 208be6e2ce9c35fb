import { knowsOrder, ordersNamed } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { type OpenedDraft, startDraft } from "./start-draft.ts";

export type DraftOfOrderRefusal = {
  readonly code: "OrderNotFound" | "ShopifyUnreachable" | "NotForCustomers";
};

/**
 * Opens a draft without the customer's proof: for staff and for the system, who act in a customer's name. A visitor of
 * the portal goes through `lookup` instead; this refuses them.
 */
export async function draftOfOrder(
  ctx: ShopContext,
  input: { orderName: string; email: string; locale: string },
): Promise<Result<OpenedDraft, DraftOfOrderRefusal>> {
  if (ctx.actor.kind === "customer") return refused("NotForCustomers");
  const read = await unlessUnreachable(ctx, async () => ordersNamed(await ctx.admin(), input.orderName));
  if (!read) return refused("ShopifyUnreachable");
  const order = read.value.find((each) => knowsOrder(each, { kind: "email", text: input.email }));
  if (!order) return refused("OrderNotFound");
  return ok(await ctx.inShop((tx) => startDraft(tx, ctx, order, input.locale)));
}
