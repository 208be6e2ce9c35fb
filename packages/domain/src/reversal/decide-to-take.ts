import { sql, type Transaction, tables } from "@kept/database";
import { toWire } from "@kept/money";
import type { ShopContext } from "../context.ts";
import type { DebitRequest } from "../issuance/debit-account-method.ts";
import type { LegRow } from "../issuance/issuance.ts";
import { legName } from "../issuance/names.ts";
import { frozen } from "../issuance/requests.ts";
import { tell } from "../return/records.ts";
import type { HeldCredit, ReversalPlan } from "./reversal.ts";

/** What is taken back of which credits, and for which units of the return; no units: a double that is taken out again. */
export interface Taking extends ReversalPlan {
  readonly ordinal: number;
  readonly lines: readonly { readonly lineId: string; readonly units: number }[];
  readonly credits: readonly HeldCredit[];
  readonly customerGid: string;
  readonly accountGid: string;
  readonly reason: string;
}

/**
 * Commits to taking credit back: the decision with what Shopify said when it was made, and the leg that carries it out,
 * its request frozen. Nothing is sent here; the worker is poked in the same transaction. `beside` is a leg of the
 * credit: the same issuance, account and order. Call it with the return locked.
 */
export async function decideToTake(
  tx: Transaction,
  ctx: ShopContext,
  beside: Pick<LegRow, "issuanceId" | "returnId" | "laneId" | "orderGid">,
  taking: Taking,
): Promise<void> {
  const { taken, wanted, total, shortfall, lines, credits, ordinal, reason } = taking;
  const { issuanceId, returnId, laneId, orderGid } = beside;
  const { currency } = total;
  const common = { shopId: ctx.shop.id, returnId, issuanceId, ordinal };
  await tx.insert(tables.reversals).values({
    ...common,
    lines,
    currency,
    wantedBaseMinor: wanted.base.minor,
    wantedBonusMinor: wanted.bonus.minor,
    takenBaseMinor: taken.base.minor,
    takenBonusMinor: taken.bonus.minor,
    shortfallMinor: shortfall.minor,
    seen: credits.map(seenOf),
    reason,
    actor: ctx.actor,
  });
  const request: DebitRequest = {
    customerGid: taking.customerGid,
    accountGid: taking.accountGid,
    amount: toWire(total),
    credits: credits.flatMap(({ transactionId, twins }) => [transactionId, ...twins]),
    oldestCredit: new Date(Math.min(...credits.map(({ givenAt }) => givenAt.getTime()))).toISOString(),
  };
  const legId = legName(issuanceId, "reversal", ordinal);
  await tx.insert(tables.issuanceLegs).values({
    ...common,
    id: legId,
    kind: "reversal",
    method: "debit_account",
    laneId,
    orderGid,
    amountMinor: total.minor,
    currency,
    deadline: sql`clock_timestamp() + make_interval(secs => ${ctx.tools.patience.settleMs / 1000})`,
    ...frozen(request),
  });
  await tell(tx, ctx, returnId, "reversal_started", {
    taken: total.minor.toString(),
    shortfall: shortfall.minor.toString(),
    reason,
  });
  await ctx.enqueue(tx, "issue", legId);
}

function seenOf({ kind, given, unspent, spent, expired }: HeldCredit) {
  return {
    kind,
    given: toWire(given),
    unspent: toWire(unspent),
    spent: toWire(spent),
    expired: toWire(expired),
  };
}
