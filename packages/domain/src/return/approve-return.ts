import { and, eq, tables } from "@kept/database";
import { add, equal, type Money, zero } from "@kept/money";
import { suggestReturnOutcome } from "@kept/shopify";
import { mayDo, type ShopContext } from "../context.ts";
import type { Quote } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { type MirrorRefusal, mirrorReturn, withMirror } from "./mirror-return.ts";
import { changeReturn, findReturn, linesOf, lockReturn, quoteById, tell } from "./records.ts";
import { keepQuote, requote } from "./requote.ts";
import { isOpen, type ReturnLineRecord, type ReturnRecord, type ReturnStatus } from "./return.ts";

export interface LineDecision {
  readonly lineId: string;
  readonly accepted: number;
  readonly declineReason?: string | undefined;
}

export type ApproveRefusal =
  | { readonly code: "NotFound" | "NotAllowed" | "NothingAccepted" }
  | MirrorRefusal
  | { readonly code: "WrongState"; readonly status: ReturnStatus }
  | { readonly code: "InvalidDecision"; readonly lineId: string }
  | { readonly code: "Differs"; readonly ours: Money; readonly shopify: Money };

/**
 * Says yes to a request, whole or in part; lines without a decision are accepted whole. The quote in force becomes the
 * one for what was accepted, from the same policy version and the same facts. The base is compared with Shopify's own
 * figure first: a difference leaves the return where it is, with both sums, for a person (domain.md, The quote).
 * Saying yes again answers the same.
 */
export async function approveReturn(
  ctx: ShopContext,
  input: { number: number; decisions?: readonly LineDecision[]; acceptDifference?: boolean },
): Promise<Result<{ status: ReturnStatus }, ApproveRefusal>> {
  if (!mayDo(ctx, "decide")) return refused("NotAllowed");
  const record = await ctx.inShop((tx) => findReturn(tx, ctx, input.number));
  if (!record) return refused("NotFound");
  if (isOpen(record.status) || record.status === "resolved") return ok({ status: record.status });
  if (record.status !== "requested") return refused("WrongState", { status: record.status });

  const lines = await ctx.inShop((tx) => linesOf(tx, ctx, record.id));
  const decided = decide(lines, input.decisions ?? []);
  if (!decided.ok) return decided;
  if (decided.value.lines.every((line) => line.accepted === 0)) return refused("NothingAccepted");

  const difference = await withMirror(ctx, () => differenceWithShopify(ctx, record, decided.value.lines));
  if (!difference.ok) return difference;
  if (difference.value && !input.acceptDifference) {
    await noteDifference(ctx, record, difference.value);
    return refused("Differs", difference.value);
  }
  return commitApproval(ctx, input.number, decided.value.lines);
}

type DecidedLine = ReturnLineRecord & { readonly accepted: number };

function decide(lines: readonly ReturnLineRecord[], decisions: readonly LineDecision[]) {
  const byLine = new Map(decisions.map((decision) => [decision.lineId, decision]));
  const decided: DecidedLine[] = [];
  for (const line of lines) {
    const decision = byLine.get(line.id);
    byLine.delete(line.id);
    const accepted = decision?.accepted ?? line.quantity;
    if (!Number.isInteger(accepted) || accepted < 0 || accepted > line.quantity)
      return refused("InvalidDecision", { lineId: line.id });
    decided.push({ ...line, accepted, declineReason: decision?.declineReason ?? null });
  }
  const [foreign] = byLine.keys();
  return foreign === undefined ? ok({ lines: decided }) : refused("InvalidDecision", { lineId: foreign });
}

/** Null when Shopify's figure for the accepted lines is our base (before our own fees, without shipping). */
async function differenceWithShopify(ctx: ShopContext, record: ReturnRecord, lines: readonly DecidedLine[]) {
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

function asChosen(line: DecidedLine) {
  return { lineItemGid: line.lineItemGid, reason: line.reason, units: line.accepted };
}

async function noteDifference(ctx: ShopContext, record: ReturnRecord, both: { ours: Money; shopify: Money }) {
  await ctx.inShop(async (tx) => {
    await changeReturn(tx, ctx, record.id, { differsMinor: both.shopify.minor });
    await tell(tx, ctx, record.id, "differs", {
      ours: both.ours.minor.toString(),
      shopify: both.shopify.minor.toString(),
      currency: both.ours.currency,
    });
  });
}

async function commitApproval(ctx: ShopContext, number: number, lines: readonly DecidedLine[]) {
  return ctx.inShop(async (tx) => {
    const record = await lockReturn(tx, ctx, number);
    if (!record) return refused("NotFound");
    if (isOpen(record.status) || record.status === "resolved") return ok({ status: record.status });
    if (record.status !== "requested") return refused("WrongState", { status: record.status });
    for (const line of lines) {
      await tx
        .update(tables.returnLines)
        .set({ accepted: line.accepted, declineReason: line.declineReason })
        .where(and(eq(tables.returnLines.shopId, ctx.shop.id), eq(tables.returnLines.id, line.id)));
    }
    const promised = await quoteById(tx, ctx, record.quoteId);
    const whole = lines.every((line) => line.accepted === line.quantity);
    const quote = whole ? promised : await requote(tx, ctx, record, lines.map(asChosen));
    if (!quote) return refused("NothingAccepted");
    const inForce = whole ? record.quoteId : await keepQuote(tx, ctx.shop.id, record.id, quote);
    await changeReturn(tx, ctx, record.id, {
      status: "approved",
      differsMinor: null,
      quoteId: inForce,
      baseMinor: quote.totals.base.minor,
      bonusMinor: quote.totals.bonus.minor,
    });
    await tell(tx, ctx, record.id, "approved", {
      accepted: lines.map(({ id, accepted, quantity, declineReason }) => ({
        id,
        accepted,
        quantity,
        declineReason,
      })),
      total: quote.totals.total.minor.toString(),
      before: promised.totals.total.minor.toString(),
      currency: record.currency,
    });
    await ctx.enqueue(tx, "mirror", record.id);
    return ok({ status: "approved" as const });
  });
}
