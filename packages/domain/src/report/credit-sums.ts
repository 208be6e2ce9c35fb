import { and, eq, type SQL, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { CreditFilter } from "./credit-filter.ts";

const { creditSums } = tables;

/** The sums of days that a filter without a search lets through. They are at every moment what the credits say. */
export function sumsMatching(ctx: ShopContext, filter: Omit<CreditFilter, "search">): SQL | undefined {
  return and(
    eq(creditSums.shopId, ctx.shop.id),
    filter.currency ? eq(creditSums.currency, filter.currency) : undefined,
    filter.state ? eq(creditSums.state, filter.state) : undefined,
    filter.from ? sql`${creditSums.day} >= ${filter.from}::date` : undefined,
    filter.to ? sql`${creditSums.day} <= ${filter.to}::date` : undefined,
  );
}

/** Makes one row of the many of a key, in both tables of sums. What somebody else is just adding stays for the next time. */
export async function foldSums(tx: Transaction, ctx: ShopContext): Promise<void> {
  const { id } = ctx.shop;
  await tx.execute(sql`
    with many as (
      select day, currency, state from credit_sums where shop_id = ${id} group by day, currency, state having count(*) > 1
    ), gone as (
      delete from credit_sums s using many m
       where s.shop_id = ${id} and (s.day, s.currency, s.state) = (m.day, m.currency, m.state) returning s.*
    )
    insert into credit_sums (shop_id, day, currency, state, count, base_minor, bonus_minor, spent_minor, expired_minor, taken_back_minor)
    select shop_id, day, currency, state, sum(count), sum(base_minor), sum(bonus_minor), sum(spent_minor), sum(expired_minor), sum(taken_back_minor)
      from gone group by shop_id, day, currency, state
    having sum(count) <> 0`);
  await tx.execute(sql`
    with many as (
      select month, day, currency from owed_sums where shop_id = ${id} group by month, day, currency having count(*) > 1
    ), gone as (
      delete from owed_sums s using many m
       where s.shop_id = ${id} and (s.month, s.day, s.currency) = (m.month, m.day, m.currency) returning s.*
    )
    insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
    select shop_id, month, day, currency, sum(given_minor), sum(spent_minor), sum(expired_minor), sum(taken_back_minor)
      from gone group by shop_id, month, day, currency`);
}

/** Counts both tables of sums anew from the rows, by days of a time zone. Nobody adds to them meanwhile. */
export async function sumAnew(tx: Transaction, ctx: ShopContext, zone: string): Promise<void> {
  const { id } = ctx.shop;
  const day = (at: SQL) => sql`(${at} at time zone ${zone}::text)`;
  await tx.execute(sql`delete from credit_sums where shop_id = ${id}`);
  await tx.execute(sql`
    insert into credit_sums (shop_id, day, currency, state, count, base_minor, bonus_minor, spent_minor, expired_minor, taken_back_minor)
    select shop_id, ${day(sql`issued_at`)}::date, currency, state, count(*), sum(base_minor), sum(bonus_minor), sum(spent_minor),
           sum(expired_minor), sum(taken_back_minor)
      from credits where shop_id = ${id} group by 1, 2, 3, 4`);
  await tx.execute(sql`delete from owed_sums where shop_id = ${id}`);
  await tx.execute(sql`
    with given as (
      select g.shop_id, g.id, g.currency, g.amount_minor, g.confirmed_at, ${day(sql`b.confirmed_at`)} as given_at
        from issuance_legs g
        join issuances i on i.shop_id = g.shop_id and i.id = g.issuance_id and i.destination = 'store_credit'
        join issuance_legs b on b.shop_id = g.shop_id and b.issuance_id = g.issuance_id and b.kind = 'base' and b.state = 'confirmed'
       where g.shop_id = ${id} and g.state = 'confirmed' and g.kind in ('base', 'bonus')
    ), moved as (
      select given_at, ${day(sql`confirmed_at`)} as moved_at, currency, amount_minor as given, 0 as spent, 0 as expired, 0 as taken_back
        from given
      union all
      select given_at, ${day(sql`u.happened_at`)}, currency, 0, case u.kind when 'spent' then u.amount_minor else 0 end,
             case u.kind when 'expired' then u.amount_minor else 0 end, case u.kind when 'taken_back' then u.amount_minor else 0 end
        from given join credit_uses u on u.shop_id = given.shop_id and u.leg_id = given.id
    )
    insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
    select ${id}, date_trunc('month', given_at)::date, moved_at::date, currency, sum(given), sum(spent), sum(expired), sum(taken_back)
      from moved group by 2, 3, 4`);
}
