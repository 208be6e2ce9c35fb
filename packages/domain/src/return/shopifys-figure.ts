import { add, equal, type Money, zero } from "@kept/money";
import { suggestReturnOutcome } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { Quote } from "../quote/index.ts";
import { asChosen, type DecidedLine } from "./line-decisions.ts";
import { mirrorReturn } from "./mirror-return.ts";
import { requote } from "./requote.ts";
import type { ReturnRecord } from "./return.ts";

/** Null when Shopify's figure for the accepted lines is our base (before our own fees, without shipping). */
export async function differenceWithShopify(
  ctx: ShopContext,
  record: ReturnRecord,
  lines: readonly DecidedLine[],
) {
  const mirror = await mirrorReturn(ctx, record.id);
  const made = await ctx.inShop((tx) => requote(tx, ctx, record, lines.map(asChosen)));
  if (!mirror || !made) return null;
  const ours = goodsValue(made);
  const accepted = lines.flatMap((line) => {
    const theirs = mirror.lines.find((each) => each.fulfillmentLineItemId === line.fulfillmentLineItemGid);
    return theirs && line.accepted > 0 ? [{ id: theirs.id, quantity: line.accepted }] : [];
  });
  const shopify = await suggestReturnOutcome(await ctx.admin(), {
    returnId: mirror.id,
    lines: accepted,
    allocation: record.resolution === "store_credit" ? "STORE_CREDIT" : "ORIGINAL_PAYMENT_METHODS",
  });
  const theirs = shopify?.amount ?? zero(record.currency);
  return equal(ours, theirs) ? null : { ours, shopify: theirs };
}

/** What Shopify's own figure answers to: goods, tax and duties, capped at what is refundable. Our fees and shipping are ours. */
function goodsValue({ totals, taxesIncluded }: Quote): Money {
  const goods = taxesIncluded ? totals.items : add(totals.items, totals.tax);
  return add(add(goods, totals.duties), totals.cap);
}
