import { eq, type Transaction, tables } from "@kept/database";
import { isZero, min, money, subtract, zero } from "@kept/money";
import { type CreditAccountNow, readCreditAccount } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { gives, isSettled, type LegRow } from "../issuance/issuance.ts";
import { legsOfReturn } from "../issuance/legs.ts";
import { move } from "../ledger/ledger.ts";
import { post } from "../ledger/post.ts";
import { ok, type Refusal, type Result, refused } from "../result.ts";
import { findReturnById, lockReturnOfLeg } from "../return/records.ts";
import { decideToTake } from "../reversal/decide-to-take.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import type { DifferenceRow } from "./reconciliation.ts";
import { lockDifference, markResolved, obstacleTo } from "./resolution.ts";

export type TakeBackRefusal = Refusal<
  | "NotFound"
  | "AlreadyResolved"
  | "NoSuchAction"
  | "ReversalUnderWay"
  | "CreditNotFound"
  | "NothingUnspent"
  | "ShopifyUnreachable"
>;

/**
 * Takes a double out of the account again, as far as it is unspent: a reversal like any other, sent under the same rules,
 * beside the credit whose mark the double carries. The double becomes ours in the books, where the leg it doubles is
 * booked, so that taking it back leaves nothing; what was spent of it stays our cost, and is the shortfall.
 */
export async function takeBackDouble(
  ctx: ShopContext,
  { id, reason }: { id: string; reason: string },
): Promise<Result<void, TakeBackRefusal>> {
  const found = await ctx.inShop((tx) => lockDifference(tx, ctx, id));
  const obstacle = obstacleTo(found, "take_back");
  if (!found || obstacle) return refused(obstacle ?? "NotFound");
  const since = new Date(found.happenedAt.getTime() - 300_000);
  const { customerGid, currency } = found;
  if (!customerGid) return refused("CreditNotFound");
  const read = await unlessUnreachable(ctx, async () =>
    readCreditAccount(await ctx.admin(), { customerId: customerGid, currency, since }),
  );
  if (!read) return refused("ShopifyUnreachable");
  return ctx.inShop((tx) => commit(tx, ctx, found, read.value, reason));
}

async function commit(
  tx: Transaction,
  ctx: ShopContext,
  seen: DifferenceRow,
  account: CreditAccountNow,
  reason: string,
): Promise<Result<void, TakeBackRefusal>> {
  await lockReturnOfLeg(tx, ctx, seen.legId ?? "");
  const found = await lockDifference(tx, ctx, seen.id);
  const obstacle = obstacleTo(found, "take_back");
  if (!found || obstacle) return refused(obstacle ?? "NotFound");
  const legs = await legsOfReturn(tx, ctx, found.returnId ?? "");
  const doubled = legs.find((leg) => leg.id === found.legId);
  const record = doubled && (await findReturnById(tx, ctx, doubled.returnId));
  const held = heldDouble(found, account, doubled?.kind);
  if (!record || !doubled || !held || !account.accountId) return refused("CreditNotFound");
  if (isZero(held.total)) return refused("NothingUnspent");
  const corrections = legs.filter((leg) => !gives(leg));
  if (!corrections.every((leg) => isSettled(leg) && leg.state !== "human"))
    return refused("ReversalUnderWay");
  const { issuanceId } = doubled;
  const made = await tx.$count(tables.reversals, eq(tables.reversals.issuanceId, issuanceId));
  await post(tx, ctx, {
    sides: move(
      { from: doubled.kind === "base" ? "refunds" : "bonus_cost", to: "foreign" },
      found.theirsMinor,
    ),
    currency: found.currency,
    customerGid: found.customerGid,
    returnId: found.returnId,
    remoteGid: found.remoteGid ?? found.key,
    cause: `${found.kind}_take_back`,
    reason,
  });
  await markResolved(tx, ctx, found, "take_back", reason);
  await decideToTake(tx, ctx, doubled, {
    ...held,
    ordinal: made + 1,
    lines: [],
    customerGid: found.customerGid ?? "",
    accountGid: account.accountId,
    reason,
  });
  return ok(undefined);
}

/** What Shopify still shows of the double; null when it does not show it. */
function heldDouble(found: DifferenceRow, account: CreditAccountNow, kind: LegRow["kind"] | undefined) {
  const credit = account.transactions.find(({ id }) => id === found.remoteGid);
  if (credit?.kind !== "credit" || (kind !== "base" && kind !== "bonus")) return null;
  const none = zero(found.currency);
  const given = money(found.theirsMinor, found.currency);
  const unspent = min(credit.remaining, account.balance);
  const part = (amount: typeof given) => ({ base: none, bonus: none, [kind]: amount });
  const { id: transactionId, createdAt: givenAt } = credit;
  return {
    wanted: part(given),
    taken: part(unspent),
    total: unspent,
    shortfall: subtract(given, unspent),
    credits: [
      {
        kind,
        transactionId,
        twins: [],
        givenAt,
        given,
        unspent,
        spent: subtract(given, unspent),
        expired: none,
        takenBack: none,
      },
    ],
  };
}
