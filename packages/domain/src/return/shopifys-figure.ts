import { equal, type Money, zero } from "@kept/money";
import { type Order, readOrder, suggestReturnOutcome } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { Policy } from "../policy/index.ts";
import { policyVersion } from "../policy/versions.ts";
import { quote, selectionProblem } from "../quote/index.ts";
import { asChosen, type DecidedLine } from "./line-decisions.ts";
import { mirrorReturn } from "./mirror-return.ts";
import { quoteFactsFromJson } from "./quote-facts.ts";
import { quoteById } from "./records.ts";
import { selectionOf } from "./requote.ts";
import type { ReturnRecord } from "./return.ts";

/**
 * Both sums when Shopify's figure for the accepted lines is not ours, null when it is. Compared is what both know: the
 * goods with their tax, up to what is refundable; our own fees, shipping and duties stay out. Units are counted by us
 * as they were asked for, by Shopify as they are paid (ADR 13): counted Shopify's way, ours must agree to the cent.
 */
export async function differenceWithShopify(
  ctx: ShopContext,
  record: ReturnRecord,
  lines: readonly DecidedLine[],
  overtaken?: () => Promise<boolean>,
) {
  const mirror = await mirrorReturn(ctx, record.id, overtaken);
  const asAsked = await goodsValue(ctx, record, lines);
  if (!mirror || !asAsked) return null;
  const accepted = lines.flatMap((line) => {
    const theirs = mirror.lines.find((each) => each.fulfillmentLineItemId === line.fulfillmentLineItemGid);
    return theirs && line.accepted > 0 ? [{ id: theirs.id, quantity: line.accepted }] : [];
  });
  const admin = await ctx.admin();
  const shopify = await suggestReturnOutcome(admin, {
    returnId: mirror.id,
    lines: accepted,
    allocation: record.resolution === "store_credit" ? "STORE_CREDIT" : "ORIGINAL_PAYMENT_METHODS",
  });
  const theirs = shopify?.amount ?? zero(record.currency);
  if (equal(asAsked, theirs)) return null;
  const now = await readOrder(admin, record.orderGid);
  const asPaid = now && (await goodsValue(ctx, record, lines, now));
  return asPaid && equal(asPaid, theirs) ? null : { ours: asAsked, shopify: theirs };
}

/**
 * What the goods come to, from the facts and the policy of the promise. With `now`, units are counted on from those
 * that are refunded by now. Null when there is nothing to count.
 */
async function goodsValue(
  ctx: ShopContext,
  record: ReturnRecord,
  lines: readonly DecidedLine[],
  now?: Order,
): Promise<Money | null> {
  const { order: then, customer } = quoteFactsFromJson(record.quoteFacts);
  const order = now ? countedFrom(then, now) : then;
  const selection = selectionOf(lines.map(asChosen));
  if (selectionProblem(order, selection)) return null;
  const { version, policy, at } = await ctx.inShop(async (tx) => ({
    ...(await policyVersion(tx, ctx, record.policyVersion)),
    at: (await quoteById(tx, ctx, record.quoteId)).at,
  }));
  const { resolution } = record;
  const made = quote({
    order,
    selection,
    resolution,
    customer,
    at,
    policy: { version, policy: goodsOnly(policy) },
  });
  return made.totals.base;
}

function goodsOnly(policy: Policy): Policy {
  const fees = { returnFee: { kind: "none" as const }, restocking: null, label: null };
  return { ...policy, fees, shipping: "never", duties: "never" };
}

function countedFrom(then: Order, now: Order): Order {
  const refunded = new Map(now.lines.map((line) => [line.id, line.refundedQuantity]));
  const lines = then.lines.map((line) => ({
    ...line,
    goneQuantity: refunded.get(line.id) ?? line.goneQuantity,
  }));
  return { ...then, lines };
}
