import { sql, type Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";

/** Savers of a shop's settings take turns on its row, so that versions are counted without gaps or clashes. */
export async function oneSaverAtATime(tx: Transaction, ctx: ShopContext): Promise<void> {
  await tx.execute(sql`select 1 from shops where id = ${ctx.shop.id} for update`);
}
