import type { Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { type Account, move, type Way } from "../ledger/ledger.ts";
import { post } from "../ledger/post.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Refusal, type Result, refused } from "../result.ts";
import type { DifferenceRow, ResolvingAction } from "./reconciliation.ts";
import { lockDifference, markResolved, obstacleTo } from "./resolution.ts";
import { type TakeBackRefusal, takeBackDouble } from "./take-back-double.ts";

export type ResolveRefusal =
  | TakeBackRefusal
  | Refusal<"NotAllowed" | "NotFound" | "ReasonMissing" | "AlreadyResolved" | "NoSuchAction">;

/**
 * A person says what a difference is. The books follow in the same transaction, by entries that are added: what is
 * ours after all leaves `foreign`, what Shopify does not have leaves the customer's credit. Said once; two people at
 * the same time get one answer.
 */
export async function resolveDifference(
  ctx: ShopContext,
  input: { id: string; action: ResolvingAction; reason: string },
): Promise<Result<void, ResolveRefusal>> {
  if (!allowed(ctx.role, "settle")) return refused("NotAllowed");
  const reason = input.reason.trim().slice(0, 500);
  if (reason === "") return refused("ReasonMissing");
  const { id, action } = input;
  if (action === "take_back") return takeBackDouble(ctx, { id, reason });
  return ctx.inShop(async (tx) => {
    const found = await lockDifference(tx, ctx, id);
    const obstacle = obstacleTo(found, action);
    if (!found || obstacle) return refused(obstacle ?? "NotFound");
    await bookDecision(tx, ctx, found, action, reason);
    await markResolved(tx, ctx, found, action, reason);
    return ok(undefined);
  });
}

/** The entries a decision needs; saying who it was, or that the double was taken back, needs none. */
async function bookDecision(
  tx: Transaction,
  ctx: ShopContext,
  found: DifferenceRow,
  action: ResolvingAction,
  reason: string,
): Promise<void> {
  const decided = decisionOf(found, action);
  if (!decided || decided.amountMinor === 0n) return;
  const { currency, customerGid, returnId } = found;
  await post(tx, ctx, {
    sides: move(decided.way, decided.amountMinor),
    currency,
    customerGid,
    returnId,
    remoteGid: found.remoteGid ?? found.key,
    cause: `${found.kind}_${action}`,
    reason,
  });
}

function decisionOf(found: DifferenceRow, action: ResolvingAction): { way: Way; amountMinor: bigint } | null {
  const { kind, oursMinor, theirsMinor } = found;
  switch (action) {
    case "refund":
      return { way: { from: "refunds", to: "foreign" }, amountMinor: theirsMinor };
    case "incentive":
      return { way: { from: "bonus_cost", to: "foreign" }, amountMinor: theirsMinor };
    case "corrected":
      return kind === "unexplained" ? null : towards("customer_credit", theirsMinor - oursMinor);
    default:
      return null;
  }
}

/** The account moves by so much; what it moves against is what others did. */
function towards(account: Account, byMinor: bigint): { way: Way; amountMinor: bigint } {
  return byMinor >= 0n
    ? { way: { from: "foreign", to: account }, amountMinor: byMinor }
    : { way: { from: account, to: "foreign" }, amountMinor: -byMinor };
}
