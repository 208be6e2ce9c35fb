import { and, asc, eq, gt, isNull, lt, ne, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { dropOldDocuments } from "../privacy/index.ts";
import { followPolicies } from "../return/follow-policy.ts";
import { followReturn } from "../return/follow-shopify.ts";
import { checkShop } from "../shop/check-shop.ts";
import { shopifyAdmin } from "../shop/find-shop.ts";
import { NotInstalled } from "../shop/installation.ts";
import { acrossAllShops, type Tools } from "../tools.ts";

const { installations, returns, webhookEvents } = tables;

/** How long a settled return is still compared: a refund by hand comes soon after, if it comes. */
const settledDays = 30;
const webhookDays = 30;
const page = 200;

/**
 * Webhooks come late, twice or not at all: once a night every shop is compared with Shopify by itself. One job a shop;
 * rows of webhooks that were followed long ago and documents nobody fetched go.
 */
export async function sweepShops(tools: Tools): Promise<void> {
  await dropOldDocuments(tools);
  await acrossAllShops(tools, async (tx) => {
    await tx
      .delete(webhookEvents)
      .where(lt(webhookEvents.processedAt, sql`clock_timestamp() - make_interval(days => ${webhookDays})`));
    const installed = await tx
      .select({ shopId: installations.shopId })
      .from(installations)
      .where(isNull(installations.uninstalledAt));
    for (const { shopId } of installed) await tools.jobs.enqueue(tx, "sweep", { shopId, id: shopId });
  });
}

/**
 * Compares a shop, its permissions and every return that is not long over with what Shopify has; then what the rules
 * would have done and no job was left for is done.
 */
export async function sweepShop(worker: ShopContext): Promise<void> {
  const ctx: ShopContext = { ...worker, actor: shopifyAdmin };
  try {
    await ctx.admin();
  } catch (error) {
    if (error instanceof NotInstalled) return;
    throw error;
  }
  await checkShop(ctx);
  for (let after = nobody; ; ) {
    const ids = await openReturns(ctx, after);
    for (const id of ids) await followReturn(ctx, id);
    const last = ids.at(-1);
    if (!last || ids.length < page) break;
    after = last;
  }
  // What does not get through tonight is not worth comparing everything again: tomorrow is another night.
  await followPolicies(worker).catch((error) => ctx.log.warn({ err: error }, "rules"));
}

const nobody = "00000000-0000-0000-0000-000000000000";

async function openReturns(ctx: ShopContext, after: string): Promise<string[]> {
  const rows = await ctx.inShop((tx) =>
    tx
      .select({ id: returns.id })
      .from(returns)
      .where(
        and(
          eq(returns.shopId, ctx.shop.id),
          gt(returns.id, after),
          ne(returns.status, "declined"),
          ne(returns.status, "cancelled"),
          sql`(${returns.status} <> 'resolved' or ${returns.updatedAt} > clock_timestamp() - make_interval(days => ${settledDays}))`,
        ),
      )
      .orderBy(asc(returns.id))
      .limit(page),
  );
  return rows.map(({ id }) => id);
}
