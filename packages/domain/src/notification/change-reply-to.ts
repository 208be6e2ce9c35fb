import { eq, tables } from "@kept/database";
import { oneAddress } from "@kept/email";
import { audit } from "../audit/index.ts";
import { mayDo, type ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";

/** Says where customers' answers go. Empty: to the address Shopify gives to the shop's customers. */
export async function changeReplyTo(
  ctx: ShopContext,
  input: { replyTo: string },
): Promise<Result<void, { readonly code: "NotAllowed" | "NotAnAddress" }>> {
  if (!mayDo(ctx, "change_policy")) return refused("NotAllowed");
  const typed = input.replyTo.trim();
  const replyTo = typed === "" ? null : oneAddress(typed);
  if (typed !== "" && replyTo === null) return refused("NotAnAddress");
  await ctx.inShop(async (tx) => {
    await tx.update(tables.shops).set({ replyTo }).where(eq(tables.shops.id, ctx.shop.id));
    await audit(tx, ctx, { act: "settings.reply_to_changed", after: replyTo });
  });
  return ok(undefined);
}
