import { and, eq, isNull, sql, type Transaction, tables } from "@kept/database";
import { isShopDomain, type Person, readWebhook, type Telling } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { shopifyContext } from "../shop/find-shop.ts";
import type { Tools } from "../tools.ts";

/** A webhook as it came in. Only the body is signed; the headers say where it claims to be from. */
export interface ReceivedWebhook {
  readonly body: Uint8Array;
  readonly signature: string | null;
  readonly topic: string | null;
  readonly shop: string | null;
  /** The same for every repetition of one telling. */
  readonly webhookId: string | null;
}

/** `forged` is refused; everything else was understood as far as it goes and is not to be sent again. */
export type Reception = "forged" | "kept" | "known" | "not_for_us";

/**
 * Takes a webhook: believes its signature or refuses it, writes down where to look, and leaves the looking to a job in
 * the same transaction. Nothing is read from Shopify and nothing is decided here, so that the answer is out in time,
 * and an answered webhook is never lost.
 */
export async function receiveWebhook(tools: Tools, webhook: ReceivedWebhook): Promise<Reception> {
  if (!tools.shopify.verifyWebhook(webhook)) return "forged";
  const { topic, shop, webhookId, body } = webhook;
  if (!topic || !shop || !isShopDomain(shop) || !webhookId || webhookId.length > 100) return "not_for_us";
  const telling = readWebhook({ topic, shop, body });
  if (!telling) return "not_for_us";
  const ctx = await shopOf(tools, shop);
  if (!ctx) return "not_for_us";
  return ctx.inShop((tx) => keep(tx, ctx, webhookId, telling));
}

const remembered = new WeakMap<Tools, Map<string, { readonly at: number; readonly ctx: ShopContext }>>();
const rememberedMs = 10_000;

/**
 * Shopify tells of one shop many times a second: whose domain it is, is asked now and then. Only which shop it is, is
 * used of it; one that is nobody's is asked for every time, because it may be somebody's by then.
 */
async function shopOf(tools: Tools, domain: string): Promise<ShopContext | null> {
  const shops = remembered.get(tools) ?? new Map();
  remembered.set(tools, shops);
  const known = shops.get(domain);
  if (known && known.at > Date.now() - rememberedMs) return known.ctx;
  const ctx = await shopifyContext(tools, domain);
  if (ctx) shops.set(domain, { at: Date.now(), ctx });
  else shops.delete(domain);
  return ctx;
}

async function keep(
  tx: Transaction,
  ctx: ShopContext,
  webhookId: string,
  telling: Telling,
): Promise<Reception> {
  const subject = telling.kind === "news" ? telling.subject : null;
  const kept = await tx
    .insert(tables.webhookEvents)
    .values({ shopId: ctx.shop.id, webhookId, topic: telling.topic, subject })
    .onConflictDoNothing()
    .returning({ id: tables.webhookEvents.webhookId });
  if (kept.length === 0) return "known";
  if (telling.kind === "person") await keepWish(tx, ctx, telling.topic, telling.person);
  await ctx.enqueue(tx, "news", webhookId);
  return "kept";
}

/** A wish that is still open is not written down twice; one that names other orders is another wish. */
async function keepWish(tx: Transaction, ctx: ShopContext, topic: string, person: Person): Promise<void> {
  const { privacyRequests } = tables;
  const kind = topic === "customers/redact" ? "redact_customer" : "data_request";
  const wish = { shopId: ctx.shop.id, kind, customerGid: person.customerId } as const;
  const open = await tx
    .select({ id: privacyRequests.id })
    .from(privacyRequests)
    .where(
      and(
        eq(privacyRequests.shopId, wish.shopId),
        eq(privacyRequests.kind, kind),
        eq(privacyRequests.customerGid, wish.customerGid),
        isNull(privacyRequests.doneAt),
        sql`${privacyRequests.person} = ${JSON.stringify(person)}::jsonb`,
      ),
    );
  if (open.length === 0) await tx.insert(privacyRequests).values({ ...wish, person });
}
