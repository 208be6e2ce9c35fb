import { and, eq, inArray, ne, or, type Transaction, tables } from "@kept/database";
import { readOrderNews, readReturn } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { approveReturn } from "./approve-return.ts";
import { type Attention, askAttention } from "./attention.ts";
import { declineReturn } from "./decline-return.ts";
import { quoteFactsFromJson } from "./quote-facts.ts";
import { changeReturn, findReturnById, lockReturn, tell } from "./records.ts";
import type { ReturnRecord } from "./return.ts";
import { type News, newsOf, type OurSide, told } from "./shopify-news.ts";

const { issuanceLegs, returnEvents, returns } = tables;

/**
 * The returns of ours that Shopify's orders, returns and customers stand behind, by what stands behind them: an order with
 * its returns, a mirror with its own, a customer with those whose credit has not begun, because who they are may have
 * changed, or they may be gone. What is behind none is the shop's own, and not in the answer.
 */
export async function returnsBehind(
  tx: Transaction,
  ctx: ShopContext,
  gids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const behind = new Map<string, string[]>();
  if (gids.length === 0) return behind;
  const { id, orderGid, shopifyReturnGid, customerGid, creditState, status } = returns;
  const any = [...gids];
  const ours = await tx
    .select({ id, orderGid, shopifyReturnGid, customerGid, creditState })
    .from(returns)
    .where(
      and(
        eq(returns.shopId, ctx.shop.id),
        or(
          inArray(orderGid, any),
          inArray(shopifyReturnGid, any),
          and(inArray(customerGid, any), eq(creditState, "none")),
        ),
        ne(status, "declined"),
        ne(status, "cancelled"),
      ),
    );
  for (const each of ours) {
    const customer = each.creditState === "none" ? each.customerGid : null;
    for (const gid of [each.orderGid, each.shopifyReturnGid, customer])
      if (gid) behind.set(gid, [...(behind.get(gid) ?? []), each.id]);
  }
  return behind;
}

/**
 * Brings a return of ours in step with what people did to it in Shopify: read, compared, and then changed by the same
 * verbs as here, with Shopify as the one who acts. Several things may have happened; each round follows one.
 */
export async function followReturn(ctx: ShopContext, returnId: string): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const news = await look(ctx, returnId);
    if (!news || !(await follow(ctx, returnId, news))) return;
  }
}

const mostRounds = 8;

async function look(ctx: ShopContext, returnId: string): Promise<News | null> {
  const record = await ctx.inShop((tx) => findReturnById(tx, ctx, returnId));
  if (!record) return null;
  const admin = await ctx.admin();
  const mirror = record.shopifyReturnGid ? await readReturn(admin, record.shopifyReturnGid) : null;
  const order = await readOrderNews(admin, record.orderGid);
  // Read last: a leg of ours that landed before Shopify was read is known by now.
  const ours = await ctx.inShop((tx) => ourSide(tx, ctx, record.id));
  return ours && newsOf(ours, mirror, order);
}

async function ourSide(tx: Transaction, ctx: ShopContext, returnId: string): Promise<OurSide | null> {
  const record = await findReturnById(tx, ctx, returnId);
  if (!record) return null;
  const legs = await tx
    .select({ state: issuanceLegs.state, refund: issuanceLegs.remoteRefundGid, kind: issuanceLegs.kind })
    .from(issuanceLegs)
    .where(and(eq(issuanceLegs.shopId, ctx.shop.id), eq(issuanceLegs.orderGid, record.orderGid)));
  const before = quoteFactsFromJson(record.quoteFacts).order.refundIds;
  return {
    record,
    refunds: new Set([...before, ...legs.flatMap(({ refund }) => refund ?? [])]),
    inFlight: legs.some(
      ({ kind, state }) => kind !== "bonus" && state !== "confirmed" && state !== "rejected",
    ),
    told: await toldAbout(tx, ctx, returnId),
  };
}

/** What a person was told of about a return already, each as `told` names it. */
async function toldAbout(tx: Transaction, ctx: ShopContext, returnId: string): Promise<Set<string>> {
  const events = await tx
    .select({ detail: returnEvents.detail })
    .from(returnEvents)
    .where(
      and(
        eq(returnEvents.shopId, ctx.shop.id),
        eq(returnEvents.returnId, returnId),
        eq(returnEvents.kind, "needs_decision"),
      ),
    );
  return new Set(
    events.map(({ detail: { attention, key } }) =>
      told(attention as Attention, typeof key === "string" ? key : ""),
    ),
  );
}

/** Answers whether something changed, so that there may be more to follow. */
async function follow(ctx: ShopContext, returnId: string, news: News): Promise<boolean> {
  const record = await ctx.inShop((tx) => findReturnById(tx, ctx, returnId));
  if (!record) return false;
  switch (news.kind) {
    case "approve":
      return (await approveReturn(ctx, { number: record.number })).ok;
    case "decline":
      return (await declineReturn(ctx, { number: record.number, reason: news.reason })).ok;
    default:
      return ctx.inShop((tx) => change(tx, ctx, record.number, news));
  }
}

type Changing = Exclude<News, { kind: "decline" } | { kind: "approve" }>;

async function change(tx: Transaction, ctx: ShopContext, number: number, news: Changing): Promise<boolean> {
  const record = await lockReturn(tx, ctx, number);
  if (!record || record.status === "declined" || record.status === "cancelled") return false;
  switch (news.kind) {
    case "cancel":
      return cancel(tx, ctx, record);
    case "customer":
      if (record.creditState !== "none" || record.customerGid === news.customerGid) return false;
      await changeReturn(tx, ctx, record.id, { customerGid: news.customerGid });
      await tell(tx, ctx, record.id, "customer_changed", { from: record.customerGid, to: news.customerGid });
      return true;
    case "calm":
      if (record.attention !== "closed_in_shopify") return false;
      await changeReturn(tx, ctx, record.id, { attention: null });
      await tell(tx, ctx, record.id, "reopened_in_shopify");
      return true;
    case "attend": {
      const { refund, key } = news;
      // Two webhooks tell of one act: whoever comes second finds it told.
      if ((await toldAbout(tx, ctx, record.id)).has(told(news.attention, key))) return false;
      await askAttention(tx, ctx, record, news.attention, {
        ...(key && { key }),
        ...(refund && {
          refundId: refund.id,
          amount: refund.total.minor.toString(),
          currency: refund.total.currency,
        }),
      });
      return true;
    }
  }
}

/** Money that is on its way is not called back by a cancelled return. */
async function cancel(tx: Transaction, ctx: ShopContext, record: ReturnRecord): Promise<boolean> {
  if (record.creditState !== "none" || record.status === "resolved") return false;
  await changeReturn(tx, ctx, record.id, { status: "cancelled", attention: null });
  await tell(tx, ctx, record.id, "cancelled");
  return true;
}
