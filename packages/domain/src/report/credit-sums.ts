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
