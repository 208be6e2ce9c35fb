import { asc, sql, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";

/**
 * Legs that are due, of all shops: the sweep that makes lost jobs harmless. A `sending` leg is due when the lease of
 * its lane has run out, because then whoever was sending is gone. Across shops: this is claiming, nothing is read.
 */
export function dueLegs(tools: Tools, limit: number): Promise<{ shopId: string; id: string }[]> {
  const { creditLanes, issuanceLegs } = tables;
  return acrossAllShops(tools, (tx) =>
    tx
      .select({ shopId: issuanceLegs.shopId, id: issuanceLegs.id })
      .from(issuanceLegs)
      .where(
        sql`${issuanceLegs.state} in ('ready', 'sending', 'unknown') and ${issuanceLegs.nextAt} <= clock_timestamp()
          and (${issuanceLegs.kind} <> 'bonus' or exists (
            select 1 from ${issuanceLegs} b where b.shop_id = ${issuanceLegs.shopId} and b.issuance_id = ${issuanceLegs.issuanceId}
              and b.kind = 'base' and b.state = 'confirmed'))
          and exists (select 1 from ${creditLanes} l where l.id = ${issuanceLegs.laneId} and l.frozen_reason is null
            and (l.lease_until is null or l.lease_until < clock_timestamp()))`,
      )
      .orderBy(asc(issuanceLegs.nextAt))
      .limit(limit),
  );
}
