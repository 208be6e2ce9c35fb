import { inOneBreath, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { acrossAllShops, type Tools } from "../tools.ts";

const { alerts } = tables;

/** Whether every entry of a log is as it was written. */
export interface Wholeness {
  /** The first entry that is not, is missing, or was never written; null when the log is whole. */
  readonly firstBad: number | null;
  /** When everything was gone through last; what came since is gone through now. Null when all of it was now. */
  readonly walkedAt: Date | null;
}

/** A log may have millions of entries: it is gone through on from where the last night came, or whole where that is asked. */
export async function readWholeness(ctx: ShopContext, { all = false } = {}): Promise<Wholeness> {
  const { id } = ctx.shop;
  const [, [row]] = await ctx.inShop((tx) =>
    inOneBreath([
      () => mayTake(tx, oneMinute),
      () =>
        tx.execute<{ bad: string | null; walked_at: string | null }>(sql`
          select least(w.first_bad, audit_first_bad(${id}, coalesce(w.walked_to, 0), coalesce(w.hash, ''))) as bad, w.walked_at
            from (select ${id}::uuid as shop_id) s left join audit_walks w on w.shop_id = s.shop_id and not ${all}`),
    ]),
  );
  return {
    firstBad: row?.bad == null ? null : Number(row.bad),
    walkedAt: row?.walked_at == null ? null : new Date(row.walked_at),
  };
}

/**
 * Every night: each log from its beginning, whatever was found before. One that is not whole stands on the Home of its
 * shop until a later night finds it in order. Across shops, because nobody in a shop may say how far it was walked.
 */
export async function walkAuditLogs(tools: Tools): Promise<void> {
  const shops = await acrossAllShops(tools, (tx) =>
    tx.execute<{ shop_id: string }>(sql`select shop_id from audit_heads`),
  );
  for (const { shop_id: shopId } of shops) {
    const firstBad = await acrossAllShops(tools, (tx) => walk(tx, shopId));
    if (firstBad !== null) tools.log.error({ shopId, firstBad }, "an audit log is not as it was written");
  }
}

async function walk(tx: Transaction, shopId: string): Promise<number | null> {
  await mayTake(tx, tenMinutes);
  const [row] = await tx.execute<{ first_bad: string | null }>(sql`
    insert into audit_walks (shop_id, walked_to, hash, first_bad, walked_at)
    select shop_id, seq, hash, audit_first_bad(shop_id), clock_timestamp() from audit_heads where shop_id = ${shopId}
    on conflict (shop_id) do update set walked_to = excluded.walked_to, hash = excluded.hash,
      first_bad = excluded.first_bad, walked_at = excluded.walked_at
    returning first_bad`);
  const firstBad = row?.first_bad == null ? null : Number(row.first_bad);
  if (firstBad === null)
    await tx.execute(sql`
      update alerts set over_at = clock_timestamp() where shop_id = ${shopId} and key = ${auditAlert} and over_at is null`);
  else
    await tx
      .insert(alerts)
      .values({
        shopId,
        key: auditAlert,
        says: "The audit log is not as it was written",
        detail: { firstBad },
      })
      .onConflictDoNothing();
  return firstBad;
}

/** What names the alert, so that it leads to the log. */
export const auditAlert = "audit";

const oneMinute = 60_000;
const tenMinutes = 600_000;

async function mayTake(tx: Transaction, milliseconds: number): Promise<void> {
  await tx.execute(sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`);
}
