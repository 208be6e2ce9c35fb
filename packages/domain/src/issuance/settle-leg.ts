import { and, eq, ne, or, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { oweLetter } from "../notification/owe-letter.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { findReturnById, lockReturnOfLeg, tell } from "../return/records.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { confirmLegIn } from "./confirm-leg.ts";
import { mayStillLand } from "./decide.ts";
import { followLegs } from "./follow-legs.ts";
import type { LegRow } from "./issuance.ts";
import { thawLane } from "./lane.ts";
import { attemptsOf, changeLeg, databaseClock, legsOfReturn, lockLeg, readLeg } from "./legs.ts";
import { needsSecondPerson } from "./limits.ts";
import type { LegRecord } from "./method.ts";
import { remoteMovement, strangers } from "./remote-movement.ts";

/** The three ways out of review. */
export type Exit =
  | { readonly kind: "this_is_it"; readonly transactionId: string }
  | { readonly kind: "send_again" }
  | { readonly kind: "do_not_pay" };

export type SettleRefusal = {
  readonly code:
    | "NotFound"
    | "NotAllowed"
    | "NotInReview"
    | "ReasonMissing"
    | "NoSuchTransaction"
    /** Above the shop's limit: this person's yes is on record, another's is needed. */
    | "SecondPersonNeeded"
    /** What was sent could still arrive: calling it off now could be wrong in an hour. */
    | "MayStillArrive"
    | "ShopifyUnreachable";
};

/**
 * A person decides about a leg in review. What they name as "this is it" must exist at Shopify with exactly our
 * amount, and must not answer for another leg (the database refuses that too). Every choice stays on record.
 */
export async function settleLeg(
  ctx: ShopContext,
  input: { legId: string; exit: Exit; reason: string },
): Promise<Result<void, SettleRefusal>> {
  if (!allowed(ctx.role, "settle")) return refused("NotAllowed");
  const reason = input.reason.trim().slice(0, 500);
  if (reason === "") return refused("ReasonMissing");
  const found = await readLeg(ctx, input.legId);
  if (!found) return refused("NotFound");
  if (found.leg.state !== "human") return refused("NotInReview");
  if (input.exit.kind === "this_is_it") return adopt(ctx, found, input.exit.transactionId, reason);
  if (input.exit.kind === "do_not_pay")
    return ctx.inShop((tx) => decide(tx, ctx, input.legId, { exit: "do_not_pay", reason, disowned: [] }));
  return sendAgain(ctx, found, reason);
}

/** Whoever says "send again" has looked: what is there now and looks like ours is somebody else's. */
async function sendAgain(
  ctx: ShopContext,
  record: LegRecord,
  reason: string,
): Promise<Result<void, SettleRefusal>> {
  const seen = await unlessUnreachable(ctx, () => strangers(ctx, record));
  if (!seen) return refused("ShopifyUnreachable");
  const disowned = seen.value;
  return ctx.inShop((tx) => decide(tx, ctx, record.leg.id, { exit: "send_again", reason, disowned }));
}

async function adopt(
  ctx: ShopContext,
  { leg }: LegRecord,
  id: string,
  reason: string,
): Promise<Result<void, SettleRefusal>> {
  const seen = await unlessUnreachable(ctx, () => remoteMovement(ctx, leg, id));
  if (!seen) return refused("ShopifyUnreachable");
  const landed = seen.value;
  if (!landed) return refused("NoSuchTransaction");
  return ctx.inShop(async (tx) => {
    await lockReturnOfLeg(tx, ctx, leg.id);
    const now = await lockLeg(tx, ctx, leg.id);
    if (now?.state === "confirmed" || now?.state === "rejected") return refused("NotInReview");
    if (await answersForAnother(tx, ctx, leg, id)) return refused("NoSuchTransaction");
    await tell(tx, ctx, leg.returnId, "settled_by_person", { leg: leg.kind, exit: "this_is_it", reason });
    await thawLane(tx, ctx, leg.laneId);
    await confirmLegIn(tx, ctx, leg.id, landed, { by: "person" });
    return ok(undefined);
  });
}

/** Does what Shopify calls so answer for another leg already, a transaction or a refund? */
async function answersForAnother(
  tx: Transaction,
  ctx: ShopContext,
  leg: LegRow,
  id: string,
): Promise<boolean> {
  const { issuanceLegs: legs } = tables;
  const claim = or(eq(legs.remoteTransactionGid, id), eq(legs.remoteRefundGid, id));
  return (await tx.$count(legs, and(eq(legs.shopId, ctx.shop.id), ne(legs.id, leg.id), claim))) > 0;
}

async function decide(
  tx: Transaction,
  ctx: ShopContext,
  legId: string,
  said: { exit: "send_again" | "do_not_pay"; reason: string; disowned: readonly string[] },
): Promise<Result<void, SettleRefusal>> {
  const { exit, reason } = said;
  await lockReturnOfLeg(tx, ctx, legId);
  const leg = await lockLeg(tx, ctx, legId);
  if (leg?.state !== "human") return refused("NotInReview");
  if (exit === "do_not_pay") {
    if (await mayArrive(tx, ctx, legId)) return refused("MayStillArrive");
    await changeLeg(tx, ctx, legId, { state: "rejected", reason });
    if (leg.kind === "base") await callOffBonus(tx, ctx, leg, reason);
  } else {
    if ((await needsSecondPerson(tx, ctx, leg)) && !(await anotherSaidYes(tx, ctx, leg, reason)))
      return refused("SecondPersonNeeded");
    const inTime = ctx.tools.patience.settleMs / 1000;
    // An earlier request that could still arrive is waited for where sending is decided, also after a person's word.
    await changeLeg(tx, ctx, legId, {
      state: "ready",
      reason: null,
      ambiguousAttempts: 0,
      disowned: [...leg.disowned, ...said.disowned],
      nextAt: sql`clock_timestamp()`,
      deadline: sql`clock_timestamp() + make_interval(secs => ${inTime})`,
    });
    await ctx.enqueue(tx, "issue", legId);
  }
  await thawLane(tx, ctx, leg.laneId);
  await tell(tx, ctx, leg.returnId, "settled_by_person", { leg: leg.kind, exit, reason });
  const legs = await followLegs(tx, ctx, leg.returnId);
  if (exit === "do_not_pay" && leg.kind === "bonus") await tellOfBase(tx, ctx, leg, legs);
  return ok(undefined);
}

/** The base has arrived, and nothing comes after it any more: that is all of the credit, and its letter is owed. */
async function tellOfBase(tx: Transaction, ctx: ShopContext, bonus: LegRow, legs: readonly LegRow[]) {
  const base = legs.find(({ kind, state }) => kind === "base" && state === "confirmed");
  const record = base && (await findReturnById(tx, ctx, bonus.returnId));
  if (!record) return;
  const { accountId = null, balance = null } = await landedAs(tx, ctx, record.id);
  await oweLetter(tx, ctx, record, "store_credit_issued", {
    dedupeKey: `store_credit_issued/${bonus.issuanceId}`,
    facts: { accountId, balance, withoutBonus: true },
  });
}

/** Where the base arrived and what the account held then, as the timeline has it. */
async function landedAs(tx: Transaction, ctx: ShopContext, returnId: string) {
  const { returnEvents } = tables;
  const [told] = await tx
    .select({ detail: returnEvents.detail })
    .from(returnEvents)
    .where(
      and(
        eq(returnEvents.shopId, ctx.shop.id),
        eq(returnEvents.returnId, returnId),
        eq(returnEvents.kind, "base_issued"),
      ),
    );
  return told?.detail ?? {};
}

/** A bonus never goes out without its base: the same word ends it. It waited for its turn, so nothing was sent. */
async function callOffBonus(tx: Transaction, ctx: ShopContext, base: LegRow, reason: string): Promise<void> {
  const legs = await legsOfReturn(tx, ctx, base.returnId);
  const bonus = legs.find(({ kind, state }) => kind === "bonus" && (state === "ready" || state === "human"));
  if (!bonus) return;
  // Only what asks a person can be called off by one.
  await changeLeg(tx, ctx, bonus.id, { state: "human" });
  await changeLeg(tx, ctx, bonus.id, { state: "rejected", reason });
}

async function mayArrive(tx: Transaction, ctx: ShopContext, legId: string): Promise<boolean> {
  const [clock] = await tx.select({ now: databaseClock }).from(tables.issuingSwitch);
  const attempts = await attemptsOf(tx, ctx, legId);
  return !clock || attempts.some((attempt) => mayStillLand(attempt, clock.now, ctx.tools.patience));
}

/** Has another member already said that this very review ends with sending again? If nobody has, this yes is kept. */
async function anotherSaidYes(
  tx: Transaction,
  ctx: ShopContext,
  leg: LegRow,
  reason: string,
): Promise<boolean> {
  const me = ctx.actor.kind === "member" ? ctx.actor.userId : "";
  const [other] = await tx.execute<{ id: string }>(sql`
    select e.id from return_events e
     where e.shop_id = ${ctx.shop.id} and e.return_id = ${leg.returnId} and e.kind = 'send_again_proposed'
       and e.detail ->> 'legId' = ${leg.id} and e.actor ->> 'userId' <> ${me}
       and not exists (select 1 from return_events r where r.shop_id = e.shop_id and r.return_id = e.return_id
                        and r.kind in ('needs_review', 'settled_by_person') and r.id > e.id)
     limit 1`);
  if (other) return true;
  await tell(tx, ctx, leg.returnId, "send_again_proposed", { leg: leg.kind, legId: leg.id, reason });
  return false;
}
