import { inShop, type Job, type Queue, type Transaction } from "@kept/database";
import type { Logger } from "pino";
import { type Act, allowed, type Role } from "./organization/roles.ts";
import type { AccessRow } from "./shop/access.ts";
import { installationAdmin, type ShopAdmin } from "./shop/installation.ts";
import type { Shop } from "./shop/shop.ts";
import type { Clock, Tools } from "./tools.ts";

/** Who acts. Written beside everything that changes (I7). */
export type Actor =
  | { readonly kind: "member"; readonly userId: string; readonly name: string; readonly email: string }
  | { readonly kind: "customer"; readonly name: string }
  | { readonly kind: "api_key"; readonly keyId: string; readonly name: string }
  | { readonly kind: "system"; readonly name: "worker" | "automation" | "demo" }
  | { readonly kind: "shopify"; readonly name: string };

/** Everything a verb needs to know: for which shop, who asks, with which tools, at what time. Passed, never ambient. */
export interface ShopContext {
  readonly shop: Shop;
  readonly actor: Actor;
  /** What the actor may do; null for customers and the system, whose verbs are their own. */
  readonly role: Role | null;
  /** From where a member asks, as far as it is known; kept in the audit log. */
  readonly ip: string | null;
  /** What a key of the shop's may do of what members do: nothing but what its scopes say. */
  readonly keyMay?: readonly Act[];
  readonly log: Logger;
  readonly clock: Clock;
  readonly tools: Tools;
  /** A transaction that sees this shop's rows and no other's. Never held open over the network. */
  inShop<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Puts a job into the caller's transaction. */
  enqueue(tx: Transaction, queue: Queue, id: string, startAfter?: Date): Promise<void>;
  /** Shopify, as this shop's installation may use it. Throws when the app is not installed. */
  admin(): Promise<ShopAdmin>;
  /** The same with the token that was found with the shop itself, when this context was made: for `withOneAdmin`. */
  adminAsFound(): Promise<ShopAdmin>;
}

export function shopContext(
  tools: Tools,
  shop: Shop,
  actor: Actor,
  options: { role?: Role; requestId?: string; ip?: string | null; found?: readonly AccessRow[] } = {},
): ShopContext {
  const { answerWithinMs } = tools.settings;
  const until = answerWithinMs ? performance.now() + answerWithinMs : undefined;
  const work = <T>(inside: (tx: Transaction) => Promise<T>) => inShop(tools.database, shop.id, inside);
  return {
    shop,
    actor,
    role: options.role ?? null,
    ip: options.ip ?? null,
    log: tools.log.child({ shop: shop.handle, ...(options.requestId && { requestId: options.requestId }) }),
    clock: tools.clock,
    tools,
    inShop: work,
    enqueue: (tx, queue, id, startAfter) => tools.jobs.enqueue(tx, queue, jobOf(shop, id), startAfter),
    admin: () => installationAdmin(tools, shop, work, { until }),
    adminAsFound: () => installationAdmin(tools, shop, work, { until, found: options.found }),
  };
}

/**
 * The same context, for one piece of work that begins now and speaks to Shopify several times, with one token: the one
 * that was found with the shop, else looked up at the first of them. A token that died meanwhile opens nothing, and
 * Shopify says so.
 */
export function withOneAdmin(ctx: ShopContext): ShopContext {
  return { ...ctx, admin: once(ctx.adminAsFound, ctx.admin) };
}

/** Asks once, however many want to know; what failed is asked anew. */
function once<T>(first: () => Promise<T>, again: () => Promise<T>): () => Promise<T> {
  let ask = first;
  let asked: Promise<T> | null = null;
  return () => {
    const answer = asked ?? ask();
    ask = again;
    asked = answer;
    answer.catch(() => {
      asked = null;
    });
    return answer;
  };
}

/**
 * Whether the one who asks may do what members decide about. A member may what their role includes, a key what its
 * scopes name of it; customers and the system do it only where a verb of their own leads there.
 */
export function mayDo(ctx: ShopContext, act: Act): boolean {
  const { kind } = ctx.actor;
  if (kind === "api_key") return ctx.keyMay?.includes(act) ?? false;
  return kind === "member" ? allowed(ctx.role, act) : true;
}

function jobOf(shop: Shop, id: string): Job {
  return { shopId: shop.id, id };
}
