import { and, eq, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { workerContext } from "../shop/find-shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { reconcileAccount } from "./reconcile-account.ts";
import { continueReconciliation, startReconciliation } from "./run.ts";

/**
 * Every hour: shops where it is between three and six in the morning, and that were not compared with Shopify this
 * night, are; a run that has not ended in six hours is given up. Across shops, because the clock is every shop's.
 */
export async function startNights(tools: Tools): Promise<void> {
  const shops = await acrossAllShops(tools, async (tx) => {
    await tx.execute(sql`
      update reconciliation_runs set state = 'failed', reason = 'not_finished', finished_at = clock_timestamp()
       where state = 'running' and started_at < clock_timestamp() - interval '6 hours'`);
    return tx.execute<{ id: string; night: string }>(sql`
      select s.id, to_char(now() at time zone s.time_zone, 'YYYY-MM-DD') as night
        from shops s join installations i on i.shop_id = s.id and i.uninstalled_at is null
       where extract(hour from now() at time zone s.time_zone) between 3 and 5
         and not exists (select 1 from reconciliation_runs r where r.shop_id = s.id
                          and r.night = to_char(now() at time zone s.time_zone, 'YYYY-MM-DD'))`);
  });
  for (const { id, night } of shops) {
    const ctx = await workerContext(tools, id);
    if (ctx) await startReconciliation(ctx, { night });
  }
}

/**
 * Every few minutes: shops with accounts on which something is open, or was settled since it was last looked at.
 * Across shops, to find them; each is then a job of its own.
 */
export async function pokeActiveAccounts(tools: Tools): Promise<void> {
  const shops = await acrossAllShops(tools, (tx) =>
    tx.execute<{ shop_id: string }>(sql`select distinct g.shop_id ${active(tools)} limit 500`),
  );
  for (const { shop_id: shopId } of shops) {
    const ctx = await workerContext(tools, shopId);
    if (ctx) await ctx.inShop((tx) => ctx.enqueue(tx, "reconcile", activeAccounts));
  }
}

/** What the job of a shop's active accounts is called; any other id is a run's. */
const activeAccounts = "active";

/** Does what a job of the queue `reconcile` asks for. */
export async function reconcile(ctx: ShopContext, id: string): Promise<void> {
  if (id !== activeAccounts) return continueReconciliation(ctx, id);
  const lanes = await ctx.inShop((tx) =>
    tx.execute<{ lane_id: string }>(
      sql`select distinct g.lane_id ${active(ctx.tools)} and g.shop_id = ${ctx.shop.id} limit 100`,
    ),
  );
  for (const { lane_id: laneId } of lanes) await reconcileAccount(ctx, laneId);
}

/** Compares the accounts of a customer to whom Kept gave credit. False for everybody else: nothing is asked. */
export async function reconcileCustomer(ctx: ShopContext, customerGid: string): Promise<boolean> {
  const { creditLanes } = tables;
  const lanes = await ctx.inShop((tx) =>
    tx
      .select({ id: creditLanes.id })
      .from(creditLanes)
      .where(and(eq(creditLanes.shopId, ctx.shop.id), eq(creditLanes.ownerGid, customerGid))),
  );
  for (const { id } of lanes) await reconcileAccount(ctx, id);
  return lanes.length > 0;
}

/**
 * Legs whose account should be read: in doubt and not looked at for a while, or confirmed long enough ago to show and
 * not seen since. Looked for by index, shop by shop and among those confirmed lately: this runs all day, and most legs
 * are neither.
 */
function active(tools: Tools) {
  const settled = sql`make_interval(secs => ${tools.patience.sinceSendMs / 1000})`;
  return sql`
    from (
      select d.* from shops s cross join lateral (
        select shop_id, lane_id, state, confirmed_at from ${tables.issuanceLegs}
         where shop_id = s.id and state in ('unknown', 'human') offset 0) d
      union all
      select shop_id, lane_id, state, confirmed_at from ${tables.issuanceLegs}
       where state = 'confirmed' and confirmed_at > statement_timestamp() - interval '1 day'
         and confirmed_at < statement_timestamp() - ${settled}) g
      join credit_lanes l on l.shop_id = g.shop_id and l.id = g.lane_id
      left join credit_accounts a on a.shop_id = g.shop_id and a.lane_id = g.lane_id
   where l.owner_gid like 'gid://shopify/Customer/%'
     and coalesce(a.read_at < case when g.state = 'confirmed' then g.confirmed_at + ${settled}
                                   else statement_timestamp() - interval '1 hour' end, true)`;
}
