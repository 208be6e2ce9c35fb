import { and, desc, eq, lt, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { isId } from "../organization/organization-context.ts";
import type { ReturnRecord } from "../return/return.ts";
import type { ReturnResource } from "./resource.ts";
import { returnResourceOf } from "./return-resource.ts";

const { issuances, returns } = tables;

export interface ResourcePage {
  readonly rows: readonly ReturnResource[];
  /** Asked for next; null on the last page. */
  readonly next: string | null;
}

export interface ResourceFilter {
  readonly status?: ReturnRecord["status"] | undefined;
  readonly creditState?: ReturnRecord["creditState"] | undefined;
  /** Only those for which store credit was issued. */
  readonly credited?: boolean;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export const mostResources = 100;

/** A page of the shop's returns as they leave the house, newest first. Found by key: every page costs the same. */
export function listReturnResources(ctx: ShopContext, input: ResourceFilter): Promise<ResourcePage> {
  const limit = Math.min(Math.max(1, input.limit ?? 25), mostResources);
  const after = input.after && isId(input.after) ? input.after : undefined;
  const credited = sql`exists (select 1 from ${issuances} i where i.shop_id = ${returns.shopId}
    and i.return_id = ${returns.id} and i.destination = 'store_credit')`;
  return ctx.inShop(async (tx) => {
    const found = await tx
      .select()
      .from(returns)
      .where(
        and(
          eq(returns.shopId, ctx.shop.id),
          input.status && eq(returns.status, input.status),
          input.creditState && eq(returns.creditState, input.creditState),
          input.credited ? credited : undefined,
          after ? lt(returns.id, after) : undefined,
        ),
      )
      .orderBy(desc(returns.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const rows: ReturnResource[] = [];
    for (const record of page) rows.push(await returnResourceOf(tx, ctx, record));
    return { rows, next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}

/** Null when this shop has no return with that number. */
export function readReturnResource(ctx: ShopContext, number: number): Promise<ReturnResource | null> {
  return ctx.inShop(async (tx) => {
    const [record] = await tx
      .select()
      .from(returns)
      .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.number, number)));
    return record ? returnResourceOf(tx, ctx, record) : null;
  });
}
