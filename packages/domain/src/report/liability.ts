import { sql } from "@kept/database";
import { type Money, money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { asDay, startOf } from "./credit-filter.ts";

/** What customers could still spend at the end of a day, by the month it was given. */
export interface Liability {
  readonly currency: string;
  readonly months: readonly {
    /** "2026-11"; null for what others gave and what was there before Kept. */
    readonly month: string | null;
    readonly given: Money;
    readonly spent: Money;
    readonly expired: Money;
    readonly takenBack: Money;
    readonly left: Money;
  }[];
  /** The sum of the rows. */
  readonly total: Money;
  /** The balance of customers' credit in the ledger at that moment: the same, or something is not reconciled yet. */
  readonly ledger: Money;
}

/**
 * What the shop owes its customers in credit at the end of a day of its own, per currency and month of issue, exact:
 * which credit paid for what is known. What others gave stands in a row of its own, so that the rows add up to what
 * Shopify's accounts hold.
 */
export function liability(ctx: ShopContext, input: { asOf?: string | undefined } = {}): Promise<Liability[]> {
  const day = asDay(input.asOf);
  const until = day ? sql`${startOf(ctx, day)} + interval '1 day'` : sql`'infinity'::timestamptz`;
  return ctx.inShop(async (tx) => {
    const rows = await tx.execute<Record<string, string | null>>(sql`
      with given as (
        select g.id as leg_id, g.lane_id, g.currency, o.remote_gid,
               to_char(date_trunc('month', g.confirmed_at at time zone ${ctx.shop.timeZone}), 'YYYY-MM') as month,
               coalesce(o.amount_minor, g.amount_minor) as minor
          from issuance_legs g
          join issuances i on i.shop_id = g.shop_id and i.id = g.issuance_id and i.destination = 'store_credit'
          left join lane_observations o on o.shop_id = g.shop_id and o.leg_id = g.id
         where g.shop_id = ${ctx.shop.id} and g.state = 'confirmed' and g.kind in ('base', 'bonus') and g.confirmed_at < ${until}
        union all
        select null, o.lane_id, o.currency, o.remote_gid, null, o.amount_minor from lane_observations o
         where o.shop_id = ${ctx.shop.id} and o.kind = 'credit' and o.leg_id is null and o.posted_as is not null and o.happened_at < ${until}
        union all
        select null, a.lane_id, l.currency, 'opening', null, a.opening_minor from credit_accounts a
          join credit_lanes l on l.shop_id = a.shop_id and l.id = a.lane_id
         where a.shop_id = ${ctx.shop.id} and a.opening_minor <> 0
      ), used as (
        select u.lane_id, u.credit_gid, coalesce(sum(u.amount_minor) filter (where u.kind = 'spent'), 0) as spent,
               coalesce(sum(u.amount_minor) filter (where u.kind = 'expired'), 0) as expired,
               coalesce(sum(u.amount_minor) filter (where u.kind = 'taken_back'), 0) as taken_back
          from credit_uses u where u.shop_id = ${ctx.shop.id} and u.happened_at < ${until} group by 1, 2
      )
      select g.currency, g.month, sum(g.minor)::text as given, coalesce(sum(u.spent), 0)::text as spent,
             coalesce(sum(u.expired), 0)::text as expired, coalesce(sum(u.taken_back), 0)::text as taken_back
        from given g left join used u on u.lane_id = g.lane_id and u.credit_gid = g.remote_gid
       group by 1, 2 order by 1, 2 nulls last`);
    const ledger = await tx.execute<{ currency: string; minor: string }>(sql`
      select currency, sum(amount_minor)::text as minor from ledger_entries
       where shop_id = ${ctx.shop.id} and account = 'customer_credit' and happened_at < ${until} group by 1`);
    return perCurrency(rows, ledger);
  });
}

function perCurrency(
  rows: Iterable<Record<string, string | null>>,
  ledger: Iterable<{ currency: string; minor: string }>,
): Liability[] {
  const booked = new Map([...ledger].map(({ currency, minor }) => [currency, BigInt(minor)]));
  const all = [...rows];
  const currencies = [...new Set([...all.map(({ currency }) => currency ?? ""), ...booked.keys()])].sort();
  return currencies.map((currency) => {
    const of = (minor: bigint) => money(minor, currency);
    const months = all
      .filter((row) => row.currency === currency)
      .map((row) => {
        const [given, spent, expired, takenBack] = [row.given, row.spent, row.expired, row.taken_back].map(
          (minor) => BigInt(minor ?? "0"),
        ) as [bigint, bigint, bigint, bigint];
        return {
          month: row.month ?? null,
          given: of(given),
          spent: of(spent),
          expired: of(expired),
          takenBack: of(takenBack),
          left: of(given - spent - expired - takenBack),
        };
      });
    const total = months.reduce((sum, { left }) => sum + left.minor, 0n);
    return { currency, months, total: of(total), ledger: of(booked.get(currency) ?? 0n) };
  });
}
