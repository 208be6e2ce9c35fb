import { ordersNamed } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { approveReturn } from "./approve-return.ts";
import { readReturnByKey } from "./read-status.ts";
import type { ResolutionKind } from "./return.ts";
import { type SendRefusal, sendReturn } from "./send-return.ts";
import { startDraft } from "./start-draft.ts";

export type OpenOrderRefusal = { readonly code: "NotAllowed" | "OrderNotFound" | "ShopifyUnreachable" };

/**
 * The first step of a return that staff make for a customer: the order, by its number alone. It opens a draft like the
 * customer's own, in the shop's language; what the rules would not take back, staff may take back all the same.
 */
export async function openOrder(
  ctx: ShopContext,
  input: { orderName: string },
): Promise<Result<{ key: string }, OpenOrderRefusal>> {
  if (!allowed(ctx.role, "decide")) return refused("NotAllowed");
  const read = await unlessUnreachable(ctx, async () => ordersNamed(await ctx.admin(), input.orderName));
  if (!read) return refused("ShopifyUnreachable");
  const [order] = read.value;
  if (!order) return refused("OrderNotFound");
  const { key } = await ctx.inShop((tx) => startDraft(tx, ctx, order, ctx.shop.locale));
  return ok({ key });
}

/**
 * The last step: the return as it was quoted, made by this member for the customer; where wanted, approved at once by
 * the ordinary verb. Once per draft. When the approval is refused the return is there and waits for a decision.
 */
export async function createReturn(
  ctx: ShopContext,
  input: { key: string; resolution: ResolutionKind; fingerprint: string; note?: string; approve: boolean },
): Promise<Result<{ number: number; approved: boolean }, SendRefusal | { readonly code: "NotAllowed" }>> {
  if (!allowed(ctx.role, "decide")) return refused("NotAllowed");
  const sent = await sendReturn(ctx, input);
  if (!sent.ok) return sent;
  const made = await readReturnByKey(ctx, sent.value.returnKey);
  if (!made) throw new Error("A return was made and is not there");
  const number = Number(made.number.slice(2));
  const approved = input.approve && (await approveReturn(ctx, { number })).ok;
  return ok({ number, approved });
}
