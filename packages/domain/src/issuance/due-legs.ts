import { asc, sql, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";

/**
 * Legs that are due, of all shops in turn: the first of every shop before the second of any, so that thousands of one
 * shop do not keep another's single credit waiting. The sweep makes lost jobs harmless. A `sending` leg is due when
 * the lease of its lane has run out, because then whoever was sending is gone; a `ready` one when nothing else is
 * under way on its account. Across shops: this is claiming, nothing is read.
 */
export function dueLegs(tools: Tools, limit: number): Promise<{ shopId: string; id: string }[]> {
  const { creditLanes, issuanceLegs } = tables;
  return acrossAllShops(tools, (tx) => {
    const turn = sql<number>`row_number() over (partition by ${issuanceLegs.shopId} order by ${issuanceLegs.nextAt})`;
    const due = tx
      .select({ shopId: issuanceLegs.shopId, id: issuanceLegs.id, turn: turn.as("turn") })
      .from(issuanceLegs)
      .where(
        sql`${issuanceLegs.state} in ('ready', 'sending', 'unknown') and ${issuanceLegs.nextAt} <= clock_timestamp()
          and (${issuanceLegs.kind} <> 'bonus' or exists (
            select 1 from ${issuanceLegs} b where b.shop_id = ${issuanceLegs.shopId} and b.issuance_id = ${issuanceLegs.issuanceId}
              and b.kind = 'base' and b.state = 'confirmed'))
          and (${issuanceLegs.state} <> 'ready' or not exists (
            select 1 from ${issuanceLegs} f where f.lane_id = ${issuanceLegs.laneId} and f.state in ('sending', 'unknown')))
          and exists (select 1 from ${creditLanes} l where l.id = ${issuanceLegs.laneId}
            and (l.lease_until is null or l.lease_until < clock_timestamp()))`,
      )
      .as("due");
    return tx.select({ shopId: due.shopId, id: due.id }).from(due).orderBy(asc(due.turn)).limit(limit);
  });
}
