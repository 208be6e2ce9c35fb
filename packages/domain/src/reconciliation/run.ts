import { and, asc, eq, gt, sql, tables } from "@kept/database";
import { accountsAtOnce, readCreditAccounts } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { mayDo } from "../context.ts";
import { ok, type Refusal, type Result, refused } from "../result.ts";
import { NotInstalled } from "../shop/installation.ts";
import { inTurn } from "./in-turn.ts";
import { glanceOf, reconcileAccount } from "./reconcile-account.ts";
import { reconcileOrder } from "./reconcile-order.ts";

const { creditAccounts, creditLanes, reconciliationRuns: runs } = tables;

export type RunRow = typeof runs.$inferSelect;

/**
 * Begins to compare the whole shop with Shopify; a worker carries it on. One at a time: while one runs, that one is
 * the answer.
 */
export async function startReconciliation(
  ctx: ShopContext,
  input: { night?: string } = {},
): Promise<Result<{ runId: string }, Refusal<"NotAllowed">>> {
  if (!mayDo(ctx, "settle")) return refused("NotAllowed");
  return ctx.inShop(async (tx) => {
    const accounts = await tx.$count(creditLanes, eq(creditLanes.shopId, ctx.shop.id));
    const [begun] = await tx
      .insert(runs)
      .values({ shopId: ctx.shop.id, actor: ctx.actor, accounts, night: input.night ?? null })
      .onConflictDoNothing()
      .returning({ id: runs.id });
    if (begun) {
      await ctx.enqueue(tx, "reconcile", begun.id);
      return ok({ runId: begun.id });
    }
    const [running] = await tx
      .select({ id: runs.id })
      .from(runs)
      .where(eq(runs.shopId, ctx.shop.id))
      .orderBy(sql`${runs.id} desc`)
      .limit(1);
    return ok({ runId: running?.id ?? "" });
  });
}

/**
 * Carries a run on from where it is, fifty accounts at a time; after ten minutes another job goes on, so that no
 * worker is taken up for long. Throws ShopifyUnavailable: the queue tries again later, from the same place.
 */
export async function continueReconciliation(ctx: ShopContext, runId: string): Promise<void> {
  const until = performance.now() + workFor;
  try {
    for (;;) {
      const run = await ctx.inShop((tx) => running(tx, ctx, runId));
      if (!run) return;
      const lanes = await lanesAfter(ctx, run.cursor);
      if (lanes.length === 0) return await finish(ctx, runId, "done", null);
      await step(ctx, runId, lanes);
      if (performance.now() > until) {
        await ctx.inShop((tx) => ctx.enqueue(tx, "reconcile", runId));
        return;
      }
    }
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    await finish(ctx, runId, "failed", "not_installed");
  }
}

const workFor = 10 * 60_000;

type Lane = Awaited<ReturnType<typeof lanesAfter>>[number];

async function step(ctx: ShopContext, runId: string, lanes: readonly Lane[]): Promise<void> {
  const due = await changed(ctx, lanes);
  let found = 0;
  for (const lane of due)
    found += await (lane.customer ? reconcileAccount(ctx, lane.id) : reconcileOrder(ctx, lane.id));
  const cursor = lanes.at(-1)?.id ?? null;
  await ctx.inShop((tx) =>
    tx
      .update(runs)
      .set({
        cursor,
        done: sql`${runs.done} + ${lanes.length}`,
        changed: sql`${runs.changed} + ${due.length}`,
        found: sql`${runs.found} + ${found}`,
      })
      .where(and(eq(runs.shopId, ctx.shop.id), eq(runs.id, runId))),
  );
}

/** Those that have to be read: new ones, ones with something open, and ones that look different than when last read. */
async function changed(ctx: ShopContext, lanes: readonly Lane[]): Promise<Lane[]> {
  const known = lanes.filter((lane) => !lane.due && lane.accountGid);
  const ids = known.flatMap(({ accountGid }) => accountGid ?? []);
  if (ids.length === 0) return lanes.filter(({ due }) => due);
  const admin = await ctx.admin();
  const glances = await inTurn(ctx, () => readCreditAccounts(admin, ids));
  const unchanged = new Set(
    known
      .filter(({ accountGid, newest, balanceMinor }) =>
        glances.some((glance) => {
          const last = glance.newest && {
            happenedAt: glance.newest.at,
            balanceAfterMinor: glance.newest.balanceAfter.minor,
          };
          return (
            glance.accountId === accountGid &&
            glance.balance.minor === balanceMinor &&
            glanceOf(last ?? undefined) === newest
          );
        }),
      )
      .map(({ id }) => id),
  );
  return lanes.filter(({ due, customer, id }) => due || (customer && !unchanged.has(id)));
}

/** The next accounts, and whether each is to be read whatever it looks like. */
function lanesAfter(ctx: ShopContext, cursor: string | null) {
  return ctx.inShop((tx) =>
    tx
      .select({
        id: creditLanes.id,
        customer: sql<boolean>`${creditLanes.ownerGid} like 'gid://shopify/Customer/%'`,
        accountGid: creditAccounts.accountGid,
        newest: creditAccounts.newest,
        balanceMinor: creditAccounts.balanceMinor,
        due: sql<boolean>`${creditAccounts.readAt} is null or ${creditAccounts.unexplainedMinor} <> 0
          or exists (select 1 from issuance_legs g where g.shop_id = ${creditLanes.shopId} and g.lane_id = ${creditLanes.id}
                       and (g.state not in ('confirmed', 'rejected') or g.confirmed_at > ${creditAccounts.readAt}
                            or (g.state = 'confirmed' and ${creditLanes.ownerGid} like 'gid://shopify/Customer/%'
                                and not exists (select 1 from lane_observations o where o.shop_id = g.shop_id and o.leg_id = g.id))))`,
      })
      .from(creditLanes)
      .leftJoin(
        creditAccounts,
        and(eq(creditAccounts.shopId, creditLanes.shopId), eq(creditAccounts.laneId, creditLanes.id)),
      )
      .where(and(eq(creditLanes.shopId, ctx.shop.id), cursor ? gt(creditLanes.id, cursor) : undefined))
      .orderBy(asc(creditLanes.id))
      .limit(accountsAtOnce),
  );
}

type Tx = Parameters<Parameters<ShopContext["inShop"]>[0]>[0];

async function running(tx: Tx, ctx: ShopContext, runId: string): Promise<RunRow | undefined> {
  const [run] = await tx
    .select()
    .from(runs)
    .where(and(eq(runs.shopId, ctx.shop.id), eq(runs.id, runId), eq(runs.state, "running")));
  return run;
}

async function finish(ctx: ShopContext, runId: string, state: "done" | "failed", reason: string | null) {
  await ctx.inShop((tx) =>
    tx
      .update(runs)
      .set({ state, reason, finishedAt: sql`clock_timestamp()` })
      .where(and(eq(runs.shopId, ctx.shop.id), eq(runs.id, runId))),
  );
}
