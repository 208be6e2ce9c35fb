import { type SQL, sql, type Transaction, tables } from "@kept/database";

const { shops } = tables;

/** What a shop's ledger says of customers' credit in one currency, in minor units. */
export interface CreditsOfShop {
  readonly shopId: string;
  readonly currency: string;
  /** Base and bonus that arrived since the first of the month, by the shop's days. */
  readonly issued: bigint;
  /** What customers hold now. */
  readonly unspent: bigint;
}

/**
 * The same sums as a shop's own figures, of all shops a condition lets through, by currency: from the folded sums and
 * the entries that are not folded yet, in one statement, so that a folding meanwhile counts nothing twice. It costs the
 * same however many credits the shops have. Across shops; to be asked where indexes are preferred.
 */
export async function creditsAmong(tx: Transaction, among: SQL): Promise<CreditsOfShop[]> {
  const rows = await tx.execute<Record<"shop_id" | "currency" | "issued" | "unspent", string>>(sql`
    with among as materialized (
      select ${shops.id} as id, ${shops.timeZone} as time_zone, coalesce(m.folded_to, '-infinity') as folded_to,
             date_trunc('month', now() at time zone ${shops.timeZone})::date as month
        from ${shops} left join figure_marks m on m.shop_id = ${shops.id} where ${among}
    )
    select a.id as shop_id, s.currency, sum(s.issued)::text as issued, sum(s.unspent)::text as unspent
      from among a cross join lateral (
        select currency, 0 as issued, sum as unspent from figure_totals
         where shop_id = a.id and figure like 'customer_credit/%'
        union all
        select currency, sum, 0 from figure_days
         where shop_id = a.id and day >= a.month and figure in ('customer_credit/base', 'customer_credit/bonus')
        union all
        select currency, case when cause in ('base', 'bonus') and (happened_at at time zone a.time_zone)::date >= a.month
                              then amount_minor else 0 end, amount_minor
          from (${newEntries}) new where account = 'customer_credit'
      ) s group by a.id, s.currency order by a.id, s.currency`);
  return [...rows].map(({ shop_id: shopId, currency, issued, unspent }) => ({
    shopId,
    currency,
    issued: BigInt(issued),
    unspent: BigInt(unspent),
  }));
}

/** Kept apart (`offset 0`), so that only the index by time answers it. */
const newEntries = sql`
  select account, cause, currency, amount_minor, happened_at from ledger_entries
   where shop_id = a.id and posted_at >= a.folded_to offset 0`;
