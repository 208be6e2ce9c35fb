import { and, desc, eq, isNotNull, isNull, lt, sql, type Transaction, tables } from "@kept/database";
import { money } from "@kept/money";
import { legacyId } from "@kept/shopify";
import type { Actor, ShopContext } from "../context.ts";
import { isId } from "../organization/organization-context.ts";
import { allowed } from "../organization/roles.ts";
import { actionsFor, type Difference, type DifferenceRow } from "./reconciliation.ts";

const { differences, reconciliationRuns: runs, returns } = tables;

/** One comparison with Shopify as pages show it. */
export interface ReconciliationRun {
  readonly id: string;
  readonly state: "running" | "done" | "failed";
  readonly night: boolean;
  readonly actor: Actor;
  readonly accounts: number;
  readonly done: number;
  readonly changed: number;
  readonly found: number;
  readonly reason: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** The newest comparisons, newest first. */
export async function listRuns(ctx: ShopContext, limit = 10): Promise<ReconciliationRun[]> {
  return (await pageOfRuns(ctx, { limit })).rows;
}

/** A page of comparisons, newest first; a cursor that is none of ours begins with the newest. */
export function pageOfRuns(
  ctx: ShopContext,
  input: { after?: string | undefined; limit: number },
): Promise<{ rows: ReconciliationRun[]; next: string | null }> {
  const after = input.after && isId(input.after) ? input.after : undefined;
  return ctx.inShop(async (tx) => {
    const found = await tx
      .select()
      .from(runs)
      .where(and(eq(runs.shopId, ctx.shop.id), after ? lt(runs.id, after) : undefined))
      .orderBy(desc(runs.id))
      .limit(input.limit + 1);
    const rows = found.slice(0, input.limit).map(runOf);
    return { rows, next: found.length > input.limit ? (rows.at(-1)?.id ?? null) : null };
  });
}

/** Null when this shop made no comparison with that id. */
export function readRun(ctx: ShopContext, id: string): Promise<ReconciliationRun | null> {
  if (!isId(id)) return Promise.resolve(null);
  return ctx.inShop(async (tx) => {
    const [row] = await tx
      .select()
      .from(runs)
      .where(and(eq(runs.shopId, ctx.shop.id), eq(runs.id, id)));
    return row ? runOf(row) : null;
  });
}

function runOf({ night, actor, ...run }: typeof runs.$inferSelect): ReconciliationRun {
  return { ...run, night: night !== null, actor: actor as Actor };
}

export type WhichDifferences = "open" | "settled" | "all";

/** A page of differences, newest first. */
export function listDifferences(
  ctx: ShopContext,
  input: { which: WhichDifferences; after?: string | undefined; limit?: number },
): Promise<{ rows: Difference[]; next: string | null }> {
  const limit = Math.min(Math.max(1, input.limit ?? 50), 100);
  const after = input.after && isId(input.after) ? input.after : undefined;
  return ctx.inShop(async (tx) => {
    const found = await tx
      .select({ row: differences, number: returns.number, name: nameOfCustomer })
      .from(differences)
      .leftJoin(returns, and(eq(returns.shopId, differences.shopId), eq(returns.id, differences.returnId)))
      .where(
        and(
          eq(differences.shopId, ctx.shop.id),
          which(input.which),
          after ? lt(differences.id, after) : undefined,
        ),
      )
      .orderBy(desc(differences.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    return {
      rows: page.map(({ row, number, name }) => differenceOf(ctx, row, number, name)),
      next: found.length > limit ? (page.at(-1)?.row.id ?? null) : null,
    };
  });
}

/** How many differences wait for a person. For Home, and for the tab. */
export function countOpenDifferences(ctx: ShopContext): Promise<number> {
  return ctx.inShop((tx) => countOpenDifferencesIn(tx, ctx));
}

export function countOpenDifferencesIn(tx: Transaction, ctx: ShopContext): Promise<number> {
  return tx.$count(differences, and(eq(differences.shopId, ctx.shop.id), isNull(differences.resolvedAt)));
}

/** What a machine noticed and is not over: stands on Home until it is. */
export async function openAlertsIn(
  tx: Transaction,
  ctx: ShopContext,
): Promise<{ key: string; says: string; raisedAt: Date }[]> {
  const { alerts } = tables;
  return tx
    .select({ key: alerts.key, says: alerts.says, raisedAt: alerts.raisedAt })
    .from(alerts)
    .where(and(eq(alerts.shopId, ctx.shop.id), isNull(alerts.overAt)))
    .orderBy(desc(alerts.raisedAt))
    .limit(20);
}

/** The name on the customer's newest return. */
const nameOfCustomer = sql<
  string | null
>`(select r.customer_name from returns r where r.shop_id = ${differences.shopId}
  and r.customer_gid = ${differences.customerGid} order by r.id desc limit 1)`;

function which(wanted: WhichDifferences) {
  if (wanted === "all") return undefined;
  return wanted === "open" ? isNull(differences.resolvedAt) : isNotNull(differences.resolvedAt);
}

function differenceOf(
  ctx: ShopContext,
  row: DifferenceRow,
  number: number | null,
  name: string | null,
): Difference {
  const { customerGid: gid, action, resolvedAt, resolvedBy } = row;
  return {
    id: row.id,
    kind: row.kind,
    ours: money(row.oursMinor, row.currency),
    theirs: money(row.theirsMinor, row.currency),
    customer: gid
      ? { gid, name: name ?? `Customer ${legacyId(gid)}`, number: legacyId(gid).toString() }
      : null,
    returnNumber: number,
    orderUrl: row.orderGid ? ctx.tools.shopify.urls.order(ctx.shop.domain, row.orderGid) : null,
    remoteGid: row.remoteGid,
    note: row.note,
    happenedAt: row.happenedAt,
    foundAt: row.foundAt,
    actions: allowed(ctx.role, "settle") ? actionsFor(row) : [],
    resolved:
      action && resolvedAt ? { action, by: resolvedBy as Actor, reason: row.reason, at: resolvedAt } : null,
  };
}
