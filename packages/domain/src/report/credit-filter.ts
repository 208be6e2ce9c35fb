import { and, eq, inArray, type SQL, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { idsByWords, wantedWords, wordsIn } from "../return/return-words.ts";

const { credits, returns } = tables;

export const creditStates = [
  "issuing",
  "review",
  "failed",
  "unspent",
  "partly_used",
  "spent",
  "expired",
  "taken_back",
] as const;
export type CreditStanding = (typeof creditStates)[number];

/** What a list of credits is narrowed to. Days are the shop's, both included. */
export interface CreditFilter {
  readonly currency?: string | undefined;
  readonly state?: CreditStanding | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly search?: string | undefined;
}

/** So many returns a search is narrowed to, the newest. */
const mostFound = 500;

/** The filter as a condition on credits; null when the search can find nothing. */
export async function creditsMatching(
  tx: Transaction,
  ctx: ShopContext,
  filter: CreditFilter,
): Promise<SQL | undefined | null> {
  const found = await returnsFound(tx, ctx, filter.search);
  if (found?.length === 0) return null;
  return and(
    eq(credits.shopId, ctx.shop.id),
    filter.currency ? eq(credits.currency, filter.currency) : undefined,
    filter.state ? eq(credits.state, filter.state) : undefined,
    filter.from ? sql`${credits.issuedAt} >= ${startOf(ctx, filter.from)}` : undefined,
    filter.to ? sql`${credits.issuedAt} < ${endOf(ctx, filter.to)}` : undefined,
    found ? inArray(credits.returnId, found) : undefined,
  );
}

async function returnsFound(tx: Transaction, ctx: ShopContext, search: string | undefined) {
  const words = wordsIn(search);
  if (words.length === 0) return null;
  const wanted = await wantedWords(tx, ctx, words);
  if (!wanted) return [];
  const also = eq(returns.resolution, "store_credit");
  return idsByWords(tx, ctx, wanted, { down: true, after: null, also, limit: mostFound });
}

/** The instant a day of the shop begins. */
export function startOf(ctx: ShopContext, day: string | SQL): SQL {
  return firstInstantOf(ctx, sql`${day}::date`);
}

/** The instant it ends: where the next begins, which is not always 24 hours later. */
export function endOf(ctx: ShopContext, day: string | SQL): SQL {
  return firstInstantOf(ctx, sql`(${day}::date + 1)`);
}

/** Where clocks go back across midnight there are two of it, and the database answers the second: the day began with the first. */
function firstInstantOf({ shop: { timeZone } }: ShopContext, date: SQL): SQL {
  const hour = sql`interval '1 hour'`;
  return sql`least(${date}::timestamp at time zone ${timeZone}, (${date}::timestamp - ${hour}) at time zone ${timeZone} + ${hour})`;
}

/** "2026-11-28", or undefined for what is no day. */
export function asDay(text: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(text ?? "")?.[0];
  const read = day ? new Date(`${day}T00:00:00Z`) : null;
  return read && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day ?? "") ? day : undefined;
}
