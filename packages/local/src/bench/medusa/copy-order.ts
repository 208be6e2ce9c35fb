import postgres from "postgres";

/**
 * Copies the one order of Medusa's shop so many times, with its lines, changes and parcels: every return has an order of
 * its own. A copy is known by its number, which ends each of its ids, in six digits.
 */
export async function copyOrder(url: string, times: number): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const tables = await sql<{ name: string }[]>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and (table_name like 'order%' or table_name like 'fulfillment%')`;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`; // rows of a table that comes later are named already
    for (const { name } of tables)
      await tx`with original as materialized (
          select regexp_replace(to_jsonb(t)::text, ${itsIds}, '"\\1#"', 'g') as row
          from ${tx(name)} t where t.id ~ '^(ord|ful)[a-z]*_')
        insert into ${tx(name)} select copy.* from original, generate_series(1, ${times}::int) n,
          jsonb_populate_record(null::${tx(name)}, replace(row, '#"', lpad(n::text, 6, '0') || '"')::jsonb) copy`;
  });
  await sql`vacuum analyze`;
  await sql.end();
}

const itsIds = '"((ord|ful)[a-z]*_[0-9A-Z]{20})[0-9A-Z]{6}"';
