import { and, eq, inOneBreath, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { readinessFor, roomFor } from "./credit-readiness.ts";
import { factsOnRecord } from "./customer-facts.ts";
import { changeDraft } from "./draft-row.ts";
import { type DraftRefusal, type OpenDraft, openDraft } from "./drafts.ts";
import { offersTo, quotesOf, stillPossible } from "./quote-draft.ts";
import type { ResolutionKind } from "./return.ts";
import { shopifyFacts } from "./shopify-facts.ts";
import { type TakenUnits, unitsTaken } from "./units-taken.ts";
import { writeReturn } from "./write-return.ts";

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
  const quoted = await quotesOf(ctx, opened.value);
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
  const came = await makeAsShown(ctx, opened.value, input);
  if (!came) {
    if (tries === 1) throw new Error("Other returns of the order came first again and again");
    return send(ctx, input, tries - 1);
  }
  if (!came.ok) {
    // What was seen just now was not kept: the page that tells of the change is to see it too. A window that shows the
    // same already stays good: its promise is made for this instant as well.
    const anew = came.error.code === "AmountChanged" ? { quotedAt: ctx.clock.now() } : {};
    await ctx.inShop((tx) => changeDraft(tx, ctx, input.key, { orderSeenAt: null, ...anew }));
  }
  return came;
}

/** Makes the return where its promise, made now, is the one that was shown. Null when another return overtook it. */
async function makeAsShown(
  ctx: ShopContext,
  draft: OpenDraft,
  input: Sending,
): Promise<Result<Sent, SendRefusal> | null> {
  const { order, policy, view, row } = draft;
  const { quotedAt } = row;
  if (!stillPossible(view)) return refused("NothingChosen");
  if (!quotedAt) return refused("AmountChanged");
  const seen = await unlessUnreachable(ctx, () => shopifyFacts(ctx, order, policy.policy));
  if (!seen) return refused("ShopifyUnreachable");
  const wantsCredit = input.resolution === "store_credit";
  const room = wantsCredit ? await roomFor(ctx, order, view.late ? { withinMs: 0 } : {}) : null;
  return ctx.inShop(async (tx) => {
    const { number, sentAs, taken, known } = await inTurn(tx, ctx, draft);
    if (sentAs) return ok({ returnKey: sentAs });
    // Another return had what this one asks for a moment before.
    if (!sameTaken(taken, draft.taken)) return null;
    const { offered, facts } = offersTo(draft, { ...known, ...seen.value }, quotedAt);
    const chosen = offered.find(({ resolution }) => resolution === input.resolution);
    if (!chosen) return refused("NotOffered");
    if (wantsCredit && readinessFor(ctx.shop, chosen.quote.totals.total, room)) return refused("NotOffered");
    if (chosen.fingerprint !== input.fingerprint) return refused("AmountChanged");
    const { quote } = chosen;
    return ok({ returnKey: await writeReturn(tx, ctx, draft, { number, quote, facts, note: input.note }) });
  });
}

/**
 * Two sends of one draft meet at its row, all of a shop at its number: whoever had to wait then sees what was made, and
 * what is left of a limit. Numbers are counted per shop, without gaps: whoever makes a return takes this one.
 */
async function inTurn(tx: Transaction, ctx: ShopContext, { row, order, policy }: OpenDraft) {
  const { returnDrafts, returns, shops } = tables;
  const sent = tx
    .select({ key: returns.key })
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.draftId, row.id)));
  const [, [shop], taken, known] = await inOneBreath([
    () =>
      tx
        .select({ id: returnDrafts.id })
        .from(returnDrafts)
        .where(and(eq(returnDrafts.shopId, ctx.shop.id), eq(returnDrafts.id, row.id)))
        .for("no key update"),
    () =>
      tx
        .select({ number: shops.nextReturnNumber, sentAs: sql<string | null>`${sent}` })
        .from(shops)
        .where(eq(shops.id, ctx.shop.id))
        .for("no key update"),
    () => unitsTaken(tx, ctx.shop.id, order.id),
    () => factsOnRecord(tx, ctx, order, policy.policy),
  ]);
  if (!shop) throw new Error("The shop is gone");
  return { ...shop, taken, known };
}

/** Whether other returns hold the same units, and promise the same of the shipping, the duties and the payments. */
function sameTaken(now: readonly TakenUnits[], before: readonly TakenUnits[]): boolean {
  const named = (all: readonly TakenUnits[]) =>
    all.map(({ returnId, fulfillmentLineItemId, units, shipping, duties, payments }) =>
      [
        returnId,
        fulfillmentLineItemId,
        units,
        shipping.minor,
        duties.minor,
        ...payments.flatMap(({ transactionId, amount }) => [transactionId, amount.minor]),
      ].join(" "),
    );
  return named(now).sort().join() === named(before).sort().join();
}
