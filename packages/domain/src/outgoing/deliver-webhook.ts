import { and, eq, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { openSecret } from "../shop/shop-keys.ts";
import type { EndpointRow } from "./endpoint.ts";
import { allowsLoopback, secretColumn } from "./manage-endpoints.ts";
import { type Sent, sendWebhook } from "./send-webhook.ts";

const { outgoingEvents, webhookAttempts, webhookDeliveries, webhookEndpoints } = tables;

/** Seconds until the next try after each one that failed: eleven more within three days. */
const waits = [10, 60, 300, 1800, 3600, 7200, 14_400, 28_800, 43_200, 64_800, 86_400] as const;
export const mostTries = waits.length + 1;
/** Whoever sends holds the delivery for so long; a sender that died is followed by another then. */
const leaseSeconds = 60;
/** Days without anything getting through after which an endpoint is turned off. */
const patienceDays = 3;

/**
 * Sends one owed letter and writes down what came of it. Nobody else sends it at the same time; sent twice it may be
 * after a crash, which is why it carries its id. Too early, done or turned off: nothing happens.
 */
export async function deliverWebhook(ctx: ShopContext, deliveryId: string): Promise<void> {
  const held = await ctx.inShop((tx) => hold(tx, ctx, deliveryId));
  if (!held) return;
  const { endpoint, event, secrets } = held;
  const at = ctx.clock.now();
  const body = JSON.stringify({
    id: event.id,
    type: event.topic,
    timestamp: event.createdAt.toISOString(),
    shop: { domain: ctx.shop.domain, handle: ctx.shop.handle },
    data: event.payload,
  });
  const sent = await sendWebhook({
    url: endpoint.url,
    id: event.id,
    at,
    body,
    secrets,
    allowLoopback: allowsLoopback(ctx),
  });
  await ctx.inShop((tx) => record(tx, ctx, deliveryId, sent));
}

type Delivery = typeof webhookDeliveries.$inferSelect;

/** Takes the delivery if its time has come, and opens what signs it. Null when there is nothing to send. */
async function hold(tx: Transaction, ctx: ShopContext, id: string) {
  const [found] = await tx
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints, event: outgoingEvents })
    .from(webhookDeliveries)
    .innerJoin(
      webhookEndpoints,
      and(
        eq(webhookEndpoints.shopId, webhookDeliveries.shopId),
        eq(webhookEndpoints.id, webhookDeliveries.endpointId),
      ),
    )
    .innerJoin(
      outgoingEvents,
      and(
        eq(outgoingEvents.shopId, webhookDeliveries.shopId),
        eq(outgoingEvents.id, webhookDeliveries.eventId),
      ),
    )
    .where(
      and(
        one(ctx, id),
        eq(webhookDeliveries.state, "waiting"),
        sql`${webhookDeliveries.nextAt} <= clock_timestamp()`,
      ),
    )
    .for("update", { of: webhookDeliveries });
  if (!found) return null;
  const { endpoint, event } = found;
  if (endpoint.removedAt || endpoint.disabledAt) {
    await tx.update(webhookDeliveries).set({ state: "dropped" }).where(one(ctx, id));
    return null;
  }
  const until = sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})`;
  await tx.update(webhookDeliveries).set({ nextAt: until }).where(one(ctx, id));
  return { endpoint, event, secrets: await secretsOf(tx, ctx, endpoint) };
}

async function secretsOf(tx: Transaction, ctx: ShopContext, endpoint: EndpointRow): Promise<string[]> {
  const open = (sealed: Buffer) => openSecret(ctx.tools, tx, ctx.shop.id, { sealed, column: secretColumn });
  const current = await open(endpoint.secret);
  const both = endpoint.previousSecret && endpoint.previousUntil && endpoint.previousUntil > ctx.clock.now();
  return both && endpoint.previousSecret ? [current, await open(endpoint.previousSecret)] : [current];
}

async function record(tx: Transaction, ctx: ShopContext, id: string, sent: Sent): Promise<void> {
  const [delivery] = await tx.select().from(webhookDeliveries).where(one(ctx, id)).for("update");
  if (!delivery) return;
  const n = delivery.sent + 1;
  const { status, milliseconds, error, answer } = sent;
  await tx
    .insert(webhookAttempts)
    .values({ shopId: ctx.shop.id, deliveryId: id, n, status, milliseconds, error, answer });
  const arrived = status !== null && status >= 200 && status < 300;
  const tries = delivery.tries + 1;
  const again = arrived || status === 410 ? undefined : waits[tries - 1];
  const state = arrived ? "delivered" : again === undefined ? "failed" : "waiting";
  await tx
    .update(webhookDeliveries)
    .set({ state, tries, sent: n, lastStatus: status, ...(again !== undefined && { nextAt: soon(again) }) })
    .where(one(ctx, id));
  if (again !== undefined)
    await ctx.enqueue(tx, "deliver", id, new Date(ctx.clock.now().getTime() + again * 1000));
  await judgeEndpoint(tx, ctx, delivery, { arrived, gone: status === 410 });
}

/** An endpoint to which nothing got through for days, or that says it is gone, is turned off, and says why. */
async function judgeEndpoint(
  tx: Transaction,
  ctx: ShopContext,
  { endpointId }: Delivery,
  { arrived, gone }: { arrived: boolean; gone: boolean },
): Promise<void> {
  const endpoint = and(eq(webhookEndpoints.shopId, ctx.shop.id), eq(webhookEndpoints.id, endpointId));
  if (arrived) {
    await tx.update(webhookEndpoints).set({ failingSince: null }).where(endpoint);
    return;
  }
  const since = sql`coalesce(${webhookEndpoints.failingSince}, clock_timestamp())`;
  await tx.update(webhookEndpoints).set({ failingSince: since }).where(endpoint);
  const tooLong = sql`${webhookEndpoints.failingSince} < clock_timestamp() - make_interval(days => ${patienceDays})`;
  const off = await tx
    .update(webhookEndpoints)
    .set({ disabledAt: sql`clock_timestamp()`, disabledBecause: gone ? "gone" : "failing" })
    .where(and(endpoint, sql`${webhookEndpoints.disabledAt} is null`, gone ? undefined : tooLong))
    .returning({ id: webhookEndpoints.id });
  if (off.length > 0) ctx.log.warn({ endpoint: endpointId, gone }, "webhook endpoint turned off");
}

function one(ctx: ShopContext, id: string) {
  return and(eq(webhookDeliveries.shopId, ctx.shop.id), eq(webhookDeliveries.id, id));
}

function soon(seconds: number) {
  return sql`clock_timestamp() + make_interval(secs => ${seconds})`;
}
