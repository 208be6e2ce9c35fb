import { sql, type Transaction } from "@kept/database";
import { toDecimal } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { postLeg } from "../ledger/post-leg.ts";
import { oweLetter } from "../notification/owe-letter.ts";
import { findReturnById, lockReturnOfLeg, tell } from "../return/records.ts";
import { followLegs } from "./follow-legs.ts";
import { amountOf, type LegRow } from "./issuance.ts";
import { freezeLane } from "./lane.ts";
import { changeLeg, closeAttempt, lockLeg } from "./legs.ts";
import type { Landed } from "./method.ts";

/**
 * Records that a leg's money moved. Needs no fence: a success that was seen is a fact, whoever saw it (reliability
 * 2.3). Seeing it again changes nothing; seeing a different transaction for the same leg freezes the account.
 */
export function confirmLeg(
  ctx: ShopContext,
  legId: string,
  landed: Landed,
  how: {
    by: "answer" | "tag" | "quantities" | "key" | "person";
    attempt?: number;
    requestId?: string | null;
  },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    const leg = await lockLegOfReturn(tx, ctx, legId);
    if (!leg) return;
    if (how.attempt !== undefined) {
      await closeAttempt(tx, ctx, legId, how.attempt, {
        outcome: "confirmed",
        requestId: how.requestId ?? null,
      });
    }
    if (leg.state === "confirmed") {
      if (differs(leg.remoteTransactionGid, landed.transactionGid))
        await secondTransaction(tx, ctx, leg, landed);
      return;
    }
    await changeLeg(tx, ctx, legId, {
      state: "confirmed",
      reason: null,
      remoteTransactionGid: landed.transactionGid,
      remoteRefundGid: landed.refundGid,
      matchQuality: how.by,
      confirmedAt: sql`clock_timestamp()`,
    });
    await postLeg(tx, ctx, leg, landed);
    await tell(tx, ctx, leg.returnId, `${leg.kind}_issued`, {
      amount: toDecimal(amountOf(leg)),
      currency: leg.currency,
      transactionId: landed.transactionGid,
      refundId: landed.refundGid,
      accountId: landed.accountGid,
      balance: landed.balance && toDecimal(landed.balance),
      by: how.by,
    });
    await afterConfirming(tx, ctx, leg, landed);
  });
}

/** The next leg is poked, or the whole credit is there: then the return is resolved and one letter is owed. */
async function afterConfirming(tx: Transaction, ctx: ShopContext, leg: LegRow, landed: Landed) {
  const legs = await followLegs(tx, ctx, leg.returnId);
  for (const next of legs) if (next.state === "ready") await ctx.enqueue(tx, "issue", next.id);
  if (!legs.every((each) => each.state === "confirmed")) return;
  const record = await findReturnById(tx, ctx, leg.returnId);
  if (!record) return;
  await tell(tx, ctx, leg.returnId, "resolved", { resolution: record.resolution });
  if (record.resolution !== "store_credit") return;
  await oweLetter(tx, ctx, record, "store_credit_issued", {
    dedupeKey: `store_credit_issued/${leg.issuanceId}`,
    facts: { accountId: landed.accountGid, balance: landed.balance && toDecimal(landed.balance) },
  });
}

/** Records that nothing is known of what became of it: it may have happened. It is looked up before anything else. */
export function markUnknown(
  ctx: ShopContext,
  legId: string,
  why: { reason: string; attempt?: number; requestId?: string | null; lookAgainSeconds: number },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    const leg = await lockLegOfReturn(tx, ctx, legId);
    if (leg?.state !== "sending") return;
    if (why.attempt !== undefined) {
      await closeAttempt(tx, ctx, legId, why.attempt, {
        outcome: `unknown:${why.reason}`,
        requestId: why.requestId ?? null,
      });
    }
    await changeLeg(tx, ctx, legId, {
      state: "unknown",
      reason: why.reason,
      ambiguousAttempts: leg.ambiguousAttempts + 1,
      nextAt: sql`clock_timestamp() + make_interval(secs => ${why.lookAgainSeconds})`,
    });
    await tell(tx, ctx, leg.returnId, "issuing_unclear", { leg: leg.kind, reason: why.reason });
    await ctx.enqueue(tx, "issue", legId, soon(ctx, why.lookAgainSeconds));
  });
}

/** Back to ready after a proof that nothing was executed; tried again later, with a new look first. */
export function markNotExecuted(
  ctx: ShopContext,
  legId: string,
  why: { reason: string; attempt?: number; requestId?: string | null; againSeconds: number },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    const leg = await lockLegOfReturn(tx, ctx, legId);
    if (leg?.state !== "sending") return;
    if (why.attempt !== undefined) {
      await closeAttempt(tx, ctx, legId, why.attempt, {
        outcome: `not_executed:${why.reason}`,
        requestId: why.requestId ?? null,
      });
    }
    await changeLeg(tx, ctx, legId, {
      state: "ready",
      reason: why.reason,
      nextAt: sql`clock_timestamp() + make_interval(secs => ${why.againSeconds})`,
    });
    await ctx.enqueue(tx, "issue", legId, soon(ctx, why.againSeconds));
  });
}

/** Stops the leg until a person has decided; with `freeze`, the whole account. */
export function askPerson(
  ctx: ShopContext,
  legId: string,
  why: { reason: string; detail?: string; freeze?: boolean; attempt?: number; requestId?: string | null },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    const leg = await lockLegOfReturn(tx, ctx, legId);
    if (!leg || leg.state === "confirmed" || leg.state === "rejected" || leg.state === "human") return;
    if (why.attempt !== undefined) {
      await closeAttempt(tx, ctx, legId, why.attempt, {
        outcome: why.reason,
        requestId: why.requestId ?? null,
      });
    }
    await changeLeg(tx, ctx, legId, { state: "human", reason: why.reason });
    if (why.freeze) await freezeLane(tx, ctx.shop.id, leg.laneId, why.reason);
    await tell(tx, ctx, leg.returnId, "needs_review", {
      leg: leg.kind,
      reason: why.reason,
      detail: why.detail ?? null,
    });
    await followLegs(tx, ctx, leg.returnId);
  });
}

async function secondTransaction(tx: Transaction, ctx: ShopContext, leg: LegRow, landed: Landed) {
  await freezeLane(tx, ctx.shop.id, leg.laneId, "second_transaction");
  await tell(tx, ctx, leg.returnId, "second_transaction_seen", {
    leg: leg.kind,
    transactionId: landed.transactionGid,
  });
  ctx.log.error({ leg: leg.id, transaction: landed.transactionGid }, "a second transaction for one leg");
}

/** Locks return, then leg, always in this order, so that two recorders wait for one another and never block each other. */
async function lockLegOfReturn(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
): Promise<LegRow | undefined> {
  await lockReturnOfLeg(tx, ctx, legId);
  return lockLeg(tx, ctx, legId);
}

function differs(known: string | null, seen: string | null): boolean {
  return known !== null && seen !== null && known !== seen;
}

function soon(ctx: ShopContext, seconds: number): Date {
  return new Date(ctx.clock.now().getTime() + seconds * 1000);
}
