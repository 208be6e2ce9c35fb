import { inOneBreath } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { type Offer, offers } from "../policy/index.ts";
import { askedOf, type CustomerFacts, fingerprint, type Quote, quote } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import type { ItemChoice } from "./choose-items.ts";
import { creditReadiness } from "./credit-readiness.ts";
import { factsOnRecord } from "./customer-facts.ts";
import { startQuoting } from "./draft-row.ts";
import { type Draft, type DraftRefusal, type OpenDraft, openDraft } from "./drafts.ts";
import { selectionOf } from "./requote.ts";
import type { ResolutionKind } from "./return.ts";
import { shopifyFacts } from "./shopify-facts.ts";

export interface DraftOffer {
  readonly resolution: ResolutionKind;
  readonly quote: Quote;
  /** Posted back when sending: what was shown is what is sent. */
  readonly fingerprint: string;
  readonly description: string | null;
}

export type QuoteDraftRefusal = DraftRefusal | { readonly code: "NothingChosen" };

/** The third step: what each resolution would give for the chosen items, and why one is not offered. `locale` as in `readDraft`. */
export async function quoteDraft(
  ctx: ShopContext,
  key: string,
  locale?: string,
): Promise<
  Result<
    { draft: Draft; offers: DraftOffer[]; notOffered: { resolution: ResolutionKind; why: string }[] },
    QuoteDraftRefusal
  >
> {
  const opened = await openDraft(ctx, key, { locale });
  if (!opened.ok) return opened;
  const { view } = opened.value;
  if (!stillPossible(view)) return refused("NothingChosen");
  const quoted = await quotesOf(ctx, opened.value, { fromNowOn: true });
  if (!quoted) return refused("ShopifyUnreachable");
  const { offered, notOffered } = quoted;
  return ok({ draft: view, offers: offered, notOffered });
}

/**
 * What each resolution would give for items that are chosen but not kept: prices while one chooses. What cannot come
 * back is left out of the sum, and whether the credit has room in the customer's account is not asked: the next step
 * says so.
 */
export async function quoteChoice(
  ctx: ShopContext,
  input: { key: string; items: readonly ItemChoice[]; locale?: string },
): Promise<Result<readonly DraftOffer[], QuoteDraftRefusal>> {
  const opened = await openDraft(ctx, input.key, { locale: input.locale });
  if (!opened.ok) return opened;
  const { view } = opened.value;
  const selection = input.items.flatMap(({ fulfillmentLineItemId, quantity, reason }) => {
    const item = view.items.find((each) => each.fulfillmentLineItemId === fulfillmentLineItemId);
    if (!item?.returnable || !Number.isInteger(quantity) || quantity < 1 || quantity > item.quantity)
      return [];
    return [{ fulfillmentLineItemId, lineItemId: item.lineItemId, quantity, reason }];
  });
  if (selection.length === 0) return refused("NothingChosen");
  const chosen = { ...opened.value, view: { ...view, selection } };
  const quoted = await quotesOf(ctx, chosen, { askForRoom: false });
  return quoted ? ok(quoted.offered) : refused("ShopifyUnreachable");
}

/**
 * The quotes a draft would be sent with, at the instant it was first quoted; `fromNowOn` makes that this one where there
 * is none yet. Null when Shopify cannot be asked. Whether an account has room for the credit is not asked where
 * `askForRoom` is false, or while Shopify is known not to answer.
 */
export async function quotesOf(
  ctx: ShopContext,
  draft: OpenDraft,
  { fromNowOn = false, askForRoom = true } = {},
) {
  const { order, policy, view, row } = draft;
  const known = await unlessUnreachable(ctx, async () => {
    const [at, onRecord] = await ctx.inShop((tx) =>
      inOneBreath([
        async () => row.quotedAt ?? (fromNowOn ? startQuoting(tx, ctx, row.key) : ctx.clock.now()),
        () => factsOnRecord(tx, ctx, order, policy.policy),
      ]),
    );
    return { at, customer: { ...onRecord, ...(await shopifyFacts(ctx, order, policy.policy)) } };
  });
  if (!known) return null;
  const { offered, notOffered } = offersTo(draft, known.value.customer, known.value.at);
  const credit = offered.find(({ resolution }) => resolution === "store_credit");
  const patience = askForRoom && !view.late ? {} : { withinMs: 0 };
  const notReady = credit && (await creditReadiness(ctx, order, credit.quote.totals.total, patience));
  if (!notReady) return { offered, notOffered };
  return {
    offered: offered.filter((offer) => offer !== credit),
    notOffered: [{ resolution: credit.resolution, why: notReady }, ...notOffered],
  };
}

/** What the rules offer for a draft's items, with the facts it is quoted from. Pure; whether a credit would work is not asked. */
export function offersTo({ order, policy, view, row }: OpenDraft, known: CustomerFacts, at: Date) {
  // A customer who had chosen their money back and now looks at credit has switched: some bonus rules reward that.
  const customer: CustomerFacts = { ...known, switched: row.askedForMoneyAt !== null };
  const selection = selectionOf(
    view.selection.map(({ lineItemId, fulfillmentLineItemId, reason, quantity }) => ({
      lineItemGid: lineItemId,
      reason,
      units: quantity,
      photos: view.photos.filter((photo) => photo.fulfillmentLineItemId === fulfillmentLineItemId).length,
    })),
  );
  const facts = { order, selection, customer, at };
  const all = offers(order, policy.policy, at, askedOf(facts));
  const offered = all
    .filter((offer) => offer.offered)
    .map(({ resolution }) => {
      const made = quote({ ...facts, resolution, policy });
      const { description } =
        resolution === "store_credit" ? policy.policy.storeCredit : policy.policy.originalPayment;
      return { resolution, quote: made, fingerprint: fingerprint(made), description: description || null };
    });
  return { offered, notOffered: all.filter((offer) => !offer.offered).map(whyNot), facts };
}

/** Whether everything that was chosen can still come back: staff or another tab may have been faster. */
export function stillPossible(draft: Draft): boolean {
  return (
    draft.selection.length > 0 &&
    draft.selection.every(({ fulfillmentLineItemId, quantity }) => {
      const item = draft.items.find((each) => each.fulfillmentLineItemId === fulfillmentLineItemId);
      return item !== undefined && item.quantity >= quantity;
    })
  );
}

function whyNot({ resolution, reason, rule }: Offer) {
  return { resolution, why: reason ?? rule };
}
