import { sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";

const { returns } = tables;

/**
 * Which request waits to be decided after this return, by its number: the next one below it in the list, after the last
 * the first again. Null where no other waits.
 */
export async function nextRequest(ctx: ShopContext, number: number): Promise<number | null> {
  const others = sql`from ${returns} other where other.shop_id = ${ctx.shop.id} and other.stage = 'requested'`;
  const below = sql`other.id < (select here.id from ${returns} here where here.shop_id = ${ctx.shop.id} and here.number = ${number})`;
  const first = sql`order by other.id desc limit 1`;
  const [row] = await ctx.inShop(async (tx) => {
    // Walked along the list's own index, however many wait: see `listReturns`.
    await tx.execute(sql`select set_config('enable_sort', 'off', true)`);
    return tx.execute<{ number: number }>(sql`
      (select other.number ${others} and ${below} ${first})
      union all (select other.number ${others} and other.number <> ${number} ${first})
      limit 1`);
  });
  return row ? Number(row.number) : null;
}
