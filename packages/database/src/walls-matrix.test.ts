import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

/**
 * Every table that exists × every verb × another shop's row: made from the catalogue, so that a table nobody thought
 * of is tried too. Its rows are made up by type; constraints and triggers are off while they are put there.
 */
const bloom = "00000000-0000-7000-8000-00000000000b";
const fjord = "00000000-0000-7000-8000-00000000000f";
let admin: postgres.Sql;
let shared: postgres.Sql;
let tables: { name: string; tenant: string }[];

beforeAll(async () => {
  const name = `matrix_${process.pid}_${Date.now()}`;
  const maintenance = postgres(inject("postgres"), { max: 1, onnotice: () => {} });
  await maintenance.unsafe(`create database ${name}`);
  await maintenance.end();
  const url = new URL(`/${name}`, inject("postgres")).href;
  admin = postgres(url, { max: 1, onnotice: () => {} });
  shared = postgres(url, { max: 2, onnotice: () => {}, prepare: false });
  tables = await admin<{ name: string; tenant: string }[]>`
    select c.relname as name, case c.relname when 'shops' then 'id' else 'shop_id' end as tenant
      from pg_class c where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
       and (c.relname = 'shops' or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id' and not a.attisdropped))
     order by 1`;
  for (const { name, tenant } of tables)
    for (const shop of [bloom, fjord]) await madeUp(name, { [tenant]: shop });
});
afterAll(async () => {
  await admin.end();
  await shared.end();
});

/** A row whose columns hold something of their type. */
async function madeUp(table: string, given: Record<string, string>): Promise<void> {
  const columns = await admin<{ name: string; type: string }[]>`
    select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
     where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`;
  const values = columns.map(({ name, type }) =>
    given[name] ? `'${given[name]}'` : some(name, type, given),
  );
  const checks = await checksOf(table);
  if (checks.length > 0)
    await admin.unsafe(
      `alter table "${table}" ${checks.map((check) => `drop constraint "${check}"`).join(", ")}`,
    );
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(
      `insert into "${table}" (${columns.map(({ name }) => `"${name}"`)}) values (${values}) on conflict do nothing`,
    );
  });
}

/** Checks say which combinations are legal; walls must hold for the others too. */
async function checksOf(table: string): Promise<string[]> {
  const checks = await admin<{ name: string }[]>`
    select conname as name from pg_constraint where conrelid = ${table}::regclass and contype = 'c'`;
  return checks.map(({ name }) => name);
}

function some(name: string, type: string, given: Record<string, string>): string {
  const mark = Object.values(given)[0]?.at(-1) ?? "x";
  const made: Record<string, string> = {
    uuid: "uuidv7()",
    text: `'${name}-${mark}'`,
    character: "'USD'",
    "text[]": "array['x']",
    jsonb: "'{}'",
    bytea: `'\\x0${mark}'`,
    boolean: "true",
    date: "now()::date",
    "timestamp with time zone": "now()",
  };
  return made[type] ?? "1";
}

/** One statement as the app in a shop's turn; `none` is a turn without a shop. */
function inTurnOf<T extends readonly object[]>(shop: string | null, statement: string): Promise<T> {
  return shared.begin(async (tx) => {
    await tx`select set_config('role', 'kept_app', true), set_config('app.shop', ${shop ?? ""}, true)`;
    return tx.unsafe(statement);
  }) as Promise<T>;
}

test("every table with a shop is tried, and has a row of each shop to be tried with", async () => {
  expect(tables.length).toBeGreaterThan(25);
  for (const { name, tenant } of tables) {
    const [row] = await admin.unsafe(
      `select count(distinct "${tenant}")::int as n from "${name}" where "${tenant}" in ('${bloom}', '${fjord}')`,
    );
    expect([name, row?.n]).toEqual([name, 2]);
  }
});

test("no verb reaches another shop's row, in any table", async () => {
  const reached: string[] = [];
  for (const { name, tenant } of tables) {
    const foreign = `"${tenant}" = '${fjord}'`;
    const attempts = [
      `select 1 from "${name}" where ${foreign}`,
      `update "${name}" set "${tenant}" = "${tenant}" where ${foreign} returning 1`,
      `delete from "${name}" where ${foreign} returning 1`,
      `insert into "${name}" select * from (select (jsonb_populate_record(null::"${name}", to_jsonb(t) || '{"${tenant}":"${fjord}"}')).* from "${name}" t limit 1) x returning 1`,
    ];
    for (const attempt of attempts) {
      const rows = await inTurnOf<object[]>(bloom, attempt).catch((error: { code?: string }) =>
        refusals.includes(error.code ?? "") ? [] : [error],
      );
      if (rows.length > 0) reached.push(`${attempt}: ${JSON.stringify(rows[0])}`);
    }
  }
  expect(reached).toEqual([]);
});

/** No right to it, or a row the wall does not let in; generated columns take no value from anybody. */
const refusals = ["42501", "428C9"];

test("without a shop there are no rows in any table the app may read, and no error that tells something", async () => {
  for (const { name } of tables) {
    const rows = await inTurnOf<{ n: number }[]>(null, `select count(*)::int as n from "${name}"`).catch(
      (error: { code?: string }) => [{ n: error.code === "42501" ? 0 : -1 }],
    );
    expect([name, rows[0]?.n]).toEqual([name, 0]);
  }
});

test("a thousand shops on two connections each see their own row and no other", {
  timeout: 60_000,
}, async () => {
  const shops = Array.from(
    { length: 1_000 },
    (_, i) => `00000000-0000-7000-9000-${String(i).padStart(12, "0")}`,
  );
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into policy_versions (shop_id, version, policy, saved_by)
      select s::uuid, 1, '{}', 'test' from unnest(${shops}::text[]) s`;
  });
  const seen = await Promise.all(
    shops.map((shop) => inTurnOf<{ shop_id: string }[]>(shop, "select shop_id from policy_versions")),
  );
  expect(seen.every((rows, i) => rows.length === 1 && rows[0]?.shop_id === shops[i])).toBe(true);
});
