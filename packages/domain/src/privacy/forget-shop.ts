import { eq, forgetting, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { forgetPhotosOfShop } from "../photo/forget-photos.ts";
import { noteUninstalled } from "../shop/uninstall.ts";
import { acrossAllShops } from "../tools.ts";
import { shopHash } from "./person.ts";

/**
 * Removes everything a shop ever had in Kept, two days after Kept was removed from it, and keeps a proof that names
 * nobody. False for a shop that has Kept again: it is not touched.
 */
export async function forgetShop(ctx: ShopContext): Promise<boolean> {
  if (!(await noteUninstalled(ctx))) return false;
  const { id, domain } = ctx.shop;
  await forgetPhotosOfShop(ctx);
  await forgetting(ctx.tools.database, id, async (tx) => {
    await tx.execute(sql`select set_config('statement_timeout', '600000', true)`);
    const [row] = await tx.execute<{ removed: string }>(sql`select forget_shop(${id}) as removed`);
    await tx.execute(sql`delete from pgboss.job where data ->> 'shopId' = ${id} and state <> 'active'`);
    await tx.insert(tables.privacyProofs).values({
      kind: "redact_shop",
      shopHash: shopHash(domain),
      touched: Number(row?.removed ?? 0),
    });
  });
  const { installStates, pendingConnections } = tables;
  await acrossAllShops(ctx.tools, async (tx) => {
    await tx.delete(installStates).where(eq(installStates.domain, domain));
    await tx.delete(pendingConnections).where(eq(pendingConnections.domain, domain));
  });
  ctx.log.warn("a shop was forgotten");
  return true;
}
