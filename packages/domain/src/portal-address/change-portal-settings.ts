import { eq, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { type PortalSettings, portalSettingsSchema } from "../shop/shop.ts";

/** How the shop's customers say who they are, from now on. */
export async function changePortalSettings(
  ctx: ShopContext,
  input: PortalSettings,
): Promise<Result<void, { readonly code: "NotAllowed" }>> {
  if (!allowed(ctx.role, "change_policy")) return refused("NotAllowed");
  const portal = portalSettingsSchema.parse({ ...ctx.shop.portal, ...input });
  await ctx.inShop((tx) => tx.update(tables.shops).set({ portal }).where(eq(tables.shops.id, ctx.shop.id)));
  return ok(undefined);
}
