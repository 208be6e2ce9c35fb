import { and, asc, eq, sql, type Transaction, tables } from "@kept/database";
import { type Actor, type ShopContext, shopContext } from "../context.ts";
import { fingerprint } from "../quote/index.ts";
import { changeReturn, lockReturn, quoteById, tell } from "../return/records.ts";
import { isOpen, type ReturnRecord } from "../return/return.ts";
import { checkShop, missingScopes } from "../shop/check-shop.ts";
import { memberContext } from "../shop/find-shop.ts";
import { issueCredit } from "./issue-credit.ts";

const { returns } = tables;

/**
 * Remembers that somebody issued while a permission was missing: nothing is lost, and nobody has to press again. Told
 * once; the return says what it waits for.
 */
export async function waitToIssue(
  ctx: ShopContext,
  number: number,
  scopes: readonly string[],
): Promise<void> {
  await ctx.inShop(async (tx) => {
    const record = await lockReturn(tx, ctx, number);
    if (!record || record.issueWantedAt || record.creditState !== "none" || !isOpen(record.status)) return;
    await changeReturn(tx, ctx, record.id, { issueWantedAt: ctx.clock.now(), issueWantedBy: ctx.actor });
    await tell(tx, ctx, record.id, "waits_for_permission", { scopes: [...scopes] });
  });
}

/** Pokes the worker when something waits; in the transaction that learns of the grant. */
export async function pokeWaiting(tx: Transaction, ctx: ShopContext): Promise<void> {
  const [one] = await tx.select({ id: returns.id }).from(returns).where(waiting(ctx)).limit(1);
  if (one) await ctx.enqueue(tx, "granted", ctx.shop.id);
}

/**
 * Issues what waited for a permission, each as the one who had asked for it: by the ordinary verb, so however often
 * this runs there is one credit. Who may not issue any more has their wish dropped, which the timeline tells. What does
 * not get through this time is tried again by the job. While a permission was missing when last looked, Shopify is asked
 * once more.
 */
export async function issueWaiting(ctx: ShopContext): Promise<void> {
  if ((await missingScopes(ctx)).length > 0) await checkShop(ctx);
  if ((await missingScopes(ctx)).length > 0) return;
  const wishes = await ctx.inShop((tx) =>
    tx
      .select({ number: returns.number, by: returns.issueWantedBy, quoteId: returns.quoteId })
      .from(returns)
      .where(waiting(ctx))
      .orderBy(asc(returns.id)),
  );
  let open = 0;
  for (const { number, by, quoteId } of wishes) {
    const asThem = await contextOf(ctx, by as Actor);
    const seen = fingerprint(await ctx.inShop((tx) => quoteById(tx, ctx, quoteId)));
    const issued = asThem ? await issueCredit(asThem, { number, seen }) : null;
    if (issued?.ok) continue;
    const code = issued?.error.code ?? "NotAllowed";
    if (passing.includes(code)) open += 1;
    else await drop(ctx, number, code);
  }
  if (open > 0) throw new Error(`${open} credits that waited for a permission could not be issued yet`);
}

const passing: readonly string[] = ["ShopifyUnreachable", "Disconnected", "ScopesMissing", "ShopPaused"];

function waiting(ctx: ShopContext) {
  return and(
    eq(returns.shopId, ctx.shop.id),
    sql`${returns.issueWantedAt} is not null`,
    eq(returns.creditState, "none"),
  );
}

/** The one who asked, with what they may do today; null for somebody who is gone. */
async function contextOf(ctx: ShopContext, by: Actor): Promise<ShopContext | null> {
  if (by.kind === "member")
    return memberContext(ctx.tools, { userId: by.userId, handle: ctx.shop.handle, requestId: "granted" });
  return by.kind === "system" ? shopContext(ctx.tools, ctx.shop, by) : null;
}

async function drop(ctx: ShopContext, number: number, code: string): Promise<void> {
  await ctx.inShop(async (tx) => {
    const record = await lockReturn(tx, ctx, number);
    if (record) await stopWaiting(tx, ctx, record, code);
  });
}

/**
 * Whoever asked for it, asked for what was promised then: where something else is promised by now, the wish is over. A
 * rule wishes anew if it still holds. Call it with the return locked.
 */
export async function stopWaiting(
  tx: Transaction,
  ctx: ShopContext,
  { id, issueWantedAt }: Pick<ReturnRecord, "id" | "issueWantedAt">,
  code: string,
): Promise<void> {
  if (!issueWantedAt) return;
  await changeReturn(tx, ctx, id, { issueWantedAt: null, issueWantedBy: null });
  await tell(tx, ctx, id, "stopped_waiting", { code });
}
