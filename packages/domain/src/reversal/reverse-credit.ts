import { sql, type Transaction, tables } from "@kept/database";
import { equal, isZero, type Money, toWire } from "@kept/money";
import type { ShopContext } from "../context.ts";
import type { DebitRequest } from "../issuance/debit-account-method.ts";
import { legName } from "../issuance/names.ts";
import { frozen } from "../issuance/requests.ts";
import { ok, type Result, refused } from "../result.ts";
import { lockReturn, tell } from "../return/records.ts";
import {
  type Facts,
  factsOf,
  obstacleTo,
  type PreviewRefusal,
  type ReversalPreview,
  readForReversal,
  type UnitsWanted,
} from "./preview-reversal.ts";

export type ReverseRefusal =
  | PreviewRefusal
  | { readonly code: "ReasonMissing" | "NothingUnspent" }
  /** The customer has spent meanwhile, or somebody else took back: what was confirmed is not what would happen. */
  | { readonly code: "FiguresChanged"; readonly total: Money };

/**
 * Takes credit back, as it was previewed: one debit on the customer's account, the bonus first, never more than is
 * unspent of this very credit. What was spent stays spent and is written down as the shortfall. Committed before it is
 * sent, like everything that moves money; `total` is what the person confirmed, and nothing else is done.
 */
export async function reverseCredit(
  ctx: ShopContext,
  input: { number: number; units: UnitsWanted | "all"; total: Money; reason: string },
): Promise<Result<ReversalPreview, ReverseRefusal>> {
  const reason = input.reason.trim().slice(0, 500);
  if (reason === "") return refused("ReasonMissing");
  const read = await readForReversal(ctx, input);
  if (!read.ok) return read;
  const { preview, facts, accountGid } = read.value;
  if (isZero(preview.total)) return refused("NothingUnspent");
  if (!equal(preview.total, input.total)) return refused("FiguresChanged", { total: preview.total });
  return ctx.inShop((tx) => commit(tx, ctx, facts, preview, { accountGid, reason }));
}

async function commit(
  tx: Transaction,
  ctx: ShopContext,
  seen: Facts,
  preview: ReversalPreview,
  { accountGid, reason }: { accountGid: string; reason: string },
): Promise<Result<ReversalPreview, ReverseRefusal>> {
  await lockReturn(tx, ctx, seen.record.number);
  const facts = await factsOf(tx, ctx, seen.record.number);
  if (!facts) return refused("NotFound");
  const obstacle = obstacleTo(facts);
  if (obstacle) return refused(obstacle);
  // Somebody else's reversal came between the reading and this lock: what was read is no basis any more.
  if (facts.made.length !== seen.made.length) return refused("FiguresChanged", { total: preview.total });
  const { record, legs, made } = facts;
  const [base] = legs;
  if (!base) return refused("NothingIssued");
  const ordinal = made.length + 1;
  const { taken, wanted, total, shortfall, lines, credits } = preview;
  const common = { shopId: ctx.shop.id, returnId: record.id, issuanceId: base.issuanceId, ordinal };
  await tx.insert(tables.reversals).values({
    ...common,
    lines: lines.flatMap(({ lineId, units }) => (units > 0 ? [{ lineId, units }] : [])),
    currency: record.currency,
    wantedBaseMinor: wanted.base.minor,
    wantedBonusMinor: wanted.bonus.minor,
    takenBaseMinor: taken.base.minor,
    takenBonusMinor: taken.bonus.minor,
    shortfallMinor: shortfall.minor,
    seen: credits.map(({ kind, given, unspent, spent, expired }) => ({
      kind,
      given: toWire(given),
      unspent: toWire(unspent),
      spent: toWire(spent),
      expired: toWire(expired),
    })),
    reason,
    actor: ctx.actor,
  });
  const request: DebitRequest = {
    customerGid: record.customerGid ?? "",
    accountGid,
    amount: toWire(total),
    credits: credits.map(({ transactionId }) => transactionId),
    oldestCredit: new Date(Math.min(...credits.map(({ givenAt }) => givenAt.getTime()))).toISOString(),
  };
  const legId = legName(base.issuanceId, "reversal", ordinal);
  await tx.insert(tables.issuanceLegs).values({
    ...common,
    id: legId,
    kind: "reversal",
    method: "debit_account",
    laneId: base.laneId,
    orderGid: record.orderGid,
    amountMinor: total.minor,
    currency: record.currency,
    deadline: sql`clock_timestamp() + make_interval(secs => ${ctx.tools.patience.settleMs / 1000})`,
    ...frozen(request),
  });
  await tell(tx, ctx, record.id, "reversal_started", {
    taken: total.minor.toString(),
    shortfall: shortfall.minor.toString(),
    reason,
  });
  await ctx.enqueue(tx, "issue", legId);
  return ok(preview);
}
