import { type SQL, sql } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";

export interface DueLeg {
  readonly shopId: string;
  readonly id: string;
  readonly laneId: string;
  /** What became of it is open. Otherwise it is ready. */
  readonly inDoubt: boolean;
}

/**
 * Legs that are due, of all shops in turn: the first of every shop before the second of any, so that thousands of one
 * shop do not keep another's single credit waiting; and looked for shop by shop, so that they do not make looking slow
 * either. Within a shop those in doubt come first: they are few, and keep their accounts waiting, while a backlog would
 * keep them waiting for hours. Then those that were begun and turned away, by a busy Shopify for one: they are few as
 * well, and older than everything that was not begun. The sweep makes lost jobs harmless. A `sending` leg is due when the lease of its lane has run out, because
 * then whoever was sending is gone; a `ready` one when nothing else is under way on its account. Across shops: this is
 * claiming, nothing is read.
 */
export function dueLegs(tools: Tools, limit: number): Promise<DueLeg[]> {
  return acrossAllShops(tools, async (tx) => [
    ...(await tx.execute<DueLeg & Record<string, unknown>>(sql`
      with recursive waiting(shop_id) as (
        (select l.shop_id from issuance_legs l where l.state in ('ready', 'sending', 'unknown') order by l.shop_id limit 1)
        union all
        select (select l.shop_id from issuance_legs l where l.state in ('ready', 'sending', 'unknown') and l.shop_id > w.shop_id
                 order by l.shop_id limit 1)
          from waiting w where w.shop_id is not null)
      select w.shop_id as "shopId", due.id, due.lane_id as "laneId", due.rank = 0 as "inDoubt"
        from waiting w cross join lateral (
          (select 0 as rank, l.id, l.lane_id, l.next_at from issuance_legs l
            where l.shop_id = w.shop_id and l.state in ('sending', 'unknown') and l.next_at <= statement_timestamp()
              and exists (select 1 from credit_lanes c where c.id = l.lane_id
                and (c.lease_until is null or c.lease_until < statement_timestamp()))
            order by l.next_at limit ${limit})
          union all
          ${readyLegs(sql`1`, sql`l.reason is not null`, limit)}
          union all
          ${readyLegs(sql`2`, sql`l.reason is null`, limit)}) due
       where w.shop_id is not null
       order by row_number() over (partition by w.shop_id order by due.rank, due.next_at), due.rank, due.next_at
       limit ${limit}`)),
  ]);
}

/** The first of a shop's ready legs, of those `which` names; nothing is under way on their accounts. */
function readyLegs(rank: SQL, which: SQL, limit: number): SQL {
  return sql`
    (select ${rank} as rank, l.id, l.lane_id, l.next_at from issuance_legs l
      where l.shop_id = w.shop_id and l.state = 'ready' and ${which} and l.next_at <= statement_timestamp()
        and (l.kind <> 'bonus' or exists (
          select 1 from issuance_legs b where b.shop_id = l.shop_id and b.issuance_id = l.issuance_id
            and b.kind = 'base' and b.state = 'confirmed'))
        and not exists (
          select 1 from issuance_legs f where f.lane_id = l.lane_id and f.state in ('sending', 'unknown'))
        and exists (select 1 from credit_lanes c where c.id = l.lane_id
          and (c.lease_until is null or c.lease_until < statement_timestamp()))
      order by l.next_at limit ${limit})`;
}
