import { inOneBreath, preferIndexes, type SQL, sql } from "@kept/database";
import { type Money, money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { asDay, endOf } from "./credit-filter.ts";
import { creditInLedger } from "./fold-figures.ts";
import { shopDay } from "./shop-day.ts";

/** What became of credit: `left` is what was given less the others. */
export interface Owed {
  readonly given: Money;
  readonly spent: Money;
  readonly expired: Money;
  readonly takenBack: Money;
  readonly left: Money;
}

/** What customers could still spend at the end of a day, by the month it was given. */
export interface Liability {
  readonly currency: string;
  /** By month, "2026-11"; null for what others gave and what was there before Kept. */
  readonly months: readonly ({ readonly month: string | null } & Owed)[];
  /** The sums of the rows. */
  readonly total: Owed;
  /** The balance of customers' credit in the ledger at that moment: the same, or something is not reconciled yet. */
  readonly ledger: Money;
}

/**
 * What the shop owes its customers in credit at the end of a day of its own, per currency and month of issue, exact:
 * which credit paid for what is known. What others gave stands in a row of its own, so that the rows add up to what
 * Shopify's accounts hold.
 */
export function liability(ctx: ShopContext, input: { asOf?: string | undefined } = {}): Promise<Liability[]> {
  const now = shopDay(ctx, ctx.clock.now());
  const day = asDay(input.asOf) ?? now;
  return ctx.inShop(async (tx) => {
    const [rows, , booked] = await inOneBreath([
      () => tx.execute<Record<string, string | null>>(day < now ? owedAfter(ctx, day) : owedNow(ctx)),
      () => preferIndexes(tx),
      () => creditInLedger(tx, ctx, day < now ? day : undefined),
    ]);
    return perCurrency(ctx, rows, booked);
  });
}

const sums = sql`sum(given)::text as given, sum(spent)::text as spent, sum(expired)::text as expired, sum(taken_back)::text as taken_back`;

/** What is left of credits now is in the sums of days. What others gave, and what was there before, has no month. */
function owedNow(ctx: ShopContext): SQL {
  return sql`
    select currency, to_char(month, 'YYYY-MM') as month, ${sums} from (
      select currency, date_trunc('month', day) as month, sum(base_minor + bonus_minor) as given, sum(spent_minor) as spent,
             sum(expired_minor) as expired, sum(taken_back_minor) as taken_back
        from credit_sums where shop_id = ${ctx.shop.id} group by 1, 2 having sum(count) <> 0
      union all ${othersBefore(ctx, sql`'infinity'::timestamptz`)}
    ) owed group by currency, month order by currency, month nulls last`;
}

/** The same at the end of an earlier day, from what moved until then. */
function owedAfter(ctx: ShopContext, day: string): SQL {
  return sql`
    select currency, to_char(month, 'YYYY-MM') as month, ${sums} from (
      select currency, month::timestamp, sum(given_minor) as given, sum(spent_minor) as spent, sum(expired_minor) as expired,
             sum(taken_back_minor) as taken_back
        from owed_sums where shop_id = ${ctx.shop.id} and day <= ${day}::date group by 1, 2 having sum(given_minor) <> 0
      union all ${othersBefore(ctx, endOf(ctx, day))}
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

/** The shop's own currency first. */
function perCurrency(
  { shop }: Pick<ShopContext, "shop">,
  rows: Iterable<Record<string, string | null>>,
  booked: ReadonlyMap<string, bigint>,
): Liability[] {
  const every = [...rows];
  const found = new Set([...every.map(({ currency }) => currency ?? ""), ...booked.keys()]);
  const others = [...found].filter((currency) => currency !== shop.currency).sort();
  const currencies = found.has(shop.currency) ? [shop.currency, ...others] : others;
  return currencies.map((currency) => {
    const of = (minor: bigint) => money(minor, currency);
    const months = every
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
    const all = (what: keyof Owed) => of(months.reduce((sum, month) => sum + month[what].minor, 0n));
    const total = {
      given: all("given"),
      spent: all("spent"),
      expired: all("expired"),
      takenBack: all("takenBack"),
      left: all("left"),
    };
    return { currency, months, total, ledger: of(booked.get(currency) ?? 0n) };
  });
}
