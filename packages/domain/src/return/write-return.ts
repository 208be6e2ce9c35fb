import { randomBytes } from "node:crypto";
import { and, eq, inOneBreath, inOneStatement, sql, type Transaction, tables } from "@kept/database";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";
import { letterTo } from "../notification/owe-letter.ts";
import { givePhotosTo } from "../photo/photos.ts";
import type { Quote, QuoteInput } from "../quote/index.ts";
import { written } from "../written.ts";
import type { OpenDraft } from "./drafts.ts";
import { quoteFactsToJson } from "./quote-facts.ts";
import { eventOf, passOn } from "./records.ts";
import { frozen } from "./requote.ts";

/** A promise, what it was made from, and the number that is the return's. */
export interface Promised {
  readonly number: number;
  readonly quote: Quote;
  readonly facts: Pick<QuoteInput, "customer">;
  readonly note: string | undefined;
}

/**
 * Writes down a return as it was promised, with its quote, its lines, its letter and its jobs, and answers its key. The
 * caller holds the draft's row and the shop's, whose number this is. Until that is committed the shop's next return
 * waits: what is written is one statement.
 */
export async function writeReturn(
  tx: Transaction,
  ctx: ShopContext,
  draft: OpenDraft,
  promised: Promised,
): Promise<string> {
  const { row, order } = draft;
  const { quote, number } = promised;
  const [id, quoteId] = [v7(), v7()];
  const key = randomBytes(16).toString("base64url");
  const name = [order.customer?.firstName, order.customer?.lastName].filter(Boolean).join(" ");
  const customerEmail = (order.email ?? "").toLowerCase();
  // Staff and programs that make a return for a customer answer for it themselves.
  const { actor } = ctx;
  const by = actor.kind === "member" || actor.kind === "api_key" ? actor : customerActor(name);
  const itself = {
    id,
    shopId: ctx.shop.id,
    number,
    key,
    draftId: row.id,
    orderGid: order.id,
    orderName: order.name,
    customerGid: order.customer?.id ?? null,
    customerName: name || order.name,
    customerEmail,
    locale: row.locale,
    currency: order.currency,
    status: "requested" as const,
    resolution: quote.resolution,
    quoteId,
    baseMinor: quote.totals.base.minor,
    bonusMinor: quote.totals.bonus.minor,
    policyVersion: quote.policyVersion,
    quoteFacts: quoteFactsToJson({ order, customer: promised.facts.customer }),
    customerNote: written(promised.note ?? "").slice(0, 1000) || null,
  };
  const chosen = { shopId: ctx.shop.id, returnId: id, quoteId, kind: quote.resolution, actor: by };
  const items = draft.view.selection.map(({ fulfillmentLineItemId }) => fulfillmentLineItemId);
  const detail = { resolution: quote.resolution, onBehalf: by.kind !== "customer" };
  const requested = { kind: "requested", detail, actor: by };
  const received = { dedupeKey: `return_received/${id}` };
  const letter = customerEmail && letterTo(ctx, itself, "return_received", received);
  await inOneBreath([
    () =>
      inOneStatement(tx, [
        tx.insert(tables.returns).values(itself),
        tx.insert(tables.quotes).values(frozen(ctx.shop.id, id, quote, quoteId)),
        tx.insert(tables.returnLines).values(linesOf(ctx, draft, id)),
        givePhotosTo(tx, ctx, { draftId: row.id, returnId: id, items }),
        tx.insert(tables.resolutions).values(chosen),
        ...(letter ? [tx.insert(tables.notifications).values(letter)] : []),
        tx.insert(tables.returnEvents).values(eventOf(ctx, id, requested)),
        tx
          .update(tables.returnDrafts)
          .set({ orderSeen: null, orderSeenAt: null })
          .where(and(eq(tables.returnDrafts.shopId, ctx.shop.id), eq(tables.returnDrafts.id, row.id))),
        tx
          .update(tables.shops)
          .set({ nextReturnNumber: sql`${tables.shops.nextReturnNumber} + 1` })
          .where(eq(tables.shops.id, ctx.shop.id)),
      ]),
    () => ctx.enqueue(tx, "mirror", id),
    async () => letter && ctx.enqueue(tx, "post", letter.id),
    () => passOn(tx, ctx, id, requested),
  ]);
  return key;
}

function linesOf(ctx: ShopContext, { view, order }: OpenDraft, returnId: string) {
  return view.selection.map((chosen, position) => {
    const line = order.lines.find(({ id }) => id === chosen.lineItemId);
    return {
      shopId: ctx.shop.id,
      returnId,
      position,
      lineItemGid: chosen.lineItemId,
      fulfillmentLineItemGid: chosen.fulfillmentLineItemId,
      title: line?.title ?? "",
      variantTitle: line?.variantTitle ?? null,
      sku: line?.sku ?? null,
      imageUrl: line?.imageUrl ?? null,
      quantity: chosen.quantity,
      reason: chosen.reason,
      note: chosen.note ?? null,
    };
  });
}

function customerActor(name: string) {
  return { kind: "customer" as const, name: name || "Customer" };
}
