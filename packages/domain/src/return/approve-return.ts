import { inOneBreath } from "@kept/database";
import type { Money } from "@kept/money";
import { mayDo, type ShopContext } from "../context.ts";
import { oweLetter } from "../notification/owe-letter.ts";
import { fingerprint } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import {
  asChosen,
  type DecidedLine,
  decideLines,
  keepDecisions,
  type LineDecision,
} from "./line-decisions.ts";
import { type MirrorRefusal, withMirror } from "./mirror-return.ts";
import { changeReturn, findReturn, linesOf, lockReturn, quoteById, tell } from "./records.ts";
import { keepQuote, requote } from "./requote.ts";
import { isOpen, type ReturnRecord, type ReturnStatus } from "./return.ts";
import { differenceWithShopify } from "./shopifys-figure.ts";
import { goWithoutMirror } from "./without-mirror.ts";

export type ApproveRefusal =
  | { readonly code: "NotFound" | "NotAllowed" | "NothingAccepted" | "AmountChanged" }
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
  input: {
    number: number;
    decisions?: readonly LineDecision[];
    acceptDifference?: boolean;
    /** Go on although Shopify takes no return for it: its money is refunded on the order. */
    withoutReturn?: boolean;
    /** Fingerprint of the quote whose amount was seen: where another one would be approved by now, nothing is. */
    seen?: string | undefined;
    /** The rule of the policy that said yes, where no person did. */
    because?: { readonly rule: string; readonly name: string };
  },
): Promise<Result<{ status: ReturnStatus }, ApproveRefusal>> {
  if (!mayDo(ctx, "decide")) return refused("NotAllowed");
  const found = await ctx.inShop(async (tx) => {
    const itself = await findReturn(tx, ctx, input.number);
    return itself && { record: itself, lines: await linesOf(tx, ctx, itself.id) };
  });
  if (!found) return refused("NotFound");
  const { record, lines } = found;
  if (isOpen(record.status) || record.status === "resolved") return ok({ status: record.status });
  if (record.status !== "requested") return refused("WrongState", { status: record.status });

  const decided = decideLines(lines, input.decisions ?? []);
  if (!decided.ok) return decided;
  if (decided.value.lines.every((line) => line.accepted === 0)) return refused("NothingAccepted");

  // While we look, somebody else may say yes, and the credit be given: then that is the answer, whatever we saw.
  const now = () => ctx.inShop((tx) => findReturn(tx, ctx, input.number));
  const overtaken = async () => (await now())?.status !== "requested";
  const difference = await withMirror(ctx, () =>
    differenceWithShopify(ctx, record, decided.value.lines, overtaken),
  );
  if (!difference.ok) {
    if (difference.error.code === "ReturnRefused" && input.withoutReturn)
      return commitApproval(ctx, input, decided.value.lines, difference.error.reason);
    return approvedMeanwhile(await now()) ?? difference;
  }
  if (difference.value && !input.acceptDifference) return noteDifference(ctx, record, difference.value);
  return commitApproval(ctx, input, decided.value.lines, null);
}

function approvedMeanwhile(record: ReturnRecord | undefined) {
  if (!record || !(isOpen(record.status) || record.status === "resolved")) return null;
  return ok({ status: record.status });
}

function noteDifference(ctx: ShopContext, record: ReturnRecord, both: { ours: Money; shopify: Money }) {
  return ctx.inShop(async (tx) => {
    const now = await lockReturn(tx, ctx, record.number);
    const approved = approvedMeanwhile(now);
    if (approved) return approved;
    if (now?.status !== "requested") return refused("WrongState", { status: now?.status ?? record.status });
    await changeReturn(tx, ctx, record.id, { differsMinor: both.shopify.minor });
    await tell(tx, ctx, record.id, "differs", {
      ours: both.ours.minor.toString(),
      shopify: both.shopify.minor.toString(),
      currency: both.ours.currency,
    });
    return refused("Differs", both);
  });
}

async function commitApproval(
  ctx: ShopContext,
  { number, seen, because }: Parameters<typeof approveReturn>[1],
  lines: readonly DecidedLine[],
  withoutMirror: string | null,
) {
  return ctx.inShop(async (tx) => {
    const record = await lockReturn(tx, ctx, number);
    if (!record) return refused("NotFound");
    if (isOpen(record.status) || record.status === "resolved") return ok({ status: record.status });
    if (record.status !== "requested") return refused("WrongState", { status: record.status });
    const promised = await quoteById(tx, ctx, record.quoteId);
    const whole = lines.every((line) => line.accepted === line.quantity);
    const quote = whole ? promised : await requote(tx, ctx, record, lines.map(asChosen));
    if (!quote) return refused("NothingAccepted");
    if (seen !== undefined && fingerprint(quote) !== seen) return refused("AmountChanged");
    if (withoutMirror) await goWithoutMirror(tx, ctx, record, withoutMirror);
    const inForce = whole ? record.quoteId : await keepQuote(tx, ctx.shop.id, record.id, quote);
    const change = {
      status: "approved" as const,
      differsMinor: null,
      quoteId: inForce,
      baseMinor: quote.totals.base.minor,
      bonusMinor: quote.totals.bonus.minor,
    };
    const accepted = lines.map(({ id, accepted, quantity, declineReason }) => ({
      id,
      accepted,
      quantity,
      declineReason,
    }));
    const detail = {
      accepted,
      total: quote.totals.total.minor.toString(),
      before: promised.totals.total.minor.toString(),
      currency: record.currency,
      ...because,
    };
    const addressee = { ...record, quoteId: inForce };
    const letter = { dedupeKey: `return_approved/${record.id}`, facts: { partly: !whole } };
    await inOneBreath([
      () => keepDecisions(tx, ctx, lines),
      () => changeReturn(tx, ctx, record.id, change),
      () => oweLetter(tx, ctx, addressee, "return_approved", letter),
      () => ctx.enqueue(tx, "mirror", record.id),
      () => tell(tx, ctx, record.id, "approved", detail),
    ]);
    return ok({ status: "approved" as const });
  });
}
