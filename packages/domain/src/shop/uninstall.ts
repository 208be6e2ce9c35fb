import { and, eq, isNull, sql, tables } from "@kept/database";
import { grantedScopes, ShopifyUnavailable } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { NotInstalled } from "./installation.ts";

const { installations } = tables;

/**
 * Somebody told us that Kept was removed from a shop. Believed when our token is dead: a shop that was installed again
 * meanwhile has one that lives. Nothing is sent or read for the shop from then on; what is under way stops for a
 * person and goes on when Kept is installed again. False when it was not so.
 */
export async function noteUninstalled(ctx: ShopContext): Promise<boolean> {
  const ours = eq(installations.shopId, ctx.shop.id);
  const [before] = await ctx.inShop((tx) => tx.select().from(installations).where(ours));
  if (!before || before.uninstalledAt) return true;
  if (!(await tokenIsDead(ctx))) return false;
  const noted = await ctx.inShop((tx) =>
    tx
      .update(installations)
      .set({ uninstalledAt: sql`clock_timestamp()` })
      // Another token than the one that was found dead: the shop was connected anew meanwhile.
      .where(
        and(ours, eq(installations.accessToken, before.accessToken), isNull(installations.uninstalledAt)),
      )
      .returning({ shopId: installations.shopId }),
  );
  if (noted.length > 0) ctx.log.warn("Kept was uninstalled");
  return noted.length > 0;
}

async function tokenIsDead(ctx: ShopContext): Promise<boolean> {
  try {
    await grantedScopes(await ctx.admin());
    return false;
  } catch (error) {
    if (error instanceof NotInstalled) return true;
    if (error instanceof ShopifyUnavailable && error.reason === "unauthorized") return true;
    throw error;
  }
}
