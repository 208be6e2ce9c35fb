import { type SQL, sql } from "@kept/database";
import { type Money, money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { asDay, startOf } from "./credit-filter.ts";
import { type FigureDay, figureDays } from "./fold-figures.ts";

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
  const today = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone: ctx.shop.timeZone });
  const now = today.format(ctx.clock.now());
  const day = asDay(input.asOf) ?? now;
  return ctx.inShop(async (tx) => {
    const rows = await tx.execute<Record<string, string | null>>(
      day < now ? owedAfter(ctx, day) : owedNow(ctx),
    );
    const days = await figureDays(tx, ctx, { from: "0001-01-01", to: day < now ? day : "9999-12-31" });
    return perCurrency(
      rows,
      days.filter(({ figure }) => figure.startsWith("customer_credit/")),
    );
  });
}

/** The month a credit was given in, in the shop's own time. */
const monthOf = (ctx: ShopContext, at: SQL) =>
  sql`date_trunc('month', ${at} at time zone ${ctx.shop.timeZone})`;
const sums = sql`sum(given)::text as given, sum(spent)::text as spent, sum(expired)::text as expired, sum(taken_back)::text as taken_back`;

/** What is left of every credit now stands with the credit. What others gave, and what was there before, has no month. */
function owedNow(ctx: ShopContext): SQL {
  const { id } = ctx.shop;
  return sql`
    select currency, to_char(month, 'YYYY-MM') as month, ${sums} from (
      select currency, ${monthOf(ctx, sql`issued_at`)} as month, sum(base_minor + bonus_minor) as given, sum(spent_minor) as spent,
             sum(expired_minor) as expired, sum(taken_back_minor) as taken_back
        from credits where shop_id = ${id} group by 1, 2
      union all ${othersBefore(ctx, sql`'infinity'::timestamptz`)}
    ) owed group by currency, month order by currency, month nulls last`;
}

/** The same at the end of an earlier day, from each movement until then. */
function owedAfter(ctx: ShopContext, day: string): SQL {
  const { id } = ctx.shop;
  const until = sql`${startOf(ctx, day)} + interval '1 day'`;
  return sql`
    select currency, to_char(month, 'YYYY-MM') as month, ${sums} from (
      select g.currency, ${monthOf(ctx, sql`c.issued_at`)} as month, sum(g.amount_minor) as given, 0 as spent, 0 as expired, 0 as taken_back
        from issuance_legs g join credits c on c.shop_id = g.shop_id and c.issuance_id = g.issuance_id
       where g.shop_id = ${id} and g.state = 'confirmed' and g.kind in ('base', 'bonus') and g.confirmed_at < ${until} group by 1, 2
      union all
      select g.currency, ${monthOf(ctx, sql`c.issued_at`)}, 0, ${used}
        from credit_uses u join issuance_legs g on g.shop_id = u.shop_id and g.id = u.leg_id
        join credits c on c.shop_id = g.shop_id and c.issuance_id = g.issuance_id
       where u.shop_id = ${id} and u.happened_at < ${until} group by 1, 2
      union all ${othersBefore(ctx, until)}
    ) owed group by currency, month order by currency, month nulls last`;
}

const used = sql`coalesce(sum(u.amount_minor) filter (where u.kind = 'spent'), 0), coalesce(sum(u.amount_minor) filter (where u.kind = 'expired'), 0),
  coalesce(sum(u.amount_minor) filter (where u.kind = 'taken_back'), 0)`;

function othersBefore(ctx: ShopContext, until: SQL): SQL {
  const { id } = ctx.shop;
  return sql`
      select o.currency, null::timestamp, sum(o.amount_minor), 0, 0, 0 from lane_observations o
       where o.shop_id = ${id} and o.kind = 'credit' and o.leg_id is null and o.posted_as is not null and o.happened_at < ${until} group by 1
      union all
      select l.currency, null, sum(a.opening_minor), 0, 0, 0 from credit_accounts a
        join credit_lanes l on l.shop_id = a.shop_id and l.id = a.lane_id
       where a.shop_id = ${id} and a.opening_minor <> 0 group by 1
      union all
      select l.currency, null, 0, ${used} from credit_uses u join credit_lanes l on l.shop_id = u.shop_id and l.id = u.lane_id
       where u.shop_id = ${id} and u.leg_id is null and u.happened_at < ${until} group by 1`;
}

function perCurrency(
  rows: Iterable<Record<string, string | null>>,
  ledger: readonly FigureDay[],
): Liability[] {
  const booked = new Map<string, bigint>();
  for (const { currency, sum } of ledger) booked.set(currency, (booked.get(currency) ?? 0n) + sum);
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
