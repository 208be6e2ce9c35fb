import { createHmac, randomUUID } from "node:crypto";
import { toSecond } from "../world/clock.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { isCloud } from "./address.ts";
import { type Delivery, retryAfter } from "./delivery.ts";

const patienceMs = 5_000;
const failuresThatEndIt = 8;

/** Takes what happened to every app that subscribed to it: signed, retried for four hours, then given up. */
export class PostOffice {
  private readonly world: World;
  private waiting: { shop: ShopWorld; topic: string; payload: Record<string, unknown> }[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly onTheWay = new Set<number>();
  /** What still has to be tried, so that nobody looks through everything that ever arrived. */
  private readonly pending = new Set<number>();

  constructor(world: World) {
    this.world = world;
  }

  /** After a restart: whatever had not arrived is still on its way. */
  resume(): void {
    this.pending.clear();
    for (const delivery of this.world.deliveries.all()) if (delivery.nextAt) this.pending.add(delivery.id);
  }

  announce(shop: ShopWorld, topic: string, payload: Record<string, unknown>): void {
    this.waiting.push({ shop, topic, payload });
  }

  /** Writes down what has to be delivered, in the same step as what caused it. */
  stamp(): void {
    if (this.waiting.length === 0) return;
    const eventId = randomUUID();
    for (const { shop, topic, payload } of this.waiting.splice(0)) {
      for (const subscription of shop.subscriptions.all()) {
        if (subscription.topic !== topic || isCloud(subscription.address)) continue;
        this.post(shop, topic, payload, {
          eventId,
          address: subscription.address,
          apiVersion: subscription.apiVersion,
          subscriptionId: subscription.id,
        });
      }
    }
  }

  /** Puts one letter into the post. `forged` signs it with a wrong secret. */
  post(
    shop: ShopWorld,
    topic: string,
    payload: Record<string, unknown>,
    to: Pick<Delivery, "address" | "apiVersion" | "subscriptionId"> & { eventId?: string; forged?: boolean },
  ): Delivery {
    const { world } = this;
    const target = {
      names: [topic, "webhooks"],
      shop: shop.domain,
      handle: shop.shop.handle,
      requestId: topic,
    };
    const forge = world.faults.strike(target, ["webhook-forge"]);
    const delay = world.faults.strike(target, ["webhook-delay"])?.delayMs ?? 0;
    const delivery: Delivery = {
      id: world.nextId("Delivery"),
      shop: shop.domain,
      subscriptionId: to.subscriptionId,
      topic,
      address: to.address,
      apiVersion: to.apiVersion,
      body: JSON.stringify(payload),
      webhookId: randomUUID(),
      eventId: to.eventId ?? randomUUID(),
      triggeredAt: world.now().toISOString(),
      attempts: [],
      nextAt: toSecond(new Date(world.now().getTime() + delay)),
      forged: to.forged === true || forge !== undefined,
    };
    this.keep(delivery);
    if (world.faults.strike(target, ["webhook-duplicate"]))
      this.keep({ ...delivery, id: world.nextId("Delivery"), attempts: [] });
    return delivery;
  }

  /** Sends whatever is due, and looks again when the next is. Failures are the receiver's and never throw here. */
  wake(): void {
    if (this.pending.size === 0) return;
    clearTimeout(this.timer);
    const now = this.world.nowText();
    const open = [...this.pending].flatMap((id) => this.world.deliveries.get(id) ?? []);
    const due = open.filter((entry) => entry.nextAt && entry.nextAt <= now && !this.onTheWay.has(entry.id));
    const reversed =
      due.length > 1 &&
      this.world.faults.strike({ names: ["webhooks"], shop: null, handle: null, requestId: "webhooks" }, [
        "webhook-reorder",
      ]);
    for (const delivery of reversed ? due.reverse() : due) void this.attempt(delivery);
    if (this.pending.size > 0) {
      this.timer = setTimeout(() => this.wake(), 1_000);
      this.timer.unref();
    }
  }

  /** Tries again at once what did not arrive from this shop; answers how much that is. */
  hurry(shop: ShopWorld): number {
    const open = [...this.pending].flatMap((id) => this.world.deliveries.get(id) ?? []);
    const late = open.filter((entry) => entry.shop === shop.domain && !this.onTheWay.has(entry.id));
    for (const delivery of late) this.keep({ ...delivery, nextAt: this.world.nowText() });
    this.wake();
    return late.length;
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private async attempt(delivery: Delivery): Promise<void> {
    this.onTheWay.add(delivery.id);
    const status = await this.carry(delivery);
    this.onTheWay.delete(delivery.id);
    if (!this.world.deliveries.get(delivery.id)) return;
    const arrived = status !== null && status >= 200 && status < 300;
    delivery.attempts.push({ at: this.world.nowText(), status });
    const wait = retryAfter[delivery.attempts.length - 1];
    delivery.nextAt =
      arrived || wait === undefined ? null : toSecond(new Date(this.world.now().getTime() + wait * 1_000));
    this.keep(delivery);
    this.count(delivery, arrived);
    this.world.commit();
  }

  private async carry(delivery: Delivery): Promise<number | null> {
    const secret = delivery.forged ? "not the secret" : this.world.settings.appSecret;
    const signature = createHmac("sha256", secret).update(delivery.body).digest("base64");
    const headers = {
      "content-type": "application/json",
      "user-agent": "Shopify-Captain-Hook",
      "x-shopify-topic": delivery.topic,
      "x-shopify-hmac-sha256": signature,
      "x-shopify-shop-domain": delivery.shop,
      "x-shopify-api-version": delivery.apiVersion,
      "x-shopify-webhook-id": delivery.webhookId,
      "x-shopify-event-id": delivery.eventId,
      "x-shopify-triggered-at": delivery.triggeredAt,
    };
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const reply = await fetch(delivery.address, {
        method: "POST",
        headers,
        body: delivery.body,
        redirect: "manual",
        signal,
      });
      await reply.arrayBuffer();
      return reply.status;
    } catch {
      return null;
    }
  }

  private keep(delivery: Delivery): void {
    this.world.deliveries.save(delivery);
    if (delivery.nextAt) this.pending.add(delivery.id);
    else this.pending.delete(delivery.id);
  }

  /** A subscription made through the API is gone after eight failures in a row; a declared one stays. */
  private count(delivery: Delivery, arrived: boolean): void {
    const shop = this.world.shops.get(delivery.shop);
    const subscription = shop?.subscriptions.get(delivery.subscriptionId);
    if (!shop || !subscription) return;
    subscription.failures = arrived ? 0 : subscription.failures + 1;
    if (subscription.failures < failuresThatEndIt || subscription.declared) {
      shop.subscriptions.save(subscription);
      return;
    }
    shop.subscriptions.delete(subscription.id);
    for (const other of this.world.deliveries.all()) {
      if (other.subscriptionId === subscription.id && other.nextAt)
        this.keep(Object.assign(other, { nextAt: null }));
    }
  }
}
