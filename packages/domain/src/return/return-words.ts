import { type SQL, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { Cursor } from "./return-filters.ts";

const { returns, returnWords } = tables;

/** As many words as a beginning may stand for; a longer beginning finds the rest. */
const mostMeant = 20;

/**
 * What was typed, as the words that are kept: numbers without their sign, addresses whole, all else split as it was. Signs
 * alone are a word that no return has: whoever looks for something finds that, and not everything.
 */
export function wordsIn(search: string | undefined): string[] {
  const typed = (search ?? "").normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  const words = typed.flatMap((part) => {
    const bare = part.replace(/^#/, "");
    if (bare.includes("@") || /^r-\d+$/.test(bare)) return [bare];
    return bare.split(/[^\p{L}\p{N}\p{M}]+/u);
  });
  const kept = words.filter(Boolean);
  return [...new Set((kept.length > 0 ? kept : typed.slice(0, 1)).map((word) => word.slice(0, 40)))];
}

/** Words to look for, and what the last one may stand for. */
export interface Wanted {
  readonly whole: readonly string[];
  readonly meant: readonly string[];
}

/** Null when nothing in this shop begins with the last word. */
export async function wantedWords(
  tx: Transaction,
  ctx: ShopContext,
  words: readonly string[],
): Promise<Wanted | null> {
  const meant = await wordsMeant(tx, ctx, words.at(-1) ?? "");
  return meant.length > 0 ? { whole: words.slice(0, -1), meant } : null;
}

/** Whether a return has the words: for lists that are short enough to be walked along. */
export function hasWords({ whole, meant }: Wanted): SQL {
  const has = (word: SQL) =>
    sql`exists (select 1 from ${returnWords} o where o.shop_id = ${returns.shopId} and o.return_id = ${returns.id} and o.word ${word} offset 0)`;
  const any = sql`in (${sql.join(
    meant.map((word) => sql`${word}`),
    sql`, `,
  )})`;
  return sql.join([...whole.map((word) => has(sql`= ${word}`)), has(any)], sql` and `);
}

/**
 * Returns that have the words, newest or oldest first, straight from the index of words: reading a page costs the same
 * however many returns there are. `also` narrows it further. `offset 0` keeps each question a look-up of its own, so
 * that the order of the index is never given up for a join.
 */
export async function idsByWords(
  tx: Transaction,
  ctx: ShopContext,
  { whole, meant }: Wanted,
  page: { down: boolean; after: Cursor | null; also: SQL | undefined; limit: number },
): Promise<string[]> {
  const way = page.down ? sql`desc` : sql`asc`;
  const beyond = page.down ? sql`<` : sql`>`;
  const from = page.after ? sql`and w.return_id ${beyond} ${page.after.id}` : sql``;
  const others = whole.map(
    (word) =>
      sql`and exists (select 1 from ${returnWords} o where o.shop_id = w.shop_id and o.word = ${word} and o.return_id = w.return_id offset 0)`,
  );
  const narrowed = page.also
    ? sql`and exists (select 1 from ${returns} where ${returns.shopId} = w.shop_id and ${returns.id} = w.return_id and ${page.also} offset 0)`
    : sql``;
  const each = meant.map(
    (word) =>
      sql`(select w.return_id from ${returnWords} w where w.shop_id = ${ctx.shop.id} and w.word = ${word} ${from} ${sql.join(others, sql` `)} ${narrowed} order by w.return_id ${way} limit ${page.limit})`,
  );
  const rows = await tx.execute<{ return_id: string }>(
    sql`select distinct return_id from (${sql.join(each, sql` union all `)}) found order by return_id ${way} limit ${page.limit}`,
  );
  return [...rows].map(({ return_id }) => return_id);
}

/** The kept words a beginning stands for, read from one to the next: as quick with millions of returns as with ten. */
async function wordsMeant(tx: Transaction, ctx: ShopContext, beginning: string): Promise<string[]> {
  const next = (than: SQL) =>
    sql`(select word from ${returnWords} where shop_id = ${ctx.shop.id} and word ${than} and word < ${`${beginning}\u{10ffff}`} order by word limit 1)`;
  const rows = await tx.execute<{ word: string }>(sql`
    with recursive meant (word, n) as (
      select ${next(sql`>= ${beginning}`)}, 1
      union all
      select ${next(sql`> meant.word`)}, n + 1 from meant where meant.word is not null and n < ${mostMeant}
    ) select word from meant where word is not null`);
  return [...rows].map(({ word }) => word);
}
