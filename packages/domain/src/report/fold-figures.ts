import { sql, type Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { workerContext } from "../shop/find-shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { foldSums } from "./credit-sums.ts";

/**
 * Adds what was posted since the last time to the sums of days. What was posted in the last ten minutes waits: its
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
    await tx.execute(sql`
      insert into figure_days (shop_id, day, currency, figure, sum, count)
      select ${ctx.shop.id}, day, currency, figure, sum(minor), count(*)
        from (${newFigures(ctx, sql`${mark.folded_to}::timestamptz`, sql`${mark.until}::timestamptz`)}) new
       group by day, currency, figure
      on conflict (shop_id, day, currency, figure)
        do update set sum = figure_days.sum + excluded.sum, count = figure_days.count + excluded.count`);
    await tx.execute(
      sql`update figure_marks set folded_to = ${mark.until}::timestamptz where shop_id = ${ctx.shop.id}`,
    );
  });
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

type Instant = ReturnType<typeof sql>;

/** The rows behind the figures, posted or seen from one moment up to another: (day, currency, figure, minor). */
export function newFigures(ctx: ShopContext, from: Instant, until: Instant) {
  const zone = ctx.shop.timeZone;
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

/** One figure of one day: its sum, and how many rows it is the sum of. */
export interface FigureDay {
  readonly day: string;
  readonly currency: string;
  readonly figure: string;
  readonly sum: bigint;
  readonly count: bigint;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The sums of each day of a span, from the folded sums and the rows that are not folded yet. */
export async function figureDays(tx: Transaction, ctx: ShopContext, span: Span): Promise<FigureDay[]> {
  const days = await partsOf(tx, ctx, span);
  const rows = await tx.execute<Record<"day" | "currency" | "figure" | "sum" | "count", string>>(sql`
    select day::text, currency, figure, sum(minor)::text as sum, sum(n)::text as count from (${days}) both_parts
     group by day, currency, figure`);
  return [...rows].map((row) => ({ ...row, sum: BigInt(row.sum), count: BigInt(row.count) }));
}

/** What customers' accounts hold by the ledger at the end of a day, by currency; by default now. */
export async function creditInLedger(
  tx: Transaction,
  ctx: ShopContext,
  until = "9999-12-31",
): Promise<Map<string, bigint>> {
  const days = await partsOf(tx, ctx, { from: "0001-01-01", to: until });
  const rows = await tx.execute<{ currency: string; sum: string }>(sql`
    select currency, sum(minor)::text as sum from (${days}) both_parts
     where figure like 'customer_credit/%' group by currency`);
  return new Map([...rows].map(({ currency, sum }) => [currency, BigInt(sum)]));
}

/**
 * Folded sums and new rows of a span, as (day, currency, figure, minor, n). What is new is little, and the planner cannot
 * know: it would read every row there is. One statement, so that a folding meanwhile counts nothing twice.
 */
async function partsOf(tx: Transaction, ctx: ShopContext, { from, to }: Span) {
  await tx.execute(sql`select set_config('enable_seqscan', 'off', true)`);
  // A question of its own as a whole: the walls let the index be asked for no expression they do not know to be harmless.
  const folded = sql`(select coalesce(max(folded_to), '-infinity') from figure_marks where shop_id = ${ctx.shop.id})`;
  return sql`
    select day, currency, figure, sum as minor, count as n from figure_days
     where shop_id = ${ctx.shop.id} and day between ${from}::date and ${to}::date
    union all
    select day, currency, figure, minor, 1 from (${newFigures(ctx, folded, sql`'infinity'::timestamptz`)}) new
     where day between ${from}::date and ${to}::date`;
}
