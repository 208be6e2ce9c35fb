import { type Order, readOrder } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { changeDraft, type DraftRow } from "./draft-row.ts";
import { orderFromJson, orderToJson } from "./quote-facts.ts";
import { type TakenUnits, withoutUnits } from "./units-taken.ts";

/** A draft's order, less what is asked back already; `late` when Shopify did not answer, and this is how it was last seen. */
export interface SeenOrder {
  readonly order: Order;
  readonly late: boolean;
}

/**
 * How long an order that was just seen is shown without asking again: a customer's steps follow one another quickly,
 * and the shop's points are for its credits too. What is sent is asked for anew, and is not kept: the draft ends with it.
 */
const shownAgainMs = 15_000;

/** How long a customer is kept waiting for news of an order that can be shown without them. */
const newsMs = 2_000;

/**
 * The order behind a draft. While Shopify is slow, busy or away, the customer goes on with what was last seen, and may
 * send it: what they are promised is compared with Shopify before it is approved, like every promise. Refused when the
 * order was never seen, or Shopify does not let us in.
 */
export async function seeOrder(
  ctx: ShopContext,
  row: DraftRow,
  { taken, afresh }: { taken: readonly TakenUnits[]; afresh: boolean },
): Promise<Result<SeenOrder, { readonly code: "DraftGone" | "ShopifyUnreachable" }>> {
  const seen = lastSeen(row, taken);
  const ageMs = ctx.clock.now().getTime() - (row.orderSeenAt?.getTime() ?? 0);
  if (seen && !afresh && ageMs < shownAgainMs) return ok({ order: seen, late: false });
  const read = await unlessUnreachable<{ order: Order | null; late: boolean }>(
    ctx,
    async () => {
      const options = seen ? { deadlineMs: newsMs } : {};
      return { order: await readOrder(await ctx.admin(), row.orderGid, options), late: false };
    },
    seen && { order: seen, late: true },
  );
  if (!read) return refused("ShopifyUnreachable");
  const { order, late } = read.value;
  if (!order) return refused("DraftGone");
  if (late) return ok({ order, late });
  if (!afresh) await keepSeen(ctx, row, order, taken);
  return ok({ order: withoutUnits(order, taken), late });
}

/** What is kept of an order: itself, and which of our returns it counts. */
interface Kept {
  readonly order: unknown;
  readonly counts: readonly string[];
}

async function keepSeen(ctx: ShopContext, { key }: DraftRow, order: Order, taken: readonly TakenUnits[]) {
  const counts = [...new Set(taken.filter(({ known }) => known).map(({ returnId }) => returnId))];
  const orderSeen: Kept = { order: orderToJson(order), counts };
  await ctx.inShop((tx) => changeDraft(tx, ctx, key, { orderSeen, orderSeenAt: ctx.clock.now() }));
}

/** Returns that were made, or told to Shopify, since then are not in it: their units are taken away here. */
function lastSeen({ orderSeen }: DraftRow, taken: readonly TakenUnits[]): Order | null {
  if (!orderSeen) return null;
  const { order, counts } = orderSeen as Kept;
  return withoutUnits(orderFromJson(order), taken, ({ returnId }) => counts.includes(returnId));
}
