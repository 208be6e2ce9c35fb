import { eq, sql, type Transaction, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { sumAnew } from "../report/credit-sums.ts";
import { foldAnew } from "../report/fold-figures.ts";
import { shopifyAdmin } from "./find-shop.ts";

const { shops } = tables;
const tenMinutes = 600_000;

/**
 * Follows the time zone Shopify says. Every day the shop's sums are kept by is another one then, so all of them are
 * counted anew in the transaction that changes the zone: whoever reads sees the days of one zone, and whoever writes
 * money down meanwhile waits for the end. One that the database does not know is left alone: days could not be told any
 * more, and nothing could be written down. Following again changes nothing.
 */
export async function followZone(ctx: ShopContext, zone: string): Promise<void> {
  if (zone === ctx.shop.timeZone) return;
  await ctx.inShop(async (tx) => {
    if (!(await isKnownZone(tx, zone))) {
      ctx.log.warn({ zone }, "Shopify says a time zone nobody here knows");
      return;
    }
    await tx.execute(sql`select set_config('statement_timeout', ${String(tenMinutes)}, true)`);
    await tx.execute(sql`select have_days_alone(${ctx.shop.id})`);
    const [now] = await tx.select({ zone: shops.timeZone }).from(shops).where(eq(shops.id, ctx.shop.id));
    if (!now || now.zone === zone) return;
    await foldAnew(tx, ctx, zone);
    await sumAnew(tx, ctx, zone);
    await tx.update(shops).set({ timeZone: zone }).where(eq(shops.id, ctx.shop.id));
    const detail = { from: now.zone, to: zone };
    await audit(tx, { ...ctx, actor: shopifyAdmin }, { act: "settings.time_zone_followed", detail });
  });
}

/** Whether the database can tell days of a time zone. */
export async function isKnownZone(tx: Transaction, zone: string): Promise<boolean> {
  return (await tx.execute(sql`select 1 from pg_timezone_names where name = ${zone}`)).length > 0;
}
