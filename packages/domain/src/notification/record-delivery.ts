import { and, eq, inArray, isNull, or, tables } from "@kept/database";
import { type ShopContext, shopContext } from "../context.ts";
import { tell } from "../return/records.ts";
import { shopFromRow } from "../shop/shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";

const { letterDeliveries, notifications } = tables;

export interface DeliveryEvent {
  /** The post's own name of the event: told twice, it counts once. */
  readonly eventId: string;
  /** What the post called the letter when it took it. */
  readonly remoteId: string;
  readonly kind: (typeof letterDeliveries.$inferSelect)["kind"];
  readonly reason: string | null;
  readonly happenedAt: Date;
}

/**
 * Records what became of a letter after it was posted. Events come late, twice and in any order: each is kept once, and
 * the letter's state is the worst that is known. A letter that came back is told in the return's history.
 * False when no letter of ours has that name.
 */
export async function recordDelivery(tools: Tools, event: DeliveryEvent): Promise<boolean> {
  const found = await letterNamed(tools, event.remoteId);
  if (!found) return false;
  const ctx = shopContext(tools, shopFromRow(found.shop, tools), { kind: "system", name: "worker" });
  await keep(ctx, found.letter, event);
  return true;
}

/** Across shops, because the post names the letter and not the shop. */
function letterNamed(tools: Tools, remoteId: string) {
  return acrossAllShops(tools, async (tx) => {
    const { id, returnId, template, shopId } = notifications;
    const [found] = await tx
      .select({ letter: { id, returnId, template }, shop: tables.shops })
      .from(notifications)
      .innerJoin(tables.shops, eq(tables.shops.id, shopId))
      .where(eq(notifications.remoteId, remoteId));
    return found;
  });
}

type Letter = NonNullable<Awaited<ReturnType<typeof letterNamed>>>["letter"];

function keep(ctx: ShopContext, letter: Letter, event: DeliveryEvent): Promise<void> {
  const { kind, reason } = event;
  return ctx.inShop(async (tx) => {
    const [isNew] = await tx
      .insert(letterDeliveries)
      .values({
        shopId: ctx.shop.id,
        notificationId: letter.id,
        remoteEventId: event.eventId,
        kind,
        reason,
        happenedAt: event.happenedAt,
      })
      .onConflictDoNothing()
      .returning({ id: letterDeliveries.id });
    if (!isNew || kind === "opened") return;
    const lesser = gravity.slice(0, gravity.indexOf(kind) + 1);
    await tx
      .update(notifications)
      .set({ delivery: kind })
      .where(
        and(
          eq(notifications.shopId, ctx.shop.id),
          eq(notifications.id, letter.id),
          or(isNull(notifications.delivery), inArray(notifications.delivery, [...lesser])),
        ),
      );
    if (troubles.has(kind)) {
      await tell(tx, ctx, letter.returnId, "letter_came_back", { template: letter.template, kind, reason });
    }
  });
}

/** From least to most telling: a later word of less weight does not hide a weightier one. */
const gravity = ["delayed", "delivered", "failed", "bounced", "complained"] as const;
const troubles: ReadonlySet<DeliveryEvent["kind"]> = new Set(["failed", "bounced", "complained"]);
