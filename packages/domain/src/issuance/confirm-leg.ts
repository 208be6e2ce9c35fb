import { inOneBreath, sql, type Transaction } from "@kept/database";
import { toDecimal } from "@kept/money";
import type { CreditTransaction } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { keepMovements } from "../ledger/observations.ts";
import { postLeg } from "../ledger/post-leg.ts";
import { oweLetter } from "../notification/owe-letter.ts";
import { findReturnById, linesOf, lockReturnOfLeg, tell } from "../return/records.ts";
import { acceptedUnits } from "../return/return.ts";
import { followLegs } from "./follow-legs.ts";
import { amountOf, gives, type LegRow } from "./issuance.ts";
import { freezeLane, giveBack, type Hold } from "./lane.ts";
import { changeLeg, closeAttempt, type LegNow, lockLeg, readLegIn } from "./legs.ts";
import type { Landed } from "./method.ts";

export interface Confirmation {
  readonly by: "answer" | "tag" | "quantities" | "key" | "person";
  readonly attempt?: number;
  readonly requestId?: string | null;
  /** What was seen of the account on the way: kept in the same transaction. */
  readonly observed?: readonly CreditTransaction[] | undefined;
  /** The recorder holds the account's lane, and has time for the leg that comes next; or gives it back right away. */
  readonly lane?: { readonly hold: Hold; readonly goesOn: boolean };
}

/**
 * Records that a leg's money moved. Needs no fence: a success that was seen is a fact, whoever saw it (reliability
 * 2.3). Seeing it again changes nothing; seeing a different transaction for the same leg freezes the account. Answers
 * the leg that comes next, for a recorder who keeps the lane for it; everybody else is poked.
 */
export function confirmLeg(
  ctx: ShopContext,
  legId: string,
  landed: Landed,
  how: Confirmation,
): Promise<LegNow | null> {
  return ctx.inShop((tx) => confirmLegIn(tx, ctx, legId, landed, how));
}

/** The same inside a transaction. */
export async function confirmLegIn(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
  landed: Landed,
  how: Confirmation,
): Promise<LegNow | null> {
  const { lane } = how;
  const ready = await confirm(tx, ctx, legId, landed, how);
  const next = lane?.goesOn ? ready.find(({ laneId }) => laneId === lane.hold.laneId) : undefined;
  for (const { id } of ready) if (id !== next?.id) await ctx.enqueue(tx, "issue", id);
  if (next) return readLegIn(tx, ctx, next.id);
  if (lane) await giveBack(tx, ctx, lane.hold);
  return null;
}

/** Answers the legs whose turn has come with it. */
async function confirm(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
  landed: Landed,
  { by, attempt, requestId = null, observed = [] }: Confirmation,
): Promise<readonly LegRow[]> {
  // Return, then leg, always in this order: two recorders wait for one another and never block each other.
  const [, leg] = await inOneBreath([
    () => lockReturnOfLeg(tx, ctx, legId),
    () => lockLeg(tx, ctx, legId),
    async () => {
      if (attempt !== undefined)
        await closeAttempt(tx, ctx, legId, attempt, { outcome: "confirmed", requestId });
    },
  ]);
  if (!leg) return [];
  if (leg.state === "confirmed" || leg.state === "rejected") {
    await keepMovements(tx, ctx, leg.laneId, observed);
    if (leg.state === "rejected") await secondTransaction(tx, ctx, leg, landed, "paid_after_refusal");
    else if (differs(leg, landed)) await secondTransaction(tx, ctx, leg, landed, "second_transaction");
    return [];
  }
  await inOneBreath([
    () =>
      changeLeg(tx, ctx, legId, {
        state: "confirmed",
        reason: null,
        remoteTransactionGid: landed.transactionGid,
        remoteRefundGid: landed.refundGid,
        matchQuality: by,
        confirmedAt: sql`clock_timestamp()`,
      }),
    () => keepMovements(tx, ctx, leg.laneId, observed),
    () => postLeg(tx, ctx, leg, landed),
  ]);
  await tell(tx, ctx, leg.returnId, `${leg.kind}_issued`, {
    amount: toDecimal(amountOf(leg)),
    currency: leg.currency,
    transactionId: landed.transactionGid,
    refundId: landed.refundGid,
    accountId: landed.accountGid,
    balance: landed.balance && toDecimal(landed.balance),
    by,
  });
  return afterConfirming(tx, ctx, leg, landed);
}

/** The next leg's turn has come, or the whole credit is there: then the return is resolved and one letter is owed. */
async function afterConfirming(
  tx: Transaction,
  ctx: ShopContext,
  leg: LegRow,
  landed: Landed,
): Promise<readonly LegRow[]> {
  const legs = await followLegs(tx, ctx, leg.returnId);
  if (leg.kind === "reversal") await tellOfReversal(tx, ctx, leg, landed);
  else if (gives(leg) && legs.filter(gives).every(({ state }) => state === "confirmed"))
    await tellOfCredit(tx, ctx, leg, landed);
  const ready = legs.filter(({ state }) => state === "ready");
  // Whoever came before had more time than it was given at first, a person's word or a switch: so has what follows.
  const late = ready.filter(({ deadline }) => deadline < leg.deadline || leg.state === "human");
  const inTime = ctx.tools.patience.settleMs / 1000;
  for (const { id } of late)
    await changeLeg(tx, ctx, id, { deadline: sql`clock_timestamp() + make_interval(secs => ${inTime})` });
  return ready;
}

async function tellOfCredit(tx: Transaction, ctx: ShopContext, leg: LegRow, landed: Landed) {
  const [record, lines] = await inOneBreath([
    () => findReturnById(tx, ctx, leg.returnId),
    () => linesOf(tx, ctx, leg.returnId),
  ]);
  if (!record) return;
  await tell(tx, ctx, leg.returnId, "resolved", { resolution: record.resolution });
  // Shopify's return waits for what was declined.
  if (lines.some((line) => acceptedUnits(line) < line.quantity)) await ctx.enqueue(tx, "mirror", record.id);
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

function differs(leg: LegRow, landed: Landed): boolean {
  const other = (known: string | null, seen: string | null) =>
    known !== null && seen !== null && known !== seen;
  return (
    other(leg.remoteTransactionGid, landed.transactionGid) || other(leg.remoteRefundGid, landed.refundGid)
  );
}
