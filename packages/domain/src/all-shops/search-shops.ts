import { inArray, tables } from "@kept/database";
import type { Money } from "@kept/money";
import { type ShopContext, shopContext } from "../context.ts";
import { shopsOf } from "../organization/members.ts";
import { listReturns } from "../return/list-returns.ts";
import { shopFromRow } from "../shop/shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";

/** A return, and the shop it belongs to. */
export interface FoundReturn {
  readonly shop: { readonly handle: string; readonly name: string };
  readonly number: number;
  readonly customerName: string;
  readonly orderName: string;
  readonly total: Money;
  readonly requestedAt: Date;
}

const atOnce = 6;

/**
 * Returns by number, order, e-mail or customer, in every shop the person reaches and in no other; the newest first.
 * Each shop is searched behind its own wall, by the words its own list is searched by. The reach is worked out anew
 * for each search, so that a grant that was taken back finds nothing.
 */
export async function searchShops(
  tools: Tools,
  input: { userId: string; search: string; limit?: number },
): Promise<FoundReturn[]> {
  const search = input.search.trim().slice(0, 100);
  const limit = Math.min(input.limit ?? 8, 50);
  if (search === "") return [];
  const shops = await contextsOf(tools, input.userId);
  const found: FoundReturn[] = [];
  for (let first = 0; first < shops.length; first += atOnce) {
    const some = shops.slice(first, first + atOnce);
    found.push(...(await Promise.all(some.map((ctx) => searchShop(ctx, search, limit)))).flat());
  }
  return found.sort((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime()).slice(0, limit);
}

async function searchShop(ctx: ShopContext, search: string, limit: number): Promise<FoundReturn[]> {
  const { handle, name } = ctx.shop;
  const { rows } = await listReturns(ctx, { view: "all", search, limit });
  return rows.map(({ number, customerName, orderName, total, requestedAt }) => ({
    shop: { handle, name },
    number,
    customerName,
    orderName,
    total,
    requestedAt,
  }));
}

/** The reachable shops, to be looked into and nothing else. */
async function contextsOf(tools: Tools, userId: string): Promise<ShopContext[]> {
  const handles = (await shopsOf(tools, userId)).map(({ handle }) => handle);
  if (handles.length === 0) return [];
  const rows = await acrossAllShops(tools, (tx) =>
    tx.select().from(tables.shops).where(inArray(tables.shops.handle, handles)),
  );
  return rows.map((row) =>
    shopContext(tools, shopFromRow(row, tools), { kind: "system", name: "automation" }),
  );
}
