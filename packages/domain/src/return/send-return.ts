import { randomBytes } from "node:crypto";
import { and, eq, inOneBreath, sql, type Transaction, tables } from "@kept/database";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";
import { oweLetter } from "../notification/owe-letter.ts";
import { givePhotosTo } from "../photo/photos.ts";
import { offers } from "../policy/index.ts";
import type { SavedPolicy } from "../policy/versions.ts";
import { askedOf, fingerprint, type Quote, type QuoteInput, quote as quoteOf } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { written } from "../written.ts";
import { bonusPromised, returnsBefore } from "./customer-facts.ts";
import { changeDraft } from "./draft-row.ts";
import { type DraftRefusal, type OpenDraft, openDraft } from "./drafts.ts";
import { quotesOf, stillPossible } from "./quote-draft.ts";
import { quoteFactsToJson } from "./quote-facts.ts";
import { tell } from "./records.ts";
import { keepQuote } from "./requote.ts";
import type { ResolutionKind } from "./return.ts";
import { type TakenUnits, unitsTaken } from "./units-taken.ts";

export type SendRefusal =
  | Exclude<DraftRefusal, { code: "AlreadySent" }>
  | { readonly code: "NothingChosen" }
  /** What was shown is no longer what it would be: the customer looks again before anything is sent. */
  | { readonly code: "AmountChanged" }
  | { readonly code: "NotOffered" };

/** Remembers which card was chosen; the review page shows it. */
export async function chooseResolution(
  ctx: ShopContext,
  input: { key: string; resolution: ResolutionKind },
): Promise<Result<void, DraftRefusal | { readonly code: "NotOffered" }>> {
  const opened = await openDraft(ctx, input.key);
  if (!opened.ok) return opened;
  const quoted = await quotesOf(ctx, opened.value, opened.value.row.quotedAt ?? ctx.clock.now());
  if (!quoted) return refused("ShopifyUnreachable");
  if (!quoted.offered.some(({ resolution }) => resolution === input.resolution)) return refused("NotOffered");
  const { resolution } = input;
  const wantsMoney = resolution === "original_payment" && opened.value.row.askedForMoneyAt === null;
  const asked = wantsMoney ? { askedForMoneyAt: ctx.clock.now() } : {};
  await ctx.inShop((tx) => changeDraft(tx, ctx, input.key, { resolution, ...asked }));
  return ok(undefined);
}

/**
 * Makes the return: exactly one per draft, however often it is sent (I1 of the portal; the database holds the key).
 * The quote is made again from fresh facts for the instant it was shown; only the very same promise is frozen. A return
 * that is sent while Shopify is away is kept like any other, and told to Shopify when it is back.
 */
export async function sendReturn(ctx: ShopContext, input: Sending): Promise<Result<Sent, SendRefusal>> {
  const came = await send(ctx, input);
  if (came.ok) return came;
  // Another press a moment ago may be why nothing is left to send: then this one was sent as well.
  const again = await openDraft(ctx, input.key);
  return !again.ok && again.error.code === "AlreadySent" ? ok({ returnKey: again.error.returnKey }) : came;
}

interface Sending {
  readonly key: string;
  readonly resolution: ResolutionKind;
  readonly fingerprint: string;
  readonly note?: string | undefined;
}

interface Sent {
  readonly returnKey: string;
}

async function send(ctx: ShopContext, input: Sending, tries = 5): Promise<Result<Sent, SendRefusal>> {
  const opened = await openDraft(ctx, input.key, { afresh: true });
  if (!opened.ok)
    return opened.error.code === "AlreadySent"
      ? ok({ returnKey: opened.error.returnKey })
      : refused(opened.error.code);
  const draft = opened.value;
  const chosen = await chosenNow(ctx, draft, input);
  if (!chosen.ok) {
    // What was seen just now was not kept: the page that tells of the change is to see it too. A window that shows the
    // same already stays good: its promise is made for this instant as well.
    const anew = chosen.error.code === "AmountChanged" ? { quotedAt: ctx.clock.now() } : {};
    await ctx.inShop((tx) => changeDraft(tx, ctx, input.key, { orderSeenAt: null, ...anew }));
    return chosen;
  }
  try {
    return ok({ returnKey: await ctx.inShop((tx) => make(tx, ctx, draft, chosen.value, input.note)) });
  } catch (error) {
    if (!(error instanceof Overtaken) || tries === 1) throw error;
    return send(ctx, input, tries - 1);
  }
}

/** Another return had what this one asks for, or what was left of a limit, a moment before: nothing was made of it. */
class Overtaken extends Error {}

/** A promise, and what it was made from. */
interface Promised {
  readonly quote: Quote;
  readonly facts: Omit<QuoteInput, "resolution" | "policy">;
}

/** The promise as it would be made now, if it still is the one that was shown. */
async function chosenNow(
  ctx: ShopContext,
  draft: OpenDraft,
  input: Sending,
): Promise<Result<Promised, SendRefusal>> {
  if (!stillPossible(draft.view)) return refused("NothingChosen");
  if (!draft.row.quotedAt) return refused("AmountChanged");
  const quoted = await quotesOf(ctx, draft, draft.row.quotedAt);
  if (!quoted) return refused("ShopifyUnreachable");
  const chosen = quoted.offered.find(({ resolution }) => resolution === input.resolution);
  if (!chosen) return refused("NotOffered");
  if (chosen.fingerprint !== input.fingerprint) return refused("AmountChanged");
  return ok({ quote: chosen.quote, facts: quoted.facts });
}

