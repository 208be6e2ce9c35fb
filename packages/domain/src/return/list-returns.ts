import {
  and,
  eq,
  inArray,
  inOneBreath,
  preferIndexes,
  type SQL,
  sql,
  type Transaction,
  tables,
} from "@kept/database";
import type { Money } from "@kept/money";
import { add } from "@kept/money";
import type { ShopContext } from "../context.ts";
import type { CreditState } from "../issuance/issuance.ts";
import { baseOf, bonusOf, type ResolutionKind, type ReturnRecord, type ReturnStatus } from "./return.ts";
import {
  cursorFrom,
  type ReturnFilters,
  type ReturnSort,
  type ReturnView,
  returnViews,
  walkOf,
  whereOf,
} from "./return-filters.ts";
import { hasWords, idsByWords, type Wanted, wantedWords, wordsIn } from "./return-words.ts";

const { returnLines, returns } = tables;

export interface ReturnRow {
  readonly id: string;
  /** Shown as R-1001. */
  readonly number: number;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly orderName: string;
  readonly items: readonly {
    readonly title: string;
    readonly imageUrl: string | null;
    readonly quantity: number;
    /** Its code, as the policy has it. */
    readonly reason: string | null;
  }[];
  readonly resolution: ResolutionKind;
  readonly base: Money;
  readonly bonus: Money;
  readonly total: Money;
  /** The quote these amounts are of. */
  readonly quoteId: string;
  readonly status: ReturnStatus;
  readonly creditState: CreditState;
  /** Issued already, as soon as a permission is granted. */
  readonly waitsForPermission: boolean;
  readonly requestedAt: Date;
}

/** A page of a list, and where the ones beside it begin; null where there is none. */
export interface ReturnPage {
  readonly rows: ReturnRow[];
  readonly next: string | null;
  readonly previous: string | null;
}

export interface ListReturns extends ReturnFilters {
  readonly sort?: ReturnSort | undefined;
  /** Cursors of a page read before: what comes after, or what came before. */
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly limit?: number;
}

const mostRows = 100;

/** A page of returns. Found by key, forwards and back, so that the last page costs what the first does. */
export function listReturns(ctx: ShopContext, input: ListReturns): Promise<ReturnPage> {
  const limit = Math.min(Math.max(1, input.limit ?? 25), mostRows);
  const words = wordsIn(input.search);
  // Words and single states are kept in the order of age and in no other.
  const byAge = words.length > 0 || input.status !== undefined;
  const sort = byAge && isByAmount(input.sort) ? "newest" : (input.sort ?? "newest");
  const direction = input.before ? "back" : "forth";
  const walk = walkOf(sort, direction);
  const from = cursorFrom(input.before ?? input.after);
  const where = whereOf(input, ctx.clock.now());
  return ctx.inShop(async (tx) => {
    const wanted = words.length > 0 ? await wantedWords(tx, ctx, words) : undefined;
    const along = wanted && (await isShort(tx, ctx, input.view));
    const walked = async (also?: SQL) => {
      // Few rows would be sorted and many walked along, by whatever was counted last: always walking keeps a list as
      // quick tomorrow as it is today.
      await tx.execute(sql`select set_config('enable_sort', 'off', true)`);
      return tx
        .select()
        .from(returns)
        .where(and(eq(returns.shopId, ctx.shop.id), where, also, from ? walk.after(from) : undefined))
        .orderBy(walk.order)
        .limit(limit + 1);
    };
    const looked = async (words: Wanted) => {
      const down = (sort === "newest") === (direction === "forth");
      const page = { down, after: from, also: where, limit: limit + 1 };
      return byId(tx, ctx, await idsByWords(tx, ctx, words, page));
    };
    const found =
      wanted === undefined
        ? await walked()
        : wanted === null
          ? []
          : along
            ? await walked(hasWords(wanted))
            : await looked(wanted);
    const more = found.length > limit;
    const page = direction === "back" ? found.slice(0, limit).toReversed() : found.slice(0, limit);
    const cursor = (record: ReturnRecord | undefined) => (record ? walk.cursorOf(record) : null);
    return {
      rows: await withItems(tx, ctx, page),
      next: direction === "back" || more ? cursor(page.at(-1)) : null,
      previous: direction === "back" ? (more ? cursor(page[0]) : null) : from ? cursor(page[0]) : null,
    };
  });
}

