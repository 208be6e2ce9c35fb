import { and, asc, desc, eq, inArray, isNull, lt, sql, tables } from "@kept/database";
import { mayDo, type ShopContext } from "../context.ts";
import { isId } from "../organization/organization-context.ts";
import { ok, type Result, refused } from "../result.ts";

const { outgoingEvents, webhookAttempts, webhookDeliveries, webhookEndpoints } = tables;

export interface Delivery {
  readonly id: string;
  readonly eventId: string;
  readonly topic: string;
  readonly state: (typeof webhookDeliveries.$inferSelect)["state"];
  readonly createdAt: Date;
  readonly nextAt: Date;
  readonly payload: unknown;
  readonly attempts: readonly {
    readonly n: number;
    readonly at: Date;
    readonly status: number | null;
    readonly milliseconds: number;
    readonly error: string | null;
    readonly answer: string;
  }[];
}

/** What was told to an endpoint, newest first, with everything that was sent and answered. */
export function listDeliveries(
  ctx: ShopContext,
  input: { endpointId: string; after?: string | undefined; limit?: number },
): Promise<{ rows: Delivery[]; next: string | null }> {
  const limit = Math.min(Math.max(1, input.limit ?? 20), 100);
  if (!isId(input.endpointId)) return Promise.resolve({ rows: [], next: null });
  const after = input.after && isId(input.after) ? input.after : undefined;
  return ctx.inShop(async (tx) => {
    const found = await tx
      .select({ delivery: webhookDeliveries, event: outgoingEvents })
      .from(webhookDeliveries)
      .innerJoin(
        outgoingEvents,
        and(
          eq(outgoingEvents.shopId, webhookDeliveries.shopId),
          eq(outgoingEvents.id, webhookDeliveries.eventId),
        ),
      )
      .where(
        and(
          eq(webhookDeliveries.shopId, ctx.shop.id),
          eq(webhookDeliveries.endpointId, input.endpointId),
          after ? lt(webhookDeliveries.id, after) : undefined,
        ),
      )
      .orderBy(desc(webhookDeliveries.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const ids = page.map(({ delivery }) => delivery.id);
    const attempts =
      ids.length === 0
        ? []
        : await tx
            .select()
            .from(webhookAttempts)
            .where(and(eq(webhookAttempts.shopId, ctx.shop.id), inArray(webhookAttempts.deliveryId, ids)))
            .orderBy(asc(webhookAttempts.n));
    const rows = page.map(({ delivery, event }) => ({
      id: delivery.id,
      eventId: event.id,
      topic: event.topic,
      state: delivery.state,
      createdAt: delivery.createdAt,
      nextAt: delivery.nextAt,
      payload: event.payload,
      attempts: attempts
        .filter(({ deliveryId }) => deliveryId === delivery.id)
        .map(({ n, at, status, milliseconds, error, answer }) => ({
          n,
          at,
          status,
          milliseconds,
          error,
          answer,
        })),
    }));
    return { rows, next: found.length > limit ? (ids.at(-1) ?? null) : null };
  });
}

/** Sends a letter once more, the very same one: its id and its words do not change. */
export async function replayDelivery(
  ctx: ShopContext,
  input: { id: string },
): Promise<Result<void, { readonly code: "NotAllowed" | "NotFound" | "EndpointOff" }>> {
  if (!mayDo(ctx, "manage_keys")) return refused("NotAllowed");
  if (!isId(input.id)) return refused("NotFound");
  return ctx.inShop(async (tx) => {
    const [found] = await tx
      .select({ endpointId: webhookDeliveries.endpointId })
      .from(webhookDeliveries)
      .where(and(eq(webhookDeliveries.shopId, ctx.shop.id), eq(webhookDeliveries.id, input.id)))
      .for("update");
    if (!found) return refused("NotFound");
    const [endpoint] = await tx
      .select({ id: webhookEndpoints.id })
      .from(webhookEndpoints)
      .where(
        and(
          eq(webhookEndpoints.shopId, ctx.shop.id),
          eq(webhookEndpoints.id, found.endpointId),
          isNull(webhookEndpoints.removedAt),
          isNull(webhookEndpoints.disabledAt),
        ),
      );
    if (!endpoint) return refused("EndpointOff");
    await tx
      .update(webhookDeliveries)
      .set({ state: "waiting", tries: 0, nextAt: sql`clock_timestamp()` })
      .where(and(eq(webhookDeliveries.shopId, ctx.shop.id), eq(webhookDeliveries.id, input.id)));
    await ctx.enqueue(tx, "deliver", input.id);
    return ok(undefined);
  });
}
