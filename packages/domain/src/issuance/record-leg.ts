import { sql, type Transaction } from "@kept/database";
import { toDecimal } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { postLeg } from "../ledger/post-leg.ts";
import { oweLetter } from "../notification/owe-letter.ts";
import { findReturnById, lockReturnOfLeg, tell } from "../return/records.ts";
import { doubtOf } from "./decide.ts";
import { followLegs } from "./follow-legs.ts";
import { amountOf, gives, isSettled, type LegRow } from "./issuance.ts";
import { freezeLane, type Hold } from "./lane.ts";
import { attemptsOf, changeLeg, closeAttempt, lockLeg } from "./legs.ts";
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
    // Return, then leg, always in this order: two recorders wait for one another and never block each other.
    await lockReturnOfLeg(tx, ctx, legId);
    const leg = await lockLeg(tx, ctx, legId);
    if (!leg) return;
    if (how.attempt !== undefined) {
      await closeAttempt(tx, ctx, legId, how.attempt, {
        outcome: "confirmed",
        requestId: how.requestId ?? null,
      });
    }
    if (leg.state === "confirmed") {
      if (differs(leg, landed)) await secondTransaction(tx, ctx, leg, landed, "second_transaction");
      return;
    }
    if (leg.state === "rejected") return secondTransaction(tx, ctx, leg, landed, "paid_after_refusal");
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
  if (leg.kind === "reversal") return tellOfReversal(tx, ctx, leg, landed);
  if (!gives(leg) || !legs.filter(gives).every((each) => each.state === "confirmed")) return;
  const record = await findReturnById(tx, ctx, leg.returnId);
  if (!record) return;
  await tell(tx, ctx, leg.returnId, "resolved", { resolution: record.resolution });
  if (record.resolution !== "store_credit") return;
  await oweLetter(tx, ctx, record, "store_credit_issued", {
    dedupeKey: `store_credit_issued/${leg.issuanceId}`,
    facts: { accountId: landed.accountGid, balance: landed.balance && toDecimal(landed.balance) },
  });
}

/** Credit that was taken back is told once, with what is left. Why it was is between the shop and its history. */
async function tellOfReversal(tx: Transaction, ctx: ShopContext, leg: LegRow, landed: Landed) {
  const record = await findReturnById(tx, ctx, leg.returnId);
  if (!record) return;
  await oweLetter(tx, ctx, record, "credit_reversed", {
    dedupeKey: `credit_reversed/${leg.id}`,
    facts: {
      taken: toDecimal(amountOf(leg)),
      accountId: landed.accountGid,
      balance: landed.balance && toDecimal(landed.balance),
    },
  });
}

/** What is told about one attempt. News about an attempt that is not the newest any more changes no state. */
interface AboutAttempt {
  readonly attempt: number;
  readonly requestId?: string | null;
}

/** Records that nothing is known of what became of it: it may have happened. It is looked up before anything else. */
export function markUnknown(
  ctx: ShopContext,
  legId: string,
  why: AboutAttempt & { reason: string; lookAgainMs: number },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    const leg = await lockSending(tx, ctx, legId, why.attempt);
    if (!leg) return;
    const outcome = `unknown:${why.reason}`;
    await closeAttempt(tx, ctx, legId, why.attempt, { outcome, requestId: why.requestId ?? null });
    await changeLeg(tx, ctx, legId, {
      state: "unknown",
      reason: why.reason,
      ambiguousAttempts: leg.ambiguousAttempts + doubtOf(why.reason),
      nextAt: inMs(why.lookAgainMs),
    });
    await tell(tx, ctx, leg.returnId, "issuing_unclear", { leg: leg.kind, reason: why.reason });
    await ctx.enqueue(tx, "issue", legId, soon(ctx, why.lookAgainMs));
  });
}

/** What was said about a repeated request. The leg stays in doubt: it is about the repetition, not about the first time. */
export function noteRepeat(
  ctx: ShopContext,
  legId: string,
  said: AboutAttempt & { reason: string; lookAgainMs: number },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    await lockReturnOfLeg(tx, ctx, legId);
    const leg = await lockLeg(tx, ctx, legId);
    if (leg?.state !== "unknown" || !(await isNewest(tx, ctx, legId, said.attempt))) return;
    const outcome = `unknown:${said.reason}`;
    await closeAttempt(tx, ctx, legId, said.attempt, { outcome, requestId: said.requestId ?? null });
    await changeLeg(tx, ctx, legId, { reason: said.reason, nextAt: inMs(said.lookAgainMs) });
    await ctx.enqueue(tx, "issue", legId, soon(ctx, said.lookAgainMs));
  });
}

