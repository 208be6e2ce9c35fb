import { z } from "zod";
import { uninstall } from "../oauth/revoke.ts";
import { type Call, json, type Reply, readJson } from "../server/exchange.ts";
import type { World } from "../world/world.ts";

const declaration = z.object({
  shop: z.string(),
  topics: z.array(z.string()).min(1),
  address: z.url(),
  apiVersion: z.string().default("2026-10"),
});

/** Subscribes as an app's configuration file would: for good, whatever the failures. */
export function declareWebhook(world: World, call: Call): Reply {
  const wish = declaration.parse(readJson(call));
  const shop = world.shop(wish.shop);
  if (!shop) return json(404, { error: `No shop ${wish.shop}` });
  const now = world.nowText();
  for (const topic of wish.topics) {
    const id = world.nextId("WebhookSubscription");
    shop.subscriptions.save({
      id,
      topic,
      address: wish.address,
      apiVersion: wish.apiVersion,
      appKey: world.settings.appKey,
      declared: true,
      failures: 0,
      createdAt: now,
      updatedAt: now,
    });
  }
  return json(201, { subscriptions: subscriptions(world) });
}

const letter = z.object({
  shop: z.string(),
  topic: z.string(),
  /** Left out, every address that is subscribed to the topic. */
  address: z.url().optional(),
  payload: z.record(z.string(), z.unknown()).default({}),
  forged: z.boolean().default(false),
});

/** Sends a webhook by hand: compliance topics (`customers/data_request`, `customers/redact`, `shop/redact`), or forged ones. */
export function sendWebhook(world: World, call: Call): Reply {
  const wish = letter.parse(readJson(call));
  const shop = world.shop(wish.shop);
  if (!shop) return json(404, { error: `No shop ${wish.shop}` });
  const known = shop.subscriptions.all().filter((entry) => entry.topic === wish.topic);
  const targets = wish.address
    ? [{ address: wish.address, apiVersion: "2026-10", subscriptionId: null }]
    : known.map((entry) => ({
        address: entry.address,
        apiVersion: entry.apiVersion,
        subscriptionId: entry.id,
      }));
  const payload = { shop_id: shop.shop.id, shop_domain: shop.domain, ...wish.payload };
  const deliveries = targets.map((target) =>
    world.post.post(shop, wish.topic, payload, { ...target, forged: wish.forged }),
  );
  return json(201, { deliveries });
}

/** POST /control/webhooks/hurry?shop=bloom: nobody waits four hours to see that everything arrived. */
export function hurryWebhooks(world: World, call: Call): Reply {
  const shop = world.shop(call.url.searchParams.get("shop") ?? "");
  if (!shop) return json(404, { error: "Say which shop: ?shop=bloom" });
  return json(200, { tried: world.post.hurry(shop) });
}

export function subscriptions(world: World) {
  return [...world.shops.values()].flatMap((shop) =>
    shop.subscriptions.all().map((entry) => ({ shop: shop.domain, ...entry })),
  );
}

/** DELETE /control/installations?shop=bloom: what a merchant's click on "uninstall" does. */
export function removeApp(world: World, call: Call): Reply {
  const shop = world.shop(call.url.searchParams.get("shop") ?? "");
  if (!shop) return json(404, { error: "Say which shop: ?shop=bloom" });
  const live = shop.installations.all().filter((entry) => !entry.revokedAt);
  for (const installation of live) uninstall(shop, installation);
  return json(200, { uninstalled: live.length });
}
