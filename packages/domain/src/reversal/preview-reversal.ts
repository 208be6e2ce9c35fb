import { and, eq, type Transaction, tables } from "@kept/database";
import type { Money } from "@kept/money";
import { readCreditAccount } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { gives, isSettled, type LegRow } from "../issuance/issuance.ts";
import { legsOfReturn } from "../issuance/legs.ts";
import { allowed } from "../organization/roles.ts";
import type { Quote } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { findReturn, linesOf, quoteById } from "../return/records.ts";
import { acceptedUnits, type ReturnLineRecord, type ReturnRecord } from "../return/return.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { doublesTaken, reversalsOf, takenSoFar, unitsSoFar } from "./records.ts";
import { type HeldCredit, heldCredit, planReversal, type ReversalPlan, worthOfUnits } from "./reversal.ts";

/** Units of the return's lines whose credit is taken back. Lines that are not named keep theirs. */
export type UnitsWanted = readonly { readonly lineId: string; readonly units: number }[];

export interface ReversalPreview extends ReversalPlan {
  readonly credits: readonly HeldCredit[];
  readonly lines: readonly {
    readonly lineId: string;
    readonly title: string;
    /** How many units' credit can still be taken back. */
    readonly left: number;
    readonly units: number;
  }[];
  readonly balance: Money;
}

export type PreviewRefusal = {
  readonly code:
    | "NotFound"
    | "NotAllowed"
    | "NothingIssued"
    | "ReversalUnderWay"
    | "InvalidUnits"
    | "CreditNotFound"
    | "ShopifyUnreachable";
};

/**
 * What taking this credit back would do, from Shopify's own record of each leg: what is unspent, spent and expired, and
 * what of the wanted can be had. Nothing is written; `reverseCredit` does exactly this or refuses.
 */
export async function previewReversal(
  ctx: ShopContext,
  input: { number: number; units: UnitsWanted | "all" },
): Promise<Result<ReversalPreview, PreviewRefusal>> {
  const read = await readForReversal(ctx, input);
  return read.ok ? ok(read.value.preview) : read;
}

/** The preview, with what the act needs besides. */
export async function readForReversal(
  ctx: ShopContext,
  input: { number: number; units: UnitsWanted | "all" },
): Promise<Result<{ preview: ReversalPreview; facts: Facts; accountGid: string }, PreviewRefusal>> {
  if (!allowed(ctx.role, "settle")) return refused("NotAllowed");
  const facts = await ctx.inShop((tx) => factsOf(tx, ctx, input.number));
  if (!facts) return refused("NotFound");
  const obstacle = obstacleTo(facts);
  if (obstacle) return refused(obstacle);
  const { record, legs, made } = facts;
  const lines = linesToTake(facts, input.units);
  if (!lines) return refused("InvalidUnits");
  const oldest = Math.min(...legs.filter(gives).map((leg) => leg.createdAt.getTime()));
  const customerId = record.customerGid ?? "";
  const read = await unlessUnreachable(ctx, async () =>
    readCreditAccount(await ctx.admin(), {
      customerId,
      currency: record.currency,
      since: new Date(oldest - 300_000),
    }),
  );
  if (!read) return refused("ShopifyUnreachable");
  const account = read.value;
  const taken = takenSoFar(made, record.currency);
  const credits = legs
    .filter((leg) => gives(leg) && leg.state === "confirmed")
    .map((leg) => {
      const kind = leg.kind === "base" ? "base" : "bonus";
      return heldCredit(leg, account, taken[kind], doublesTaken(made, kind));
    });
  if (!account.accountId || !account.complete || !credits.every((each) => each !== null))
    return refused("CreditNotFound");
  const wish = worthOfUnits(unitsBack(facts, lines), record.currency);
  const plan = planReversal(wish, credits, account.balance);
  const preview = { ...plan, credits, balance: account.balance, lines };
  return ok({ preview, facts, accountGid: account.accountId });
}

export interface Facts {
  readonly record: ReturnRecord;
  readonly quote: Quote;
  readonly lines: readonly ReturnLineRecord[];
  readonly legs: readonly LegRow[];
  readonly made: Awaited<ReturnType<typeof reversalsOf>>;
  readonly destination: "store_credit" | "original_payment";
}

/** Null when this shop has no return of this number, or nothing was issued for it. */
export async function factsOf(tx: Transaction, ctx: ShopContext, number: number): Promise<Facts | null> {
  const record = await findReturn(tx, ctx, number);
  if (!record) return null;
  const { issuances } = tables;
  const [issuance] = await tx
    .select({ quoteId: issuances.quoteId, destination: issuances.destination })
    .from(issuances)
    .where(and(eq(issuances.shopId, ctx.shop.id), eq(issuances.returnId, record.id)));
  return {
    record,
    quote: await quoteById(tx, ctx, issuance?.quoteId ?? record.quoteId),
    lines: await linesOf(tx, ctx, record.id),
    legs: await legsOfReturn(tx, ctx, record.id),
    made: await reversalsOf(tx, ctx, record.id),
    destination: issuance?.destination ?? record.resolution,
  };
}

/** Taken back is only what is settled, and one after the other. */
export function obstacleTo({
  legs,
  record,
  destination,
}: Facts): "NothingIssued" | "ReversalUnderWay" | null {
  const given = legs.filter(gives);
  const base = given.find((leg) => leg.kind === "base");
  const settled = given.every((leg) => isSettled(leg) && leg.state !== "human");
  if (destination !== "store_credit" || !record.customerGid || base?.state !== "confirmed" || !settled)
    return "NothingIssued";
  const corrections = legs.filter((leg) => !gives(leg));
  return corrections.every((leg) => leg.state === "confirmed" || leg.state === "rejected")
    ? null
    : "ReversalUnderWay";
}

/** Every line with what is left of it and what is wanted; null when more is wanted than is left. */
function linesToTake({ lines, made }: Facts, units: UnitsWanted | "all") {
  const before = unitsSoFar(made);
  const wanted = units === "all" ? null : new Map(units.map((each) => [each.lineId, each.units]));
  const taken = lines
    .filter((line) => acceptedUnits(line) > 0)
    .map((line) => {
      const left = acceptedUnits(line) - (before.get(line.id) ?? 0);
      return { lineId: line.id, title: line.title, left, units: wanted ? (wanted.get(line.id) ?? 0) : left };
    });
  const known = [...(wanted?.keys() ?? [])].every((id) => taken.some(({ lineId }) => lineId === id));
  const right = taken.every(({ left, units: now }) => Number.isInteger(now) && now >= 0 && now <= left);
  return known && right ? taken : null;
}

/** The same by lines of the quote: pieces of one order line may have been sent in several parcels. */
function unitsBack({ quote, lines, made }: Facts, wanted: readonly { lineId: string; units: number }[]) {
  const before = unitsSoFar(made);
  return quote.lines.map((line) => {
    const pieces = lines.filter(({ lineItemGid }) => lineItemGid === line.lineItemId);
    const count = (of: (lineId: string) => number) => pieces.reduce((all, { id }) => all + of(id), 0);
    return {
      line,
      before: count((id) => before.get(id) ?? 0),
      now: count((id) => wanted.find(({ lineId }) => lineId === id)?.units ?? 0),
    };
  });
}
