import { and, eq, gte, lt, type SQL, sql, tables } from "@kept/database";
import type { ResolutionKind, ReturnRecord } from "./return.ts";

const { returns } = tables;

/** The tabs of the list: what is to be done about a return. Each return is under one of them, and under all. */
export const returnViews = ["requested", "to_issue", "in_review", "done", "all"] as const;
export type ReturnView = (typeof returnViews)[number];

/** Newest or oldest first; or by amount, currency by currency, because amounts of different ones do not compare. */
export const returnSorts = ["newest", "oldest", "largest", "smallest"] as const;
export type ReturnSort = (typeof returnSorts)[number];

/** Which returns a list shows. What is left out is not asked. */
export interface ReturnFilters {
  readonly view: ReturnView;
  readonly resolution?: ResolutionKind | undefined;
  readonly status?: ReturnRecord["status"] | undefined;
  /** Asked for at least so many days ago. */
  readonly olderThanDays?: number | undefined;
  /** Asked for within so many days. */
  readonly withinDays?: number | undefined;
  /** Words of its number, order, customer, address or items. */
  readonly search?: string | undefined;
}

/** The filters as a condition on returns, apart from the words: those have an index of their own. */
export function whereOf(filters: ReturnFilters, now = new Date()): SQL | undefined {
  const { view, resolution, status, olderThanDays, withinDays } = filters;
  return and(
    view === "all" ? undefined : eq(returns.stage, view),
    resolution && eq(returns.resolution, resolution),
    status && eq(returns.status, status),
    olderThanDays === undefined ? undefined : lt(returns.id, idAt(now, olderThanDays)),
    withinDays === undefined ? undefined : gte(returns.id, idAt(now, withinDays)),
  );
}

/** The smallest id of a moment: ids begin with the time they were made, so a span of time is a span of the key. */
function idAt(now: Date, daysAgo: number): string {
  const ms = Math.max(0, now.getTime() - daysAgo * 86_400_000);
  const hex = ms.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Where a page of a list begins: the row before it, by what the list is sorted by. */
export type Cursor =
  | { readonly id: string }
  | { readonly currency: string; readonly total: bigint; readonly id: string };

/** One way through the list: how it is sorted, and which rows come after a given one. */
export interface Walk {
  readonly order: SQL;
  after(cursor: Cursor): SQL;
  cursorOf(record: ReturnRecord): string;
}

/** The walk of a sort, forwards or back. Every one of them is an index read in one direction: nothing is sorted. */
export function walkOf(sort: ReturnSort, direction: "forth" | "back"): Walk {
  const down = (sort === "newest" || sort === "largest") === (direction === "forth");
  const way = down ? sql`desc` : sql`asc`;
  const beyond = down ? sql`<` : sql`>`;
  if (sort === "newest" || sort === "oldest")
    return {
      order: sql`${returns.id} ${way}`,
      after: ({ id }) => sql`${returns.id} ${beyond} ${id}`,
      cursorOf: ({ id }) => id,
    };
  return {
    order: sql`${returns.currency} ${way}, ${returns.totalMinor} ${way}, ${returns.id} ${way}`,
    after: (cursor) =>
      "total" in cursor
        ? sql`(${returns.currency}, ${returns.totalMinor}, ${returns.id}) ${beyond} (${cursor.currency}, ${cursor.total.toString()}::bigint, ${cursor.id}::uuid)`
        : sql`true`,
    cursorOf: ({ currency, totalMinor, id }) => `${currency}.${totalMinor}.${id}`,
  };
}

/** Reads a cursor from an address; null for anything that is none, which shows the first page. */
export function cursorFrom(text: string | undefined): Cursor | null {
  const parts = text?.split(".") ?? [];
  const id = parts.at(-1) ?? "";
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
  const [currency = "", total = ""] = parts;
  if (parts.length === 1) return { id };
  return parts.length === 3 && /^[A-Z]{3}$/.test(currency) && /^\d{1,18}$/.test(total)
    ? { currency, total: BigInt(total), id }
    : null;
}
