import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { acrossShops, type Database, inShop, openDatabase } from "./connection.ts";
import * as tables from "./tables/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: string;
  }
}

const bloom = "00000000-0000-7000-8000-00000000000b";
const fjord = "00000000-0000-7000-8000-00000000000f";
let admin: postgres.Sql;
let database: Database;

beforeAll(async () => {
  const name = `walls_${process.pid}_${Date.now()}`;
  const maintenance = postgres(inject("postgres"), { max: 1, onnotice: () => {} });
  await maintenance.unsafe(`create database ${name}`);
  await maintenance.end();
  const url = new URL(`/${name}`, inject("postgres")).href;
  admin = postgres(url, { max: 1, onnotice: () => {} });
  database = openDatabase(url, { max: 2 });
  await acrossShops(database, async (tx) => {
    const [org] = await tx
      .insert(tables.organizations)
      .values({ name: "Two shops", kind: "agency" })
      .returning();
    for (const [id, handle] of [
      [bloom, "bloom"],
      [fjord, "fjord"],
    ] as const) {
      await tx.insert(tables.shops).values({
        id,
        organizationId: org?.id ?? "",
        domain: `${handle}.myshopify.com`,
        handle,
        name: handle,
        currency: "USD",
        timeZone: "UTC",
        locale: "en",
      });
      await tx.insert(tables.policyVersions).values({ shopId: id, version: 1, policy: {}, savedBy: "test" });
    }
  });
});

afterAll(async () => {
  await database.$client.end();
  await admin.end();
});

test("every table with a shop has its wall up, for its owner too, and a policy for each door", async () => {
  const open = await admin`
    select c.relname from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and (c.relname = 'shops' or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id'))
      and not (c.relrowsecurity and c.relforcerowsecurity
        and (select array_agg(p.polname::text order by p.polname) from pg_policy p where p.polrelid = c.oid)
          = array['across', 'own_shop', 'redaction'])`;
  expect(open.map((row) => row.relname)).toEqual([]);
});

test("the roles of the doors own nothing and bypass nothing", async () => {
  const strong = await admin`
    select r.rolname from pg_roles r where r.rolname in ('kept_app', 'kept_across', 'kept_redactor')
      and (r.rolsuper or r.rolbypassrls or r.rolcanlogin
        or exists (select 1 from pg_class c where c.relowner = r.oid))`;
  expect(strong).toHaveLength(0);
});

test("every reference between shops' rows names the shop as well", async () => {
  const loose = await admin`
    select con.conrelid::regclass::text as from, con.conname as name from pg_constraint con
    where con.contype = 'f' and con.connamespace = 'public'::regnamespace
      and exists (select 1 from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'shop_id')
      and exists (select 1 from pg_attribute a where a.attrelid = con.confrelid and a.attname = 'shop_id')
      and not exists (select 1 from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'shop_id' and a.attnum = any (con.conkey))`;
  expect(loose).toEqual([]);
});

test("a shop sees its own rows without asking for them, and nothing of another's", async () => {
  const seen = await inShop(database, bloom, (tx) => tx.select().from(tables.policyVersions));
  expect(seen.map((row) => row.shopId)).toEqual([bloom]);
  expect(await inShop(database, bloom, (tx) => tx.select().from(tables.shops))).toHaveLength(1);
  expect(await acrossShops(database, (tx) => tx.select().from(tables.policyVersions))).toHaveLength(2);
});

test("a shop cannot write into another", async () => {
  const writing = inShop(database, bloom, (tx) =>
    tx.insert(tables.policyVersions).values({ shopId: fjord, version: 2, policy: {}, savedBy: "intruder" }),
  );
  await expect(writing).rejects.toThrow();
});

test("a door that does not open lets nothing through, although what is asked travels with the knock", async () => {
  const before = await acrossShops(database, (tx) => tx.select().from(tables.policyVersions));
  const inside = { asked: false };
  const knocking = inShop(database, "\0", async (tx) => {
    inside.asked = true;
    const row = { shopId: bloom, version: 7, policy: {}, savedBy: "intruder" };
    await tx.insert(tables.policyVersions).values(row);
  });
  await expect(knocking).rejects.toThrow();
  expect(inside.asked).toBe(true);
  expect(await acrossShops(database, (tx) => tx.select().from(tables.policyVersions))).toEqual(before);
});

test("without a shop there are no rows, and no error that would tell something", async () => {
  const [row] = await admin.begin(async (tx) => {
    await tx`select set_config('role', 'kept_app', true)`;
    return tx`select count(*)::int as n from policy_versions`;
  });
  expect(row?.n).toBe(0);
});

test("history cannot be rewritten, not even by the owner", async () => {
  await expect(admin`update policy_versions set policy = '{"a":1}'`).rejects.toThrow("history");
  await expect(admin`delete from policy_versions`).rejects.toThrow("history");
});

test("a posting that does not sum to zero does not commit", async () => {
  const posting = inShop(database, bloom, (tx) =>
    tx.insert(tables.ledgerEntries).values({
      shopId: bloom,
      postingId: bloom,
      account: "refunds",
      amountMinor: 100n,
      currency: "USD",
      remoteGid: "gid://shopify/Refund/1",
      cause: "base",
      actor: "test",
    }),
  );
  await expect(posting).rejects.toThrow("does not sum to zero");
});
