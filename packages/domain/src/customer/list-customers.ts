import { and, desc, eq, gt, inArray, isNotNull, lt, sql, type Transaction, tables } from "@kept/database";
import { add, type Money, money } from "@kept/money";
import { legacyId } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { idsByWords, wantedWords, wordsIn } from "../return/return-words.ts";

const { returns } = tables;

/** A customer who returned something, as their newest return names them. */
export interface CustomerRow {
  /** The newest return's id: the key of the page. */
  readonly id: string;
  /** Shopify's own number of the customer. */
  readonly number: string;
  readonly name: string;
  readonly email: string;
  readonly lastReturn: { readonly number: number; readonly at: Date };
  /** What is left of the credit Kept gave them, per currency; nothing where nothing is. */
  readonly left: readonly Money[];
}

/** A return is its customer's newest: the list shows each customer there, and once. */
const newest = sql`not exists (select 1 from returns later where later.shop_id = ${returns.shopId}
  and later.customer_gid = ${returns.customerGid} and later.id > ${returns.id} offset 0)`;

/** Customers with a return, whoever returned last first; found by name, e-mail, order or return. */
export function listCustomers(
  ctx: ShopContext,
  input: { search?: string | undefined; after?: string | undefined; limit?: number },
): Promise<{ rows: CustomerRow[]; next: string | null }> {
  const limit = Math.min(Math.max(1, input.limit ?? 50), 100);
  const after = input.after && /^[0-9a-f-]{36}$/i.test(input.after) ? input.after : undefined;
  return ctx.inShop(async (tx) => {
    const words = wordsIn(input.search);
    const wanted = words.length > 0 ? await wantedWords(tx, ctx, words) : undefined;
    if (wanted === null) return { rows: [], next: null };
    const also = and(isNotNull(returns.customerGid), newest);
    const cursor = after ? { id: after } : null;
    const ids = wanted
      ? await idsByWords(tx, ctx, wanted, { down: true, after: cursor, also, limit: limit + 1 })
      : null;
    const found = await tx
      .select()
      .from(returns)
      .where(
        and(
          eq(returns.shopId, ctx.shop.id),
          also,
          ids ? inArray(returns.id, ids.length > 0 ? ids : [nothing]) : undefined,
          after ? lt(returns.id, after) : undefined,
        ),
      )
      .orderBy(desc(returns.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    const left = await leftOf(
      tx,
      ctx,
      page.flatMap(({ customerGid }) => customerGid ?? []),
    );
    const rows = page.map((record) => ({
      id: record.id,
      number: legacyId(record.customerGid ?? "").toString(),
      name: record.customerName,
      email: record.customerEmail,
      lastReturn: { number: record.number, at: record.requestedAt },
      left: [...(left.get(record.customerGid ?? "")?.values() ?? [])],
    }));
    return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
  });
}

/** What is left, by customer and currency, of their credits that are not used up. */
async function leftOf(tx: Transaction, ctx: ShopContext, gids: readonly string[]) {
  const { credits } = tables;
  const open = and(inArray(credits.customerGid, [...gids]), gt(credits.leftMinor, 0n));
  const rows =
    gids.length === 0
      ? []
      : await tx
          .select({ gid: credits.customerGid, currency: credits.currency, minor: credits.leftMinor })
          .from(credits)
          .where(and(eq(credits.shopId, ctx.shop.id), open));
  const left = new Map<string, Map<string, Money>>();
  for (const { gid, currency, minor } of rows) {
    const theirs = left.get(gid ?? "") ?? new Map<string, Money>();
    const more = money(minor ?? 0n, currency);
    const before = theirs.get(currency);
    theirs.set(currency, before ? add(before, more) : more);
    left.set(gid ?? "", theirs);
  }
  return left;
}

const nothing = "00000000-0000-0000-0000-000000000000";