/** A tab with few returns is walked along; in a long one it is quicker to look the words up first. */
async function isShort(tx: Transaction, ctx: ShopContext, view: ReturnView): Promise<boolean> {
  if (view === "all") return false;
  const rows = await tx.execute<{ n: number }>(sql`select (${counted(ctx, view)}) as n`);
  return Number(rows[0]?.n ?? 0) <= countedTo;
}

function isByAmount(sort: ReturnSort | undefined): boolean {
  return sort === "largest" || sort === "smallest";
}

/** The returns with these ids, in their order. */
async function byId(tx: Transaction, ctx: ShopContext, ids: readonly string[]): Promise<ReturnRecord[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), inArray(returns.id, [...ids])));
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

async function withItems(
  tx: Transaction,
  ctx: ShopContext,
  page: readonly ReturnRecord[],
): Promise<ReturnRow[]> {
  if (page.length === 0) return [];
  const ids = page.map(({ id }) => id);
  const lines = await tx
    .select({
      returnId: returnLines.returnId,
      position: returnLines.position,
      title: returnLines.title,
      imageUrl: returnLines.imageUrl,
      quantity: returnLines.quantity,
      reason: returnLines.reason,
    })
    .from(returnLines)
    .where(and(eq(returnLines.shopId, ctx.shop.id), inArray(returnLines.returnId, ids)));
  const byReturn = Map.groupBy(lines, ({ returnId }) => returnId);
  return page.map((record) =>
    rowOf(
      record,
      (byReturn.get(record.id) ?? []).sort((a, b) => a.position - b.position),
    ),
  );
}

/** Beyond so many nobody counts along: "1,000+". */
export const countedTo = 1_000;

/** How many there are in each view, counted to a thousand and one. */
export function countReturns(ctx: ShopContext): Promise<Record<ReturnView, number>> {
  return ctx.inShop(async (tx) => {
    const [, counts] = await inOneBreath([() => preferIndexes(tx), () => countReturnsIn(tx, ctx)]);
    return counts;
  });
}

/**
 * The same, where indexes are preferred: a thousand are soon met anywhere in the table, the planner thinks; a tab's own
 * may all stand at its end.
 */
export async function countReturnsIn(tx: Transaction, ctx: ShopContext): Promise<Record<ReturnView, number>> {
  const columns = returnViews.map((view) => sql`(${counted(ctx, view)}) as ${sql.identifier(view)}`);
  const [row] = await tx.execute<Record<ReturnView, number>>(sql`select ${sql.join(columns, sql`, `)}`);
  return { requested: 0, to_issue: 0, in_review: 0, done: 0, all: 0, ...row };
}

function counted(ctx: ShopContext, view: ReturnView): SQL {
  const inView = view === "all" ? sql`` : sql`and ${returns.stage} = ${view}`;
  return sql`select count(*)::int from (select 1 from ${returns} where ${returns.shopId} = ${ctx.shop.id} ${inView} limit ${countedTo + 1}) counted`;
}

export function rowOf(
  record: ReturnRecord,
  lines: readonly { title: string; imageUrl: string | null; quantity: number; reason: string | null }[],
): ReturnRow {
  return {
    id: record.id,
    number: record.number,
    customerName: record.customerName,
    customerEmail: record.customerEmail,
    orderName: record.orderName,
    items: lines.map(({ title, imageUrl, quantity, reason }) => ({ title, imageUrl, quantity, reason })),
    resolution: record.resolution,
    base: baseOf(record),
    bonus: bonusOf(record),
    total: add(baseOf(record), bonusOf(record)),
    quoteId: record.quoteId,
    status: record.status,
    creditState: record.creditState,
    waitsForPermission: record.issueWantedAt !== null && record.creditState === "none",
    requestedAt: record.requestedAt,
  };
}
