import { sql, type Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";

/**
 * Writes the row of a return's credit anew from what it follows from: its legs, and the uses of what they gave. Called
 * in the transaction of whatever changed one of them, so that lists and sums never say something else than the facts.
 * One row at a time is looked up (`offset 0`), also where the database does not know yet how many there are.
 */
export async function followCredit(tx: Transaction, ctx: ShopContext, returnId: string): Promise<void> {
  await tx.execute(sql`
    with leg as (
      select g.issuance_id, g.kind, g.state, g.confirmed_at, g.expires_on,
             case when g.state = 'confirmed' then coalesce(o.amount_minor, g.amount_minor) else 0 end as given, u.*
        from issuance_legs g
        left join lateral (
          select amount_minor from lane_observations where shop_id = g.shop_id and leg_id = g.id offset 0) o on true
        cross join lateral (
          select coalesce(sum(amount_minor) filter (where kind = 'spent'), 0) as spent,
                 coalesce(sum(amount_minor) filter (where kind = 'expired'), 0) as expired,
                 coalesce(sum(amount_minor) filter (where kind = 'taken_back'), 0) as taken_back,
                 coalesce(sum(amount_minor), 0) as used,
                 min(happened_at) filter (where kind = 'spent' and amount_minor > 0) as first_spent_at
            from credit_uses c where c.shop_id = g.shop_id and c.leg_id = g.id) u
       where g.shop_id = ${ctx.shop.id} and g.return_id = ${returnId} and g.kind in ('base', 'bonus')
    ), credit as (
      select issuance_id,
             sum(given) filter (where kind = 'base') as base, sum(given) filter (where kind = 'bonus') as bonus,
             sum(given) as given, sum(spent) as spent, sum(expired) as expired, sum(taken_back) as taken_back,
             min((expires_on || 'T12:00:00Z')::timestamptz) filter (where given > used) as expires_at,
             min(confirmed_at) as issued_at, min(first_spent_at) as first_spent_at,
             case when bool_or(state = 'human') then 'review'
                  when not bool_and(state in ('confirmed', 'rejected')) then 'issuing'
                  when sum(given) = 0 then 'failed'
                  when sum(used) = 0 then 'unspent'
                  when sum(used) < sum(given) then 'partly_used'
                  when sum(expired) = sum(given) then 'expired'
                  when sum(taken_back) = sum(given) then 'taken_back'
                  else 'spent' end as state
        from leg group by issuance_id
    )
    insert into credits (shop_id, issuance_id, return_id, customer_gid, currency, state, base_minor, bonus_minor,
                         spent_minor, expired_minor, taken_back_minor, expires_at, issued_at, first_spent_at, first_spent_seen_at)
    select i.shop_id, i.id, i.return_id, r.customer_gid, r.currency, c.state, coalesce(c.base, 0), coalesce(c.bonus, 0),
           c.spent, c.expired, c.taken_back, c.expires_at, coalesce(c.issued_at, i.created_at), c.first_spent_at,
           case when c.first_spent_at is not null then clock_timestamp() end
      from credit c cross join lateral (
        select * from issuances where shop_id = ${ctx.shop.id} and id = c.issuance_id offset 0) i
      join returns r on r.shop_id = i.shop_id and r.id = i.return_id
     where i.destination = 'store_credit'
    on conflict (shop_id, issuance_id) do update set
      state = excluded.state, base_minor = excluded.base_minor, bonus_minor = excluded.bonus_minor,
      spent_minor = excluded.spent_minor, expired_minor = excluded.expired_minor,
      taken_back_minor = excluded.taken_back_minor, expires_at = excluded.expires_at, issued_at = excluded.issued_at,
      first_spent_at = coalesce(credits.first_spent_at, excluded.first_spent_at),
      first_spent_seen_at = coalesce(credits.first_spent_seen_at, excluded.first_spent_seen_at), changed_at = clock_timestamp()`);
}
