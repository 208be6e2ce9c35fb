import { type SQL, sql, type Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { workerContext } from "../shop/find-shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { foldSums } from "./credit-sums.ts";

/**
 * Adds what was posted since the last time to the sums of days and to their totals. What was posted in the last ten minutes waits: its
 * transaction may still be open, and nothing is counted twice or forgotten. Reading adds it from the rows. The sums of
 * credits are folded with it.
 */
export function foldFigures(ctx: ShopContext): Promise<void> {
  return ctx.inShop(async (tx) => {
    await tx.execute(
      sql`insert into figure_marks (shop_id, folded_to) values (${ctx.shop.id}, '-infinity') on conflict do nothing`,
    );
    const [mark] = await tx.execute<{ folded_to: string; until: string }>(sql`
      select folded_to::text, (clock_timestamp() - interval '10 minutes')::text as until from figure_marks
       where shop_id = ${ctx.shop.id} for update`);
    if (!mark) return;
    await foldSums(tx, ctx);
    const [from, until] = [sql`${mark.folded_to}::timestamptz`, sql`${mark.until}::timestamptz`];
    await addFigures(tx, ctx, newFigures(ctx, from, until));
    await tx.execute(
      sql`update figure_marks set folded_to = ${mark.until}::timestamptz where shop_id = ${ctx.shop.id}`,
    );
  });
}

/** Adds rows behind figures to the sums of their days and to the totals. */
async function addFigures(tx: Transaction, ctx: ShopContext, rows: SQL): Promise<void> {
  await tx.execute(sql`
    with days as (
      select day, currency, figure, sum(minor) as sum, count(*) as count from (${rows}) new
       group by day, currency, figure
    ), totals as (
      insert into figure_totals (shop_id, currency, figure, sum, count)
      select ${ctx.shop.id}, currency, figure, sum(sum), sum(count) from days group by currency, figure
      on conflict (shop_id, currency, figure)
        do update set sum = figure_totals.sum + excluded.sum, count = figure_totals.count + excluded.count
    )
    insert into figure_days (shop_id, day, currency, figure, sum, count)
    select ${ctx.shop.id}, day, currency, figure, sum, count from days
    on conflict (shop_id, day, currency, figure)
      do update set sum = figure_days.sum + excluded.sum, count = figure_days.count + excluded.count`);
}

/** Counts everything that was folded anew, by days of a time zone. Nobody folds meanwhile. */
export async function foldAnew(tx: Transaction, ctx: ShopContext, zone: string): Promise<void> {
  const { id } = ctx.shop;
  const [mark] = await tx.execute<{ folded_to: string }>(
    sql`select folded_to::text from figure_marks where shop_id = ${id} for update`,
  );
  if (!mark) return;
  await tx.execute(sql`delete from figure_days where shop_id = ${id}`);
  await tx.execute(sql`delete from figure_totals where shop_id = ${id}`);
  const until = sql`${mark.folded_to}::timestamptz`;
  await addFigures(tx, ctx, newFigures(ctx, sql`'-infinity'::timestamptz`, until, sql`${zone}::text`));
}

/** Every few minutes, shops in which something was posted. Across shops, to find them. */
export async function foldAllFigures(tools: Tools): Promise<void> {
  const shops = await acrossAllShops(tools, (tx) =>
    tx.execute<{ id: string }>(sql`
      select s.id from shops s left join figure_marks m on m.shop_id = s.id
       where exists (select 1 from ledger_entries e where e.shop_id = s.id and (m.folded_to is null or e.posted_at >= m.folded_to))`),
  );
  for (const { id } of shops) {
    const ctx = await workerContext(tools, id);
    if (ctx) await foldFigures(ctx);
  }
}

/**
 * The rows behind the figures, posted or seen from one moment up to another: (day, currency, figure, minor). Their days
 * are of the zone the shop has in that very statement, as those that are folded already.
 */
export function newFigures(ctx: ShopContext, from: SQL, until: SQL, zone = zoneOf(ctx)): SQL {
  return sql`
    select (happened_at at time zone ${zone})::date as day, currency, account || '/' || cause as figure, amount_minor as minor
      from ledger_entries where shop_id = ${ctx.shop.id} and posted_at >= ${from} and posted_at < ${until}
    union all
    select (placed_at at time zone ${zone})::date, currency, 'orders/above', greatest(total_minor - credit_minor, 0)
      from redeeming_orders where shop_id = ${ctx.shop.id} and seen_at >= ${from} and seen_at < ${until}
    union all
    select (first_spent_at at time zone ${zone})::date, currency, 'first_use/hours',
           (extract(epoch from first_spent_at - issued_at) / 3600)::bigint
      from credits where shop_id = ${ctx.shop.id} and first_spent_seen_at >= ${from} and first_spent_seen_at < ${until}`;
}

function zoneOf(ctx: ShopContext): SQL {
  return sql`(select time_zone from shops where id = ${ctx.shop.id})`;
}

/** One figure of one week of a span: its sum, and how many rows it is the sum of. */
export interface WeekFigure {
  readonly monday: string;
  /** Whether it is of the days since the middle of the span, or of those before: a week may be of both. */
  readonly since: boolean;
  readonly figure: string;
  readonly sum: bigint;
  readonly count: bigint;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * The figures of a span in the shop's currency, week by week: the folded sums and the rows that are not folded yet, which
 * are few: to be asked where indexes are preferred.
 */
export async function figuresByWeek(
  tx: Transaction,
  ctx: ShopContext,
  span: Span & { readonly since: string },
): Promise<WeekFigure[]> {
  const rows = await tx.execute<Record<"monday" | "figure" | "sum" | "count", string> & { since: boolean }>(
    sql`select date_trunc('week', day::timestamp)::date::text as monday, day >= ${span.since}::date as since, figure,
               sum(minor)::text as sum, sum(n)::text as count
          from (${partsOf(ctx, span)}) both_parts where currency = ${ctx.shop.currency} group by 1, 2, 3`,
  );
  return [...rows].map((row) => ({ ...row, sum: BigInt(row.sum), count: BigInt(row.count) }));
}

/**
 * What customers' accounts hold by the ledger, by currency: now, or at the end of a day of the shop's. To be asked where
 * indexes are preferred, too.
 */
export async function creditInLedger(
  tx: Transaction,
  ctx: ShopContext,
  until?: string,
): Promise<Map<string, bigint>> {
  const parts = until === undefined ? totalsOf(ctx) : partsOf(ctx, { from: "0001-01-01", to: until });
  const rows = await tx.execute<{ currency: string; sum: string }>(
    sql`select currency, sum(minor)::text as sum from (${parts}) both_parts
         where figure like 'customer_credit/%' group by currency`,
  );
  return new Map([...rows].map(({ currency, sum }) => [currency, BigInt(sum)]));
}

/** The folded totals and what is new of any day, as (currency, figure, minor). */
function totalsOf(ctx: ShopContext): SQL {
  return sql`
    select currency, figure, sum as minor from figure_totals where shop_id = ${ctx.shop.id}
    union all
    select currency, figure, minor from (${newFigures(ctx, foldedTo(ctx), sql`'infinity'::timestamptz`)}) new`;
}

/**
 * Folded sums and new rows of a span, as (day, currency, figure, minor, n). One statement, so that a folding meanwhile
 * counts nothing twice.
 */
function partsOf(ctx: ShopContext, { from, to }: Span): SQL {
  return sql`
    select day, currency, figure, sum as minor, count as n from figure_days
     where shop_id = ${ctx.shop.id} and day between ${from}::date and ${to}::date
    union all
    select day, currency, figure, minor, 1 from (${newFigures(ctx, foldedTo(ctx), sql`'infinity'::timestamptz`)}) new
     where day between ${from}::date and ${to}::date`;
}

/** A question of its own as a whole: the walls let the index be asked for no expression they do not know to be harmless. */
function foldedTo(ctx: ShopContext): SQL {
  return sql`(select coalesce(max(folded_to), '-infinity') from figure_marks where shop_id = ${ctx.shop.id})`;
}
