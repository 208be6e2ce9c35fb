import { and, asc, eq, sql, type Transaction, tables } from "@kept/database";
import { auditFor } from "../audit/index.ts";
import type { Actor, ShopContext } from "../context.ts";
import { oweEvent } from "../outgoing/owe-event.ts";
import { type Quote, quoteFromJson } from "../quote/index.ts";
import type { ReturnLineRecord, ReturnRecord } from "./return.ts";

const { quotes, returnEvents, returnLines, returns } = tables;

/** The return with a number, locked for a decision: two people deciding at once take turns. Undefined when there is none. */
export async function lockReturn(
  tx: Transaction,
  ctx: ShopContext,
  number: number,
): Promise<ReturnRecord | undefined> {
  if (!isNumber(number)) return undefined;
  const [row] = await tx
    .select()
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.number, number)))
    .for("update");
  return row;
}

export async function findReturn(
  tx: Transaction,
  ctx: ShopContext,
  number: number,
): Promise<ReturnRecord | undefined> {
  if (!isNumber(number)) return undefined;
  const [row] = await tx
    .select()
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.number, number)));
  return row;
}

/** What cannot be a return's number is none; the database would answer with an error. */
function isNumber(number: unknown): boolean {
  return Number.isInteger(number) && Number(number) > 0 && Number(number) < 2 ** 31;
}

export async function findReturnById(
  tx: Transaction,
  ctx: ShopContext,
  id: string,
): Promise<ReturnRecord | undefined> {
  const [row] = await byId(tx, ctx, id);
  return row;
}

/** The same, locked for a decision. */
export async function lockReturnById(
  tx: Transaction,
  ctx: ShopContext,
  id: string,
): Promise<ReturnRecord | undefined> {
  const [row] = await byId(tx, ctx, id).for("update");
  return row;
}

function byId(tx: Transaction, ctx: ShopContext, id: string) {
  return tx
    .select()
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.id, id)));
}

export function linesOf(tx: Transaction, ctx: ShopContext, returnId: string): Promise<ReturnLineRecord[]> {
  return tx
    .select()
    .from(returnLines)
    .where(and(eq(returnLines.shopId, ctx.shop.id), eq(returnLines.returnId, returnId)))
    .orderBy(asc(returnLines.position));
}

/** A frozen quote, as it was when it was made. */
export async function quoteById(tx: Transaction, ctx: ShopContext, quoteId: string): Promise<Quote> {
  const [row] = await tx
    .select({ body: quotes.body })
    .from(quotes)
    .where(and(eq(quotes.shopId, ctx.shop.id), eq(quotes.id, quoteId)));
  if (!row) throw new Error("A return without its quote");
  return quoteFromJson(row.body);
}

/**
 * Adds a line to the return's timeline, in the transaction of the change it tells; what a member or a key did goes into
 * the audit log as well, and whoever wants to be told of it outside is owed a letter. Told last, when everything else
 * stands as it will.
 */
export async function tell(
  tx: Transaction,
  ctx: ShopContext,
  returnId: string,
  kind: string,
  detail: Record<string, unknown> = {},
  actor: Actor = ctx.actor,
): Promise<void> {
  const told = { kind, detail, actor };
  await tx.insert(returnEvents).values(eventOf(ctx, returnId, told));
  await passOn(tx, ctx, returnId, told);
}

/** Something that happened to a return, and who did it. */
interface Told {
  readonly kind: string;
  readonly detail: Record<string, unknown>;
  readonly actor: Actor;
}

/** The line of the timeline. */
export function eventOf(ctx: ShopContext, returnId: string, told: Told) {
  return { shopId: ctx.shop.id, returnId, ...told };
}

/** The rest of what `tell` does once the line is there. */
export async function passOn(
  tx: Transaction,
  ctx: ShopContext,
  returnId: string,
  { kind, detail, actor }: Told,
): Promise<void> {
  if (actor.kind === "member" || actor.kind === "api_key")
    await auditFor(
      tx,
      { shopId: ctx.shop.id, actor, ip: ctx.ip },
      { act: `return.${kind}`, subject: returnId, after: detail },
    );
  await oweEvent(tx, ctx, returnId, kind);
}

/** Changes the return's own row; every change carries its time. */
export async function changeReturn(
  tx: Transaction,
  ctx: ShopContext,
  returnId: string,
  change: Partial<typeof returns.$inferInsert>,
): Promise<void> {
  await tx
    .update(returns)
    .set({ ...change, updatedAt: ctx.clock.now() })
    .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.id, returnId)));
}

/** Locks the return a leg pays for. Whoever changes legs takes this lock first. */
export async function lockReturnOfLeg(tx: Transaction, ctx: ShopContext, legId: string): Promise<void> {
  await tx.execute(sql`
    select id from returns where shop_id = ${ctx.shop.id}
       and id = (select return_id from issuance_legs where shop_id = ${ctx.shop.id} and id = ${legId}) for update`);
}
