import { and, eq, isNull, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { returnResourceOf } from "../resource/index.ts";
import { topicOf } from "./topics.ts";

const { outgoingEvents, returns, webhookDeliveries, webhookEndpoints } = tables;

/**
 * Writes down that a shop's programs are to be told, in the transaction of what they are told: it is owed if, and only
 * if, it happened. What is told is how things stood then. Where nobody wants to know, nothing is written.
 */
export async function oweEvent(
  tx: Transaction,
  ctx: ShopContext,
  returnId: string,
  kind: string,
): Promise<void> {
  const [first, second] = [topicOf(kind, "store_credit"), topicOf(kind, "original_payment")];
  if (!first && !second) return;
  const endpoints = await tx
    .select({ id: webhookEndpoints.id, topics: webhookEndpoints.topics })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.shopId, ctx.shop.id),
        isNull(webhookEndpoints.removedAt),
        isNull(webhookEndpoints.disabledAt),
      ),
    );
  if (endpoints.length === 0) return;
  const [record] = await tx
    .select()
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.id, returnId)));
  const topic = record && topicOf(kind, record.resolution);
  const wanting = endpoints.filter((endpoint) => topic && endpoint.topics.includes(topic));
  if (!record || !topic || wanting.length === 0) return;
  const payload = await returnResourceOf(tx, ctx, record);
  const [event] = await tx
    .insert(outgoingEvents)
    .values({ shopId: ctx.shop.id, topic, returnId, payload })
    .returning({ id: outgoingEvents.id });
  if (!event) throw new Error("An event was written and is not there");
  const owed = await tx
    .insert(webhookDeliveries)
    .values(wanting.map(({ id }) => ({ shopId: ctx.shop.id, eventId: event.id, endpointId: id })))
    .returning({ id: webhookDeliveries.id });
  for (const { id } of owed) await ctx.enqueue(tx, "deliver", id);
}

/** Deliveries whose time has come, in all shops: the clock's look for what a lost poke would leave lying. */
export const dueDeliveries = sql`select id, shop_id from webhook_deliveries
  where state = 'waiting' and next_at < clock_timestamp() - interval '2 minutes' order by next_at limit 500`;