async function make(
  tx: Transaction,
  ctx: ShopContext,
  draft: OpenDraft,
  { quote, facts }: Promised,
  note: string | undefined,
): Promise<string> {
  const { row, order } = draft;
  const promising = quote.resolution === "store_credit";
  // Two sends of one draft meet at its row, all of a shop at its number: whoever had to wait then sees what was made.
  const [, [taken], [sent], held, before, promised] = await inOneBreath([
    () =>
      tx.update(tables.returnDrafts).set({ orderSeen: null, orderSeenAt: null }).where(ofDraft(ctx, row.id)),
    () => takeNumber(tx, ctx, row.id),
    () => tx.select({ key: tables.returns.key }).from(tables.returns).where(sentFrom(ctx, row.id)),
    () => unitsTaken(tx, ctx.shop.id, order.id),
    async () => (order.customer ? returnsBefore(tx, ctx, order.customer.id) : 0),
    async () => promising && bonusPromised(tx, ctx, order, draft.policy.policy),
  ]);
  if (sent) return sent.key;
  if (!taken) throw new Error("The shop is gone");
  if (!sameTaken(held, draft.taken)) throw new Overtaken();
  const customer = { ...facts.customer, returnsBefore: before, ...promised };
  if (!isStill(quote, draft.policy, { ...facts, customer })) throw new Overtaken();

  const id = v7();
  const key = randomBytes(16).toString("base64url");
  const number = taken.next - 1;
  const name = [order.customer?.firstName, order.customer?.lastName].filter(Boolean).join(" ");
  const customerEmail = (order.email ?? "").toLowerCase();
  const quoteId = v7();
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
    quoteFacts: quoteFactsToJson({ order, customer }),
    customerNote: written(note ?? "").slice(0, 1000) || null,
  };
  const chosen = { shopId: ctx.shop.id, returnId: id, quoteId, kind: quote.resolution, actor: by };
  const items = draft.view.selection.map(({ fulfillmentLineItemId }) => fulfillmentLineItemId);
  const addressee = { id, quoteId, locale: row.locale, customerEmail };
  const onBehalf = by.kind !== "customer";
  // Until this is committed the shop's next return waits for its number.
  await inOneBreath([
    () => tx.insert(tables.returns).values(itself),
    () => keepQuote(tx, ctx.shop.id, id, quote, quoteId),
    () => tx.insert(tables.returnLines).values(linesOf(ctx, draft, id)),
    () => givePhotosTo(tx, ctx, { draftId: row.id, returnId: id, items }),
    () => tx.insert(tables.resolutions).values(chosen),
    () => ctx.enqueue(tx, "mirror", id),
    () => oweLetter(tx, ctx, addressee, "return_received", { dedupeKey: `return_received/${id}` }),
    () => tell(tx, ctx, id, "requested", { resolution: quote.resolution, onBehalf }, by),
  ]);
  return key;
}

/** Would the same promise be made from these facts, and offered at all? */
function isStill(shown: Quote, policy: SavedPolicy, facts: Promised["facts"]): boolean {
  const { resolution } = shown;
  const offered = offers(facts.order, policy.policy, facts.at, askedOf(facts));
  return (
    offered.some((offer) => offer.resolution === resolution && offer.offered) &&
    fingerprint(quoteOf({ ...facts, resolution, policy })) === fingerprint(shown)
  );
}

/** Whether other returns hold the same units, and promise the same of the shipping and the duties. */
function sameTaken(now: readonly TakenUnits[], before: readonly TakenUnits[]): boolean {
  const named = (all: readonly TakenUnits[]) =>
    all.map(({ returnId, fulfillmentLineItemId, units, shipping, duties }) =>
      [returnId, fulfillmentLineItemId, units, shipping.minor, duties.minor].join(" "),
    );
  return named(now).sort().join() === named(before).sort().join();
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

function ofDraft(ctx: ShopContext, draftId: string) {
  return and(eq(tables.returnDrafts.shopId, ctx.shop.id), eq(tables.returnDrafts.id, draftId));
}

function sentFrom(ctx: ShopContext, draftId: string) {
  return and(eq(tables.returns.shopId, ctx.shop.id), eq(tables.returns.draftId, draftId));
}

/** Counted per shop, without gaps: the number is taken in the transaction that uses it, and by no draft twice. */
function takeNumber(tx: Transaction, ctx: ShopContext, draftId: string) {
  const sent = tx.select({ id: tables.returns.id }).from(tables.returns).where(sentFrom(ctx, draftId));
  return tx
    .update(tables.shops)
    .set({ nextReturnNumber: sql`${tables.shops.nextReturnNumber} + 1` })
    .where(and(eq(tables.shops.id, ctx.shop.id), sql`not exists ${sent}`))
    .returning({ next: tables.shops.nextReturnNumber });
}

function customerActor(name: string) {
  return { kind: "customer" as const, name: name || "Customer" };
}
