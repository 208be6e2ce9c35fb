import { randomUUID } from "node:crypto";
import { sql } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type TestWorld } from "../testing/index.ts";
import { forgetCustomer } from "./forget-customer.ts";

/**
 * Every column of every table that could hold a person's address, made from the catalogue, so that one nobody thought of
 * is searched too. Rows are made up by type; constraints and triggers are off while they are put there.
 */
const email = "planted@example.com";
let world: TestWorld;

beforeAll(async () => {
  world = await openWorld({ orders: [] });
});
afterAll(() => world.close({ rows: "planted" }));

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** Audit entries are chained and only ever hold ids; the search words of returns are made by the database from their rows. */
const heldOtherwise = ["audit_entries", "return_words"];

async function columns(): Promise<readonly Column[]> {
  return world.tools.database.execute<Column & Record<string, string>>(sql`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
      from pg_class c
      join pg_attribute s on s.attrelid = c.oid and s.attname = 'shop_id' and not s.attisdropped
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and c.relname not in (${sql.join(
         heldOtherwise.map((name) => sql`${name}`),
         sql`, `,
       )})
     order by 1, a.attnum`);
}

async function plant(table: string, row: readonly Column[]): Promise<void> {
  const { database } = world.tools;
  const checks = await database.execute<{ name: string }>(
    sql`select conname as name from pg_constraint where conrelid = ${table}::regclass and contype in ('c', 'f')`,
  );
  const raw = (text: string) => sql.raw(text);
  for (const { name } of checks)
    await database.execute(raw(`alter table "${table}" drop constraint "${name}"`));
  await database.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    const names = row.map(({ name }) => `"${name}"`).join(", ");
    const values = row.map(({ name, type }) =>
      name === "shop_id" ? `'${world.owner.shop.id}'` : (made[type] ?? "1"),
    );
    await tx.execute(raw(`delete from "${table}"`));
    await tx.execute(raw(`insert into "${table}" (${names}) values (${values.join(", ")})`));
  });
}

const made: Readonly<Record<string, string>> = {
  text: `'To ${email}!'`,
  jsonb: `'{"said":["To ${email.toUpperCase()}"]}'`,
  uuid: "uuidv7()",
  character: "'USD'",
  "text[]": "array['x']",
  bytea: "'\\x01'",
  boolean: "true",
  date: "now()::date",
  "timestamp with time zone": "now()",
};

test("whatever row of whatever table says somebody's address, it is gone once they are forgotten", async () => {
  const byTable = Map.groupBy(await columns(), ({ table }) => table);
  const standing = async () => {
    const found: string[] = [];
    for (const table of byTable.keys()) {
      const rows = await world.tools.database.execute<{ hits: number }>(
        sql`select count(*)::int as hits from ${sql.identifier(table)} t where to_jsonb(t)::text ilike ${`%${email}%`}`,
      );
      if ((rows[0]?.hits ?? 0) > 0) found.push(table);
    }
    return found;
  };
  for (const [table, row] of byTable) await plant(table, row);
  const able = [...byTable].filter(([, row]) => row.some(({ type }) => type === "text" || type === "jsonb"));
  expect(able.length).toBeGreaterThan(25);
  expect(await standing()).toEqual(able.map(([table]) => table));

  const person = { customerId: "gid://shopify/Customer/1", email, phone: null, orderIds: [] };
  await forgetCustomer(world.owner, { requestId: randomUUID(), person });
  expect(await standing()).toEqual([]);
});
