import { and, asc, eq, inArray, isNull, sql, tables } from "@kept/database";
import { type ComplianceTopic, ShopifyUnavailable, type WebhookTopic } from "@kept/shopify";
import { type ShopContext, withOneAdmin } from "../context.ts";
import { carryOutWishes, forgetShop } from "../privacy/index.ts";
import { reconcileCustomer } from "../reconciliation/index.ts";
import { followReturn, returnsBehind } from "../return/follow-shopify.ts";
import { checkShop } from "../shop/check-shop.ts";
import { shopifyAdmin } from "../shop/find-shop.ts";
import { NotInstalled } from "../shop/installation.ts";
import { noteUninstalled } from "../shop/uninstall.ts";

/** What came of a webhook. */
export type Outcome = "followed" | "not_ours" | "not_installed" | "unreachable";

const { webhookEvents } = tables;

/**
 * Looks at what a shop's webhooks told of, as Shopify's API has it now, and brings Kept in step. Safe to run again and
 * late: what is compared are states, never what a webhook said. So what several of them are about is looked at once. No
 * money moves here. Answers those that could not be followed, each with why, so that their jobs are tried again.
 */
export async function followWebhooks(
  worker: ShopContext,
  webhookIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const ctx = withOneAdmin({ ...worker, actor: shopifyAdmin });
  const these = (ids: readonly string[]) =>
    and(eq(webhookEvents.shopId, ctx.shop.id), inArray(webhookEvents.webhookId, [...ids]));
  const { open, behind } = await ctx.inShop(async (tx) => {
    const events = await tx
      .select()
      .from(webhookEvents)
      .where(and(these(webhookIds), isNull(webhookEvents.processedAt)))
      .orderBy(asc(webhookEvents.receivedAt));
    const subjects = events.flatMap(
      ({ topic, subject }) => (effectOf(topic) === ourReturns && subject) || [],
    );
    return { open: events, behind: await returnsBehind(tx, ctx, subjects) };
  });
  const looks = new Looks(ctx, behind);
  const came = new Map<Outcome, string[]>();
  const failed = new Map<string, unknown>();
  for (const { webhookId, topic, subject } of open) {
    try {
      const outcome = await looks.at(topic, subject ?? "");
      came.set(outcome, [...(came.get(outcome) ?? []), webhookId]);
    } catch (error) {
      failed.set(webhookId, error);
    }
  }
  await ctx.inShop(async (tx) => {
    for (const [outcome, ids] of came)
      await tx.update(webhookEvents).set({ processedAt: sql`clock_timestamp()`, outcome }).where(these(ids));
  });
  return failed;
}

type Effect = (ctx: ShopContext, subject: string) => Promise<boolean>;

/** Told of what stands behind returns of ours, or does not: then it is nothing to us. */
const ourReturns = "our returns";

const effects: Record<WebhookTopic | ComplianceTopic, Effect | typeof ourReturns> = {
  "returns/request": ourReturns,
  "returns/approve": ourReturns,
  "returns/decline": ourReturns,
  "returns/process": ourReturns,
  "returns/update": ourReturns,
  "returns/cancel": ourReturns,
  "returns/close": ourReturns,
  "returns/reopen": ourReturns,
  "refunds/create": ourReturns,
  // Whoever buys may have spent credit, or let some expire: their account is compared at once instead of at night.
  "orders/create": reconcileCustomer,
  "orders/updated": ourReturns,
  "order_transactions/create": ourReturns,
  "customers/update": ourReturns,
  "customers/delete": ourReturns,
  "shop/update": readShop,
  "customer_account_settings/update": readShop,
  "app/scopes_update": readShop,
  "customers/data_request": wishes,
  "customers/redact": wishes,
  "shop/redact": forgetShop,
  "app/uninstalled": noteUninstalled,
};

function effectOf(topic: string): Effect | typeof ourReturns | undefined {
  return effects[topic as WebhookTopic | ComplianceTopic];
}

/** One look at each thing, however many webhooks are about it. While Shopify is away, nothing more is asked of it. */
class Looks {
  readonly #ctx: ShopContext;
  readonly #behind: ReadonlyMap<string, readonly string[]>;
  readonly #looked = new Map<string, Promise<Outcome>>();
  #away: ShopifyUnavailable | undefined;

  constructor(ctx: ShopContext, behind: ReadonlyMap<string, readonly string[]>) {
    this.#ctx = ctx;
    this.#behind = behind;
  }

  async at(topic: string, subject: string): Promise<Outcome> {
    const effect = effectOf(topic);
    if (!effect) return "not_ours";
    if (effect !== ourReturns) return this.#once(`${topic} ${subject}`, () => effect(this.#ctx, subject));
    let outcome: Outcome = "not_ours";
    for (const id of this.#behind.get(subject) ?? [])
      outcome = await this.#once(id, () => followReturn(this.#ctx, id).then(() => true));
    return outcome;
  }

  #once(what: string, look: () => Promise<boolean>): Promise<Outcome> {
    const looked = this.#looked.get(what) ?? this.#look(look);
    this.#looked.set(what, looked);
    return looked;
  }

  async #look(look: () => Promise<boolean>): Promise<Outcome> {
    if (this.#away) throw this.#away;
    try {
      return (await look()) ? "followed" : "not_ours";
    } catch (error) {
      if (error instanceof NotInstalled) return "not_installed";
      if (error instanceof ShopifyUnavailable && error.reason !== "not_understood") this.#away = error;
      throw error;
    }
  }
}

async function wishes(ctx: ShopContext): Promise<boolean> {
  await carryOutWishes(ctx);
  return true;
}

async function readShop(ctx: ShopContext): Promise<boolean> {
  await ctx.admin();
  const checked = await checkShop(ctx);
  if (!checked.ok) throw new Error("The shop could not be read");
  return true;
}
