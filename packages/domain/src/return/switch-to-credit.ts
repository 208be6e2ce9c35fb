import { and, eq, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { stopWaiting } from "../issuance/issue-waiting.ts";
import { photosOfReturn } from "../photo/photos.ts";
import { offers } from "../policy/index.ts";
import { policyVersion } from "../policy/versions.ts";
import { askedOf, fingerprint, type Quote, quote } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { creditReadiness } from "./credit-readiness.ts";
import { factsForCredit, promiseInTurn } from "./customer-facts.ts";
import { type QuoteFacts, quoteFactsToJson } from "./quote-facts.ts";
import { changeReturn, linesOf, quoteById, tell } from "./records.ts";
import { keepQuote, selectionOf } from "./requote.ts";
import { acceptedUnits, isOpen, type ReturnRecord } from "./return.ts";

export type SwitchRefusal = { readonly code: "NotFound" | "TooLate" | "NotOffered" | "AmountChanged" };

/** The second chance on the status page: what the same return would give as store credit, and the word for it. */
export interface CreditInstead {
  readonly quote: Quote;
  /** Posted back with the switch: what was shown is what is promised. */
  readonly fingerprint: string;
}

/** The same before anybody asked whether a credit would work for this customer, with the facts it was quoted from. */
export interface PossibleCredit extends CreditInstead {
  readonly facts: QuoteFacts;
}

/**
 * A customer who asked for their money takes store credit after all. Possible while no money is on its way; who and
 * when stay on record, and the sum is the one that was shown. The first quote and choice are kept beside it.
 */
export async function switchToStoreCredit(
  ctx: ShopContext,
  input: { returnKey: string; fingerprint: string },
): Promise<Result<void, SwitchRefusal>> {
  const which = and(eq(tables.returns.shopId, ctx.shop.id), eq(tables.returns.key, input.returnKey));
  const possible = await ctx.inShop(async (tx) => {
    const [record] = await tx.select().from(tables.returns).where(which);
    return record ? possibleCredit(tx, ctx, record) : null;
  });
  if (possible && !(await ifReady(ctx, possible))) return refused("NotOffered");
  return ctx.inShop(async (tx) => {
    const [record] = await tx.select().from(tables.returns).where(which).for("update");
    if (!record) return refused("NotFound");
    if (record.resolution === "store_credit") return ok(undefined);
    if (!canSwitch(record)) return refused("TooLate");
    await promiseInTurn(tx, ctx);
    const instead = await possibleCredit(tx, ctx, record);
    if (!instead) return refused("NotOffered");
    if (instead.fingerprint !== input.fingerprint) return refused("AmountChanged");
    const { quote: made, facts } = instead;
    const actor = { kind: "customer" as const, name: record.customerName };
    const quoteId = await keepQuote(tx, ctx.shop.id, record.id, made);
    const chosen = {
      shopId: ctx.shop.id,
      returnId: record.id,
      quoteId,
      kind: "store_credit" as const,
      actor,
    };
    await tx.insert(tables.resolutions).values(chosen);
    await changeReturn(tx, ctx, record.id, {
      resolution: "store_credit",
      quoteId,
      baseMinor: made.totals.base.minor,
      bonusMinor: made.totals.bonus.minor,
      quoteFacts: quoteFactsToJson(facts),
    });
    await tell(
      tx,
      ctx,
      record.id,
      "switched_to_credit",
      { from: record.resolution, to: "store_credit" },
      actor,
    );
    await stopWaiting(tx, ctx, record, "AmountChanged");
    await ctx.enqueue(tx, "mirror", record.id);
    return ok(undefined);
  });
}

/** Null where the credit would not work. It may ask Shopify: never in a transaction. */
export async function ifReady(
  ctx: ShopContext,
  { facts: { order }, ...instead }: PossibleCredit,
  options: { withinMs?: number } = {},
): Promise<CreditInstead | null> {
  const notReady = await creditReadiness(ctx, order, instead.quote.totals.total, options);
  return notReady ? null : instead;
}

/** Null where credit is not to be had, or gives no more than the money back: then there is nothing to say. */
export async function possibleCredit(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
): Promise<PossibleCredit | null> {
  if (record.resolution !== "original_payment" || !canSwitch(record)) return null;
  const photos = await photosOfReturn(tx, ctx, record.id);
  const lines = (await linesOf(tx, ctx, record.id)).map((line) => ({
    ...line,
    units: acceptedUnits(line),
    photos: photos.filter((photo) => photo.fulfillmentLineItemId === line.fulfillmentLineItemGid).length,
  }));
  const now = await quoteById(tx, ctx, record.quoteId);
  const policy = await policyVersion(tx, ctx, record.policyVersion);
  const { order, customer: known } = await factsForCredit(tx, ctx, record, policy.policy);
  // Some bonus rules reward a customer who had chosen their money back.
  const customer = { ...known, switched: true };
  const facts = { order, customer, selection: selectionOf(lines), at: now.at };
  if (facts.selection.length === 0) return null;
  const credit = offers(facts.order, policy.policy, now.at, askedOf(facts)).find(
    ({ resolution }) => resolution === "store_credit",
  );
  if (!credit?.offered) return null;
  const made = quote({ ...facts, resolution: "store_credit", policy });
  if (made.totals.total.minor <= now.totals.total.minor) return null;
  return { quote: made, fingerprint: fingerprint(made), facts: { order, customer } };
}

function canSwitch({ status, creditState, customerGid }: ReturnRecord): boolean {
  return creditState === "none" && customerGid !== null && (status === "requested" || isOpen(status));
}
