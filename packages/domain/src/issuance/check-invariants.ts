import { sql, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";
import { type Broken, brokenInvariants } from "./invariants.ts";

const { alerts } = tables;

/**
 * Every night: what must always be true of issuing and of the ledger. Whatever is not is told at error level with its
 * rows, and stands on the Home of the shops it concerns until a later night finds it in order. Across shops, because
 * it is the whole that must add up.
 */
export async function checkInvariants(tools: Tools): Promise<void> {
  const broken = await brokenInvariants(tools);
  for (const { invariant, says, rows } of broken)
    tools.log.error({ invariant, says, rows }, "an invariant is broken");
  await acrossAllShops(tools, async (tx) => {
    const still: string[] = [];
    for (const each of broken) {
      for (const shopId of await shopsOf(tx, each)) {
        still.push(`${shopId} ${each.invariant}`);
        await tx
          .insert(alerts)
          .values({ shopId, key: each.invariant, says: each.says, detail: each.rows.map(textOf) })
          .onConflictDoNothing();
      }
    }
    await tx
      .update(alerts)
      .set({ overAt: sql`clock_timestamp()` })
      .where(
        sql`${alerts.overAt} is null and ${alerts.key} ~ '^I[0-9]+$'
          and ${alerts.shopId}::text || ' ' || ${alerts.key} not in (
            select value from jsonb_array_elements_text(${JSON.stringify(still)}::jsonb))`,
      );
  });
}

/** Whose rows they are: an id names a leg, an account, a return or a posting. */
async function shopsOf(
  tx: Parameters<Parameters<typeof acrossAllShops>[1]>[0],
  { rows }: Broken,
): Promise<string[]> {
  const ids = rows.flatMap((row) => Object.values(row).filter((value) => typeof value === "string"));
  const found = await tx.execute<{ shop_id: string }>(sql`
    with named as (select value as id from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    select shop_id from issuance_legs where id::text in (select id from named)
    union select shop_id from credit_lanes where id::text in (select id from named)
    union select shop_id from returns where id::text in (select id from named)
    union select shop_id from issuances where id::text in (select id from named)
    union select shop_id from ledger_entries where posting_id::text in (select id from named)
    union select shop_id from issuance_legs where remote_transaction_gid in (select id from named) or remote_refund_gid in (select id from named)`);
  return found.map(({ shop_id: shopId }) => shopId);
}

function textOf(row: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
}
