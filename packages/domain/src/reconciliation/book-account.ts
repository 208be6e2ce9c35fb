import { and, eq, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { type CreditUse, creditUses } from "../ledger/credit-uses.ts";
import { followCredit } from "../ledger/follow-credit.ts";
import { move } from "../ledger/ledger.ts";
import { causeOf, isSpending, type MovementRow } from "../ledger/movement.ts";
import { movementsOf, nameMovement } from "../ledger/observations.ts";
import { post } from "../ledger/post.ts";
import { claimMovement } from "../ledger/post-leg.ts";
import { postMovement } from "../ledger/post-movement.ts";
import { type AccountLeg, type AccountRecord, legsOn } from "./account.ts";
import { doublesTakenBack, legOfUse } from "./doubles.ts";
import type { Found } from "./reconciliation.ts";
import { type RefundOf, whoseIs } from "./whose.ts";

export interface Booked {
  readonly movements: readonly MovementRow[];
  readonly legs: readonly AccountLeg[];
  /** What was new, each with its name. */
  readonly found: readonly Found[];
  /** Movements that wait for an open leg's answer. */
  readonly waiting: readonly MovementRow[];
}

/**
 * Books everything on an account that is not booked yet, each of Shopify's records once: ours are claimed by their
 * legs, what happened before Kept is one opening, the rest is spent, expired or by others. Then which credit paid for
 * what is worked out anew. Call it with the account locked.
 */
export async function bookAccount(
  tx: Transaction,
  ctx: ShopContext,
  account: AccountRecord,
  refunds: RefundOf,
): Promise<Booked> {
  const legs = await legsOn(tx, ctx, account.laneId);
  const before = await movementsOf(tx, ctx, account.laneId);
  const found: Found[] = [];
  const waiting: MovementRow[] = [];
  found.push(...(await bookOpening(tx, ctx, account, before, legs)));
  for (const movement of (await movementsOf(tx, ctx, account.laneId)).filter((each) => !each.postedAs)) {
    const is = whoseIs(movement, legs, refunds);
    if (is.whose === "perhaps_ours") waiting.push(movement);
    else if (is.whose === "ours") await claimMovement(tx, ctx, is.leg, movement.remoteGid);
    else found.push(await bookOthers(tx, ctx, account, movement, is.whose === "others" ? null : is.leg));
  }
  const movements = await movementsOf(tx, ctx, account.laneId);
  if (found.length > 0 || movements.some((each, i) => each.legId !== before[i]?.legId) || !account.known)
    await writeUses(tx, ctx, account, movements, legs);
  return { movements, legs, found, waiting };
}

/** What happened before Kept's first credit is one sum: the balance it led to. */
async function bookOpening(
  tx: Transaction,
  ctx: ShopContext,
  account: AccountRecord,
  movements: readonly MovementRow[],
  legs: readonly AccountLeg[],
): Promise<Found[]> {
  const [first] = legs;
  const [oldest] = movements;
  if (account.known || !first || !oldest) return [];
  const earlier = movements.filter(
    (each) => !each.postedAs && each.happenedAt.getTime() < first.leg.createdAt.getTime() - 300_000,
  );
  for (const { id } of earlier) await nameMovement(tx, ctx, id, { postedAs: "opening" });
  const amountMinor = earlier.at(-1)?.balanceAfterMinor ?? oldest.balanceAfterMinor - oldest.amountMinor;
  if (amountMinor === 0n) return [];
  const remoteGid = `opening of ${account.laneId}`;
  const { happenedAt } = earlier.at(-1) ?? oldest;
  const { currency, customerGid } = account;
  await post(tx, ctx, {
    sides: move({ from: "opening", to: "customer_credit" }, amountMinor),
    currency,
    remoteGid,
    cause: "opening",
    customerGid,
    happenedAt,
  });
  return [
    { key: remoteGid, kind: "opening", oursMinor: 0n, theirsMinor: amountMinor, happenedAt, remoteGid: null },
  ];
}

async function bookOthers(
  tx: Transaction,
  ctx: ShopContext,
  account: AccountRecord,
  movement: MovementRow,
  tooMany: AccountLeg["leg"] | null,
): Promise<Found> {
  const related = await relatedTo(tx, ctx, movement);
  const cause = causeOf(movement, related);
  const returnId = tooMany?.returnId ?? related.returnId;
  await postMovement(tx, ctx, movement, { cause, customerGid: account.customerGid, returnId });
  return {
    key: movement.remoteGid,
    kind: kindOf(movement, cause, tooMany),
    oursMinor: 0n,
    theirsMinor: movement.amountMinor,
    remoteGid: movement.remoteGid,
    legId: tooMany?.id ?? null,
    returnId,
    orderGid: movement.originOrderGid,
    note: movement.note,
    happenedAt: movement.happenedAt,
  };
}

function kindOf(movement: MovementRow, cause: string, tooMany: AccountLeg["leg"] | null): Found["kind"] {
  if (tooMany) return tooMany.state === "rejected" ? "called_off" : "double";
  if (cause === "spent" || cause === "spent_returned") return cause;
  return movement.kind === "expiration" ? "expired" : "by_others";
}

/** The debit a revert undoes, or the leg behind the credit that expired. */
async function relatedTo(tx: Transaction, ctx: ShopContext, movement: MovementRow) {
  const none = { cause: null, leg: null, returnId: null };
  if (!movement.relatedGid) return none;
  const { issuanceLegs, laneObservations: seen } = tables;
  const [row] = await tx
    .select({ cause: seen.postedAs, leg: issuanceLegs.kind, returnId: issuanceLegs.returnId })
    .from(seen)
    .leftJoin(issuanceLegs, and(eq(issuanceLegs.shopId, seen.shopId), eq(issuanceLegs.id, seen.legId)))
    .where(
      and(
        eq(seen.shopId, ctx.shop.id),
        eq(seen.laneId, movement.laneId),
        eq(seen.remoteGid, movement.relatedGid),
      ),
    );
  return row ?? none;
}

/** Writes the uses anew, and with them the rows of all credits they belong to. */
async function writeUses(
  tx: Transaction,
  ctx: ShopContext,
  account: AccountRecord,
  movements: readonly MovementRow[],
  legs: readonly AccountLeg[],
): Promise<void> {
  const { creditUses: uses } = tables;
  const { laneId } = account;
  const [oldest] = movements;
  const opening = oldest ? oldest.balanceAfterMinor - oldest.amountMinor : 0n;
  await tx.delete(uses).where(and(eq(uses.shopId, ctx.shop.id), eq(uses.laneId, laneId)));
  const doubles = await doublesTakenBack(tx, ctx, laneId);
  const called = (gid: string) => movements.find(({ remoteGid }) => remoteGid === gid);
  const rows = creditUses(movements, opening).map((use) => ({
    shopId: ctx.shop.id,
    laneId,
    ...use,
    legId: legOfUse(called(use.creditGid), called(use.movementGid), doubles),
    kind: kindOfUse(use, movements),
  }));
  if (rows.length > 0) await tx.insert(uses).values(rows);
  for (const returnId of new Set(legs.map(({ leg }) => leg.returnId))) await followCredit(tx, ctx, returnId);
}

function kindOfUse(
  use: CreditUse,
  movements: readonly MovementRow[],
): (typeof tables.creditUses.$inferInsert)["kind"] {
  const movement = movements.find(({ remoteGid }) => remoteGid === use.movementGid);
  if (movement?.kind === "expiration") return "expired";
  const debit =
    movement?.kind === "debit_revert"
      ? movements.find(({ remoteGid }) => remoteGid === movement.relatedGid)
      : movement;
  return !debit || isSpending(debit) ? "spent" : "taken_back";
}
