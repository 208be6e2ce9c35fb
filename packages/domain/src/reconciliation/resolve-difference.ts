import { and, eq, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { type Account, move, type Way } from "../ledger/ledger.ts";
import { post } from "../ledger/post.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Refusal, type Result, refused } from "../result.ts";
import { actionsFor, type DifferenceRow, type ResolvingAction } from "./reconciliation.ts";

export type ResolveRefusal = Refusal<
  "NotAllowed" | "NotFound" | "ReasonMissing" | "AlreadyResolved" | "NoSuchAction"
>;

/**
 * A person says what a difference is. The books follow in the same transaction, by entries that are added: what is
 * ours after all leaves `foreign`, what Shopify does not have leaves the customer's credit. Said once; two people at
 * the same time get one answer.
 */
export function resolveDifference(
  ctx: ShopContext,
  input: { id: string; action: ResolvingAction; reason: string },
): Promise<Result<void, ResolveRefusal>> {
  return ctx.inShop(async (tx) => {
    if (!allowed(ctx.role, "settle")) return refused("NotAllowed");
    const reason = input.reason.trim().slice(0, 500);
    if (reason === "") return refused("ReasonMissing");
    const { differences } = tables;
    const [found] = await tx
      .select()
      .from(differences)
      .where(and(eq(differences.shopId, ctx.shop.id), eq(differences.id, input.id)))
      .for("update");
    if (!found) return refused("NotFound");
    if (found.resolvedAt) return refused("AlreadyResolved");
    if (!actionsFor(found).includes(input.action)) return refused("NoSuchAction");
    await bookDecision(tx, ctx, found, input.action, reason);
    await tx
      .update(differences)
      .set({
        action: input.action,
        reason,
        resolvedBy: ctx.actor,
        resolvedAt: sql`clock_timestamp()`,
      })
      .where(and(eq(differences.shopId, ctx.shop.id), eq(differences.id, found.id)));
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
