import { and, eq, sql, tables } from "@kept/database";
import type { ComplianceTopic, WebhookTopic } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { carryOutWishes, forgetShop } from "../privacy/index.ts";
import { reconcileCustomer } from "../reconciliation/index.ts";
import { followCustomer, followOrder, followShopifyReturn } from "../return/follow-shopify.ts";
import { checkShop } from "../shop/check-shop.ts";
import { shopifyAdmin } from "../shop/find-shop.ts";
import { NotInstalled } from "../shop/installation.ts";
import { noteUninstalled } from "../shop/uninstall.ts";

/** What came of a webhook. */
export type Outcome = "followed" | "not_ours" | "not_installed" | "unreachable";

/**
 * Looks at what a webhook told of, as Shopify's API has it now, and brings Kept in step. Safe to run again and late:
 * what is compared are states, never what the webhook said. No money moves here. Throws when Shopify cannot be read,
 * so that the job is tried again.
 */
export async function followWebhook(worker: ShopContext, webhookId: string): Promise<void> {
  const ctx: ShopContext = { ...worker, actor: shopifyAdmin };
  const { webhookEvents } = tables;
  const which = and(eq(webhookEvents.shopId, ctx.shop.id), eq(webhookEvents.webhookId, webhookId));
  const [event] = await ctx.inShop((tx) => tx.select().from(webhookEvents).where(which));
  if (!event || event.processedAt) return;
  const outcome = await effectOf(ctx, event.topic, event.subject);
  await ctx.inShop((tx) =>
    tx.update(webhookEvents).set({ processedAt: sql`clock_timestamp()`, outcome }).where(which),
  );
}

async function effectOf(ctx: ShopContext, topic: string, subject: string | null): Promise<Outcome> {
  const effect = effects[topic as WebhookTopic | ComplianceTopic];
  if (!effect) return "not_ours";
  try {
    return await effect(ctx, subject ?? "");
  } catch (error) {
    if (error instanceof NotInstalled) return "not_installed";
    throw error;
  }
}

const effects: Record<
  WebhookTopic | ComplianceTopic,
  (ctx: ShopContext, subject: string) => Promise<Outcome>
> = {
  "returns/request": aReturn,
  "returns/approve": aReturn,
  "returns/decline": aReturn,
  "returns/process": aReturn,
  "returns/update": aReturn,
  "returns/cancel": aReturn,
  "returns/close": aReturn,
  "returns/reopen": aReturn,
  "refunds/create": anOrder,
  "orders/create": aBuyer,
  "orders/updated": anOrder,
  "order_transactions/create": anOrder,
  "customers/update": aCustomer,
  "customers/delete": aCustomer,
  "shop/update": theShop,
  "customer_account_settings/update": theShop,
  "app/scopes_update": theShop,
  "customers/data_request": wishes,
  "customers/redact": wishes,
  "shop/redact": async (ctx) => ((await forgetShop(ctx)) ? "followed" : "not_ours"),
  "app/uninstalled": async (ctx) => ((await noteUninstalled(ctx)) ? "followed" : "not_ours"),
};

async function aReturn(ctx: ShopContext, subject: string): Promise<Outcome> {
  return (await followShopifyReturn(ctx, subject)) ? "followed" : "not_ours";
}

async function anOrder(ctx: ShopContext, subject: string): Promise<Outcome> {
  return (await followOrder(ctx, subject)) ? "followed" : "not_ours";
}

/** Whoever buys may have spent credit, or let some expire: their account is compared at once instead of at night. */
async function aBuyer(ctx: ShopContext, subject: string): Promise<Outcome> {
  return (await reconcileCustomer(ctx, subject)) ? "followed" : "not_ours";
}

async function aCustomer(ctx: ShopContext, subject: string): Promise<Outcome> {
  return (await followCustomer(ctx, subject)) ? "followed" : "not_ours";
}

async function wishes(ctx: ShopContext): Promise<Outcome> {
  await carryOutWishes(ctx);
  return "followed";
}

async function theShop(ctx: ShopContext): Promise<Outcome> {
  await ctx.admin();
  const checked = await checkShop(ctx);
  if (!checked.ok) throw new Error("The shop could not be read");
  return "followed";
}
