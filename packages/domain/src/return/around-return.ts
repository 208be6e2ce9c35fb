import { and, desc, eq, ne, type Transaction, tables } from "@kept/database";
import { type Money, money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { isOpen, type ReturnRecord, type ReturnStatus } from "./return.ts";
import type { TimelineEvent } from "./timeline.ts";

const { returns } = tables;

/** Another return of the same customer. */
export interface OtherReturn {
  readonly number: number;
  readonly orderName: string;
  readonly status: ReturnStatus;
  readonly creditState: ReturnRecord["creditState"];
  readonly resolution: ReturnRecord["resolution"];
  readonly total: Money;
  readonly requestedAt: Date;
}

const most = 10;

/** By Shopify's customer where the order has one, else by the address. */
export async function othersOf(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
): Promise<OtherReturn[]> {
  const theirs = record.customerGid
    ? eq(returns.customerGid, record.customerGid)
    : eq(returns.customerEmail, record.customerEmail);
  if (!record.customerGid && record.customerEmail === "") return [];
  const rows = await tx
    .select()
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), theirs, ne(returns.id, record.id)))
    .orderBy(desc(returns.id))
    .limit(most);
  return rows.map(({ number, orderName, status, creditState, resolution, requestedAt, ...row }) => ({
    number,
    orderName,
    status,
    creditState,
    resolution,
    requestedAt,
    total: money(row.totalMinor, row.currency),
  }));
}

/** What can be said about the goods now: that they arrived, and what they are like. Each once. */
export function goodsActs(record: ReturnRecord, events: readonly TimelineEvent[], mayDecide: boolean) {
  const told = (kind: string) => events.some((event) => event.kind === kind);
  const comes = mayDecide && (isOpen(record.status) || record.status === "resolved") && !told("inspected");
  return { canReceive: comes && !told("received"), canInspect: comes };
}
