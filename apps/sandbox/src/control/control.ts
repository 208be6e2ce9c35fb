import { ZodError, z } from "zod";
import type { ShopDescription } from "../description/shop.ts";
import { loadShop } from "../load/load-shop.ts";
import { lettersMatching } from "../mail/receive.ts";
import { install } from "../oauth/install.ts";
import { type Call, json, type Reply, readJson } from "../server/exchange.ts";
import { settle } from "../server/graphql-endpoint.ts";
import { brokenAccounts } from "../store-credit/invariant.ts";
import type { World } from "../world/world.ts";
import { changeClock, clockAnswer } from "./clock.ts";
import { truth } from "./truth.ts";
import { declareWebhook, hurryWebhooks, removeApp, sendWebhook, subscriptions } from "./webhooks.ts";

type Handler = (world: World, call: Call) => Reply;

/** The control API: `METHOD /control/name`. For tests and demos only; Shopify has nothing like it. */
const handlers: Record<string, Handler> = {
  "POST /control/reset": reset,
  "GET /control/shops": listShops,
  "POST /control/shops": openShop,
  "POST /control/installations": installApp,
  "DELETE /control/installations": removeApp,
  "GET /control/webhooks": (world) =>
    json(200, { subscriptions: subscriptions(world), deliveries: world.deliveries.all() }),
  "POST /control/webhooks": declareWebhook,
  "POST /control/webhooks/send": sendWebhook,
  "POST /control/webhooks/hurry": hurryWebhooks,
  "GET /control/clock": (world) => json(200, clockAnswer(world)),
  "POST /control/clock": setClock,
  "GET /control/truth": tellTruth,
  "GET /control/broken": (world) => json(200, { broken: brokenShops(world) }),
  "GET /control/faults": (world) => json(200, { faults: world.faults.all() }),
  "POST /control/faults": (world, call) => json(201, world.faults.add(readJson(call))),
  "DELETE /control/faults": removeFaults,
  "POST /control/throttle": openThrottle,
  "GET /control/mail": (world, call) => json(200, lettersMatching(world, call.url.searchParams)),
};

export function control(world: World, call: Call): Reply {
  const handler = handlers[`${call.method} ${call.url.pathname.replace(/\/$/, "")}`];
  if (!handler)
    return json(404, { error: `No ${call.method} ${call.url.pathname}`, known: Object.keys(handlers) });
  if (call.body.length > 0 && readJson(call) === undefined)
    return json(400, { error: "The body is not JSON" });
  try {
    const reply = handler(world, call);
    world.commit();
    return reply;
  } catch (error) {
    if (error instanceof ZodError) return json(422, { error: z.prettifyError(error), issues: error.issues });
    if (error instanceof Error) return json(422, { error: error.message });
    throw error;
  }
}

function reset(world: World): Reply {
  world.reset();
  return json(200, { ok: true });
}

function listShops(world: World): Reply {
  const shops = [...world.shops.values()].map((shop) => ({
    domain: shop.domain,
    handle: shop.shop.handle,
    name: shop.shop.name,
    currency: shop.shop.currency,
    orders: shop.orders.size,
    customers: shop.customers.size,
    storeCreditEnabled: shop.shop.storeCreditEnabled,
    customerAccountsVersion: shop.shop.customerAccountsVersion,
  }));
  return json(200, { shops });
}

/** Answers every id the description led to, so that a test can go on from there. */
function openShop(world: World, call: Call): Reply {
  const shop = loadShop(world, readJson(call) as ShopDescription);
  const orders = shop.orders.all().map((order) => ({
    name: order.name,
    id: `gid://shopify/Order/${order.id}`,
    lines: order.lines.map((line) => ({ ref: line.ref, id: `gid://shopify/LineItem/${line.id}` })),
    fulfillmentLines: order.fulfillments
      .flatMap((entry) => entry.lines)
      .map((line) => ({ id: `gid://shopify/FulfillmentLineItem/${line.id}`, quantity: line.quantity })),
    returns: shop.returnsOf(order.id).map((entry) => ({
      id: `gid://shopify/Return/${entry.id}`,
      lines: entry.lines.map((line) => ({ id: `gid://shopify/ReturnLineItem/${line.id}` })),
    })),
    transactions: order.transactions.map((entry) => ({
      id: `gid://shopify/OrderTransaction/${entry.id}`,
      kind: entry.kind,
      gateway: entry.gateway,
    })),
  }));
  const customers = shop.customers
    .all()
    .map((customer) => ({ email: customer.email, id: `gid://shopify/Customer/${customer.id}` }));
  const accounts = shop.accounts.all().map((account) => ({
    id: `gid://shopify/StoreCreditAccount/${account.id}`,
    currency: account.currency,
    owner: account.owner,
  }));
  return json(201, { domain: shop.domain, handle: shop.shop.handle, orders, customers, accounts });
}

const installation = z.object({
  shop: z.string(),
  scopes: z.array(z.string()).default([]),
  /** Those of `scopes` the app can do without, and may revoke itself. */
  optionalScopes: z.array(z.string()).optional(),
  expiring: z.boolean().default(false),
  appKey: z.string().optional(),
  appName: z.string().optional(),
  /** The version webhooks are written in, as an app's configuration sets it. */
  webhookVersion: z.string().optional(),
  /** Protected customer data the app is approved for; left out, all of it. */
  protectedData: z
    .array(z.enum(["customer", "email", "name", "phone", "address"]))
    .nullable()
    .optional(),
});

function installApp(world: World, call: Call): Reply {
  const wish = installation.parse(readJson(call));
  const shop = world.shop(wish.shop);
  if (!shop) return json(404, { error: `No shop ${wish.shop}` });
  const made = install(world, shop, wish);
  const { accessToken, scopes, expiresAt, refreshToken } = made;
  return json(201, {
    shop: shop.domain,
    accessToken,
    scopes,
    ...(expiresAt ? { expiresAt, refreshToken } : {}),
  });
}

function setClock(world: World, call: Call): Reply {
  changeClock(world, readJson(call));
  for (const shop of world.shops.values()) settle(shop);
  world.commit();
  world.post.wake();
  return json(200, clockAnswer(world));
}

/** Accounts that do not add up, in any shop. There must never be one. */
function brokenShops(world: World): string[] {
  return [...world.shops.values()].flatMap((shop) => {
    settle(shop);
    return brokenAccounts(shop).map((sentence) => `${shop.domain}: ${sentence}`);
  });
}

function removeFaults(world: World, call: Call): Reply {
  const id = call.url.searchParams.get("id");
  world.faults.remove(id === null ? undefined : Number(id));
  return json(200, { faults: world.faults.all() });
}

/** `{ "open": true }` lets every request through, for measuring everything else. */
function openThrottle(world: World, call: Call): Reply {
  world.throttle.open = z.object({ open: z.boolean() }).parse(readJson(call)).open;
  return json(200, { open: world.throttle.open });
}

function tellTruth(world: World, call: Call): Reply {
  const name = call.url.searchParams.get("shop");
  const shop = name ? world.shop(name) : undefined;
  if (!shop) return json(404, { error: "Say which shop: ?shop=bloom" });
  settle(shop);
  return json(200, truth(shop));
}