/** Back to ready after a proof that nothing was executed; tried again later, with a new look first. */
export function markNotExecuted(
  ctx: ShopContext,
  legId: string,
  why: AboutAttempt & { reason: string; againMs: number },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    if (!(await lockSending(tx, ctx, legId, why.attempt))) return;
    await backToReady(tx, ctx, legId, why);
  });
}

/** The same for an intent whose commit is in doubt: whoever held this very fence knows that nothing left. */
export function markNotSent(ctx: ShopContext, legId: string, hold: Hold): Promise<void> {
  return ctx.inShop(async (tx) => {
    const last = (await attemptsOf(tx, ctx, legId)).at(-1);
    if (last?.epoch !== hold.epoch || last.fence !== hold.fence) return;
    if (!(await lockSending(tx, ctx, legId, last.n))) return;
    const againMs = ctx.tools.patience.firstLookMs;
    await backToReady(tx, ctx, legId, { attempt: last.n, reason: "not_sent", againMs });
  });
}

async function backToReady(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
  why: AboutAttempt & { reason: string; againMs: number },
) {
  const outcome = `not_executed:${why.reason}`;
  await closeAttempt(tx, ctx, legId, why.attempt, { outcome, requestId: why.requestId ?? null });
  await changeLeg(tx, ctx, legId, { state: "ready", reason: why.reason, nextAt: inMs(why.againMs) });
  await ctx.enqueue(tx, "issue", legId, soon(ctx, why.againMs));
}

/** Not now: looked at again after so many milliseconds, or not before a moment of the database's clock. */
export function putOff(ctx: ShopContext, legId: string, until: number | Date): Promise<void> {
  return ctx.inShop(async (tx) => {
    const leg = await lockLeg(tx, ctx, legId);
    if (!leg || isSettled(leg) || leg.state === "sending") return;
    await changeLeg(tx, ctx, legId, { nextAt: until instanceof Date ? until : inMs(until) });
  });
}

/** Stops the leg until a person has decided; with `freeze`, the whole account. */
export function askPerson(
  ctx: ShopContext,
  legId: string,
  why: { reason: string; detail?: string; freeze?: boolean; attempt?: number; requestId?: string | null },
): Promise<void> {
  return ctx.inShop(async (tx) => {
    await lockReturnOfLeg(tx, ctx, legId);
    const leg = await lockLeg(tx, ctx, legId);
    if (!leg || isSettled(leg)) return;
    const { attempt, requestId = null } = why;
    if (attempt !== undefined) {
      await closeAttempt(tx, ctx, legId, attempt, { outcome: why.reason, requestId });
      // An old attempt's late refusal says nothing about the newer one that may be under way.
      if (!(await isNewest(tx, ctx, legId, attempt))) return;
    }
    await changeLeg(tx, ctx, legId, { state: "human", reason: why.reason });
    if (why.freeze) await freezeLane(tx, ctx, leg.laneId, why.reason);
    await tell(tx, ctx, leg.returnId, "needs_review", {
      leg: leg.kind,
      reason: why.reason,
      detail: why.detail ?? null,
    });
    await followLegs(tx, ctx, leg.returnId);
  });
}

/** Money moved for a leg that was already answered for, or that a person had called off: the account stands still. */
async function secondTransaction(
  tx: Transaction,
  ctx: ShopContext,
  leg: LegRow,
  landed: Landed,
  reason: "second_transaction" | "paid_after_refusal",
) {
  await freezeLane(tx, ctx, leg.laneId, reason);
  const { transactionGid: transactionId, refundGid: refundId } = landed;
  await tell(tx, ctx, leg.returnId, "second_transaction_seen", {
    leg: leg.kind,
    reason,
    transactionId,
    refundId,
  });
  ctx.log.error({ leg: leg.id, transactionId, refundId, reason }, "more money moved than a leg stands for");
}

/** The leg, locked, if it is sending and this attempt is the one it is sending. */
async function lockSending(tx: Transaction, ctx: ShopContext, legId: string, attempt: number) {
  await lockReturnOfLeg(tx, ctx, legId);
  const leg = await lockLeg(tx, ctx, legId);
  return leg?.state === "sending" && (await isNewest(tx, ctx, legId, attempt)) ? leg : null;
}

async function isNewest(tx: Transaction, ctx: ShopContext, legId: string, attempt: number) {
  return (await attemptsOf(tx, ctx, legId)).at(-1)?.n === attempt;
}

function differs(leg: LegRow, landed: Landed): boolean {
  const other = (known: string | null, seen: string | null) =>
    known !== null && seen !== null && known !== seen;
  return (
    other(leg.remoteTransactionGid, landed.transactionGid) || other(leg.remoteRefundGid, landed.refundGid)
  );
}

function inMs(ms: number) {
  return sql`clock_timestamp() + make_interval(secs => ${ms / 1000})`;
}

function soon(ctx: ShopContext, ms: number): Date {
  return new Date(ctx.clock.now().getTime() + ms);
}
