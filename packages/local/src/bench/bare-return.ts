import { randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";

/** The rows one return leaves, as JSON, one after the other as they are written. */
export type ReturnRows = readonly {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}[];

/** Reads what a return of the portal left, so that a bare server can write the same again. */
export async function rowsOfReturn(sql: postgres.Sql, shopId: string, key: string): Promise<ReturnRows> {
  const [found] = await sql`select id from returns where shop_id = ${shopId} and key = ${key}`;
  const of = async (table: string, column: string) => {
    const rows = await sql`select to_jsonb(t) as row from ${sql(table)} t
      where shop_id = ${shopId} and ${sql(column)} = ${found?.id ?? null} order by id`;
    return rows.map(({ row }) => ({ table, row }));
  };
  const tables = ["quotes", "return_lines", "resolutions", "return_events", "notifications"];
  const all = [of("returns", "id"), ...tables.map((table) => of(table, "return_id"))];
  return (await Promise.all(all)).flat();
}

/** Writes such rows under a new number, in one transaction, with the jobs that follow; those are put off, nobody takes them. */
export async function writeAgain(
  sql: postgres.Sql,
  shopId: string,
  rows: ReturnRows,
): Promise<{ key: string }> {
  const [id, quoteId] = [randomUUID(), randomUUID()];
  const key = randomBytes(16).toString("base64url");
  await sql.begin(async (tx) => {
    const [shop] =
      await tx`update shops set next_return_number = next_return_number + 1 where id = ${shopId} returning next_return_number - 1 as number`;
    const itself = { id, key, number: shop?.number, draft_id: null, quote_id: quoteId };
    for (const { table, row } of rows) {
      const own = table === "quotes" ? quoteId : randomUUID();
      const beside = { id: own, return_id: id, quote_id: quoteId, dedupe_key: own };
      await insert(tx, table, row, table === "returns" ? itself : beside);
    }
    for (const queue of ["post", "mirror"])
      await tx`insert into pgboss.job (name, data, start_after) values (${queue}, ${tx.json({ shopId, id })}, now() + interval '1 day')`;
  });
  return { key };
}

/** What the table works out itself. */
const generated = ["stage", "total_minor"];

/** The row with what is its own in place of what was another's. */
async function insert(
  tx: postgres.TransactionSql,
  table: string,
  row: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
) {
  const columns = Object.keys(row).filter((name) => !generated.includes(name));
  const values = Object.fromEntries(columns.map((name) => [name, name in own ? own[name] : row[name]]));
  await tx`insert into ${tx(table)} (${tx(columns)})
    select ${tx(columns)} from jsonb_populate_record(null::${tx(table)}, ${tx.json(values as never)})`;
}
