import { and, desc, eq, inArray, lt, or, sql, tables } from "@kept/database";
import type { Money } from "@kept/money";
import { add } from "@kept/money";
import type { ShopContext } from "../context.ts";
import type { CreditState } from "../issuance/issuance.ts";
import { baseOf, bonusOf, type ResolutionKind, type ReturnRecord, type ReturnStatus } from "./return.ts";

const { returnLines, returns } = tables;

/** The saved views of the list. */
export const returnViews = ["requested", "to_issue", "in_review", "done", "all"] as const;
export type ReturnView = (typeof returnViews)[number];

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
  }[];
  readonly resolution: ResolutionKind;
  readonly base: Money;
  readonly bonus: Money;
  readonly total: Money;
  readonly status: ReturnStatus;
  readonly creditState: CreditState;
  readonly requestedAt: Date;
}

const mostRows = 100;

/** A page of returns, newest first, from after the one named `after` (its id). `next` is null on the last page. */
export function listReturns(
  ctx: ShopContext,
  input: { view: ReturnView; search?: string | undefined; after?: string | undefined; limit?: number },
): Promise<{ rows: ReturnRow[]; next: string | null }> {
  const limit = Math.min(Math.max(1, input.limit ?? 25), mostRows);
  const after = input.after && isUuid(input.after) ? input.after : undefined;
  return ctx.inShop(async (tx) => {
    const found = await tx
      .select()
      .from(returns)
      .where(
        and(
          eq(returns.shopId, ctx.shop.id),
          inView(input.view),
          matches(input.search),
          after ? lt(returns.id, after) : undefined,
        ),
      )
      .orderBy(desc(returns.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const lines =
      page.length === 0
        ? []
        : await tx
            .select()
            .from(returnLines)
            .where(
              and(
                eq(returnLines.shopId, ctx.shop.id),
                inArray(
                  returnLines.returnId,
                  page.map(({ id }) => id),
                ),
              ),
            )
            .orderBy(returnLines.position);
    const rows = page.map((record) =>
      rowOf(
        record,
        lines.filter(({ returnId }) => returnId === record.id),
      ),
    );
    return { rows, next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}

/** How many there are in each view. */
export function countReturns(ctx: ShopContext): Promise<Record<ReturnView, number>> {
  return ctx.inShop(async (tx) => {
    const count = (view: ReturnView) =>
      sql<number>`count(*) filter (where ${inView(view) ?? sql`true`})::int`;
    const [row] = await tx
      .select({
        requested: count("requested"),
        to_issue: count("to_issue"),
        in_review: count("in_review"),
        done: count("done"),
        all: count("all"),
      })
      .from(returns)
      .where(eq(returns.shopId, ctx.shop.id));
    return row ?? { requested: 0, to_issue: 0, in_review: 0, done: 0, all: 0 };
  });
}

export function rowOf(
  record: ReturnRecord,
  lines: readonly { title: string; imageUrl: string | null; quantity: number }[],
): ReturnRow {
  return {
    id: record.id,
    number: record.number,
    customerName: record.customerName,
    customerEmail: record.customerEmail,
    orderName: record.orderName,
    items: lines.map(({ title, imageUrl, quantity }) => ({ title, imageUrl, quantity })),
    resolution: record.resolution,
    base: baseOf(record),
    bonus: bonusOf(record),
    total: add(baseOf(record), bonusOf(record)),
    status: record.status,
    creditState: record.creditState,
    requestedAt: record.requestedAt,
  };
}

function inView(view: ReturnView) {
  return view === "all" ? undefined : eq(returns.stage, view);
}

/** By return number, order, e-mail or customer: exact where it is a number or an address, by its beginning otherwise. */
function matches(search: string | undefined) {
  const text = search?.trim() ?? "";
  if (text === "") return undefined;
  const number = /^r?-?(\d{1,9})$/i.exec(text)?.[1];
  const start = `${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    number ? eq(returns.number, Number(number)) : undefined,
    number ? eq(returns.orderName, `#${number}`) : eq(returns.orderName, text),
    sql`lower(${returns.customerEmail}) like ${start}`,
    sql`lower(${returns.customerName}) like ${start}`,
    sql`exists (select 1 from ${returnLines} l where l.shop_id = ${returns.shopId} and l.return_id = ${returns.id} and lower(l.title) like ${start})`,
  );
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
