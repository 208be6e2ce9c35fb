import { type SQL, sql } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiKey, revokeApiKey } from "../api-key/index.ts";
import { homeFigures } from "../report/index.ts";
import { addNote, declineReturn } from "../return/index.ts";
import { askForReturn, openWorld, type TestWorld, value } from "../testing/index.ts";
import { readAudit, readWholeness, walkAuditLogs } from "./index.ts";

let world: TestWorld;
let asked: number;

beforeAll(async () => {
  world = await openWorld({
    orders: [{ name: "#1001", lines: [{ title: "Linen shirt", price: "20.00", quantity: 2 }] }],
  });
  const { key } = value(await createApiKey(world.owner, { name: "Warehouse" }));
  value(await revokeApiKey(world.owner, { id: key.id }));
  const { number } = await askForReturn(world, { order: "#1001" });
  asked = number;
  for (let i = 0; i < 20; i += 1) value(await addNote(world.owner, { number, text: `Note ${i}` }));
  value(await declineReturn(world.owner, { number, reason: "Worn" }));
});
afterAll(() => world.close());

test("what members do is written down, who and what, and never a customer's words", async () => {
  const { rows } = value(await readAudit(world.owner));
  expect(rows.map(({ act }) => act)).toEqual([
    "return.declined",
    ...Array(20).fill("return.note"),
    "key.revoked",
    "key.created",
  ]);
  const about = rows.map(({ act, returnNumber }) => act.startsWith("return.") === (returnNumber === asked));
  expect(about).not.toContain(false);
  expect(rows.every(({ actor }) => actor.kind === "member" && actor.name === "Olivia Bloom")).toBe(true);
  expect(JSON.stringify(rows)).not.toContain("Lovelace");
  expect(await readAudit({ ...world.owner, role: "viewer" })).toMatchObject({
    error: { code: "NotAllowed" },
  });
  expect(value(await readAudit(world.owner, { act: "key." })).rows).toHaveLength(2);
});

test("no door changes or removes an entry, nor moves the head by itself", async () => {
  for (const statement of [
    sql`update audit_entries set act = 'nothing'`,
    sql`delete from audit_entries`,
    sql`update audit_heads set seq = seq + 1`,
    sql`update audit_heads set seq = 0`,
  ])
    await expect(world.owner.inShop((tx) => tx.execute(statement))).rejects.toThrow();
  expect(await readWholeness(world.owner)).toEqual({ firstBad: null, walkedAt: null });
});

const tamperings: readonly [how: string, bad: number, ...statements: SQL[]][] = [
  ["one that is changed", 7, sql`update audit_entries set act = 'return.approved' where seq = 7`],
  ["one whose time is changed", 3, sql`update audit_entries set happened_at = now() where seq = 3`],
  ["one that is missing", 9, sql`delete from audit_entries where seq = 9`],
  ["the newest that is missing", 23, sql`delete from audit_entries where seq = 23`],
  [
    "two that changed places",
    4,
    sql`update audit_entries set seq = case seq when 4 then 1005 when 5 then 1004 end where seq in (4, 5)`,
    sql`update audit_entries set seq = seq - 1000 where seq > 1000`,
  ],
  [
    "one that was put in, with a hash that fits",
    24,
    sql`insert into audit_entries select shop_id, 24, now(), act, actor, ip, subject, before_hash, after_hash, detail, hash, hash from audit_entries where seq = 23`,
    sql`update audit_entries e set hash = audit_hash(e) where seq = 24`,
  ],
];

test.each(tamperings)("whoever gets past all of it is found out: %s", async (_, bad, ...statements) => {
  const tampering = world.tools.database.transaction(async (tx) => {
    // As the owner of everything, with every trigger switched off.
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(statement);
    const [row] = await tx.execute<{ bad: string }>(
      sql`select audit_first_bad(${world.owner.shop.id}) as bad`,
    );
    throw new Found(Number(row?.bad));
  });
  await expect(tampering).rejects.toEqual(new Found(bad));
  expect(await readWholeness(world.owner)).toEqual({ firstBad: null, walkedAt: null });
});

/** Another value of every type that an entry has. */
const other: Readonly<Record<string, (column: string) => string>> = {
  "timestamp with time zone": (column) => `${column} + interval '1 microsecond'`,
  text: (column) => `coalesce(${column}, '') || 'x'`,
  jsonb: (column) => `${column} || '{"x":1}'`,
  bytea: () => "'\\x01'",
};

test("whichever entry is changed in whichever of its columns, taken out, moved or doubled: it is found, and named", async () => {
  const columns = await world.tools.database.execute<{ name: string; type: string }>(sql`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = 'audit_entries'::regclass and attnum > 0 and not attisdropped
       and attname not in ('shop_id', 'seq')`);
  expect(columns.length).toBeGreaterThan(8);
  const moved = (from: number, by: number) => [
    `update audit_entries set seq = seq + 1000 where seq >= ${from}`,
    `update audit_entries set seq = seq - 1000 + ${by} where seq > 1000`,
  ];
  const ways = (n: number): { bad: number; statements: string[] }[] => [
    ...columns.map(({ name, type }) => ({
      bad: n,
      statements: [`update audit_entries set ${name} = ${other[type]?.(name)} where seq = ${n}`],
    })),
    { bad: n, statements: [`delete from audit_entries where seq = ${n}`] },
    { bad: n, statements: [`delete from audit_entries where seq = ${n}`, ...moved(n, -1)] },
    {
      bad: n + 1,
      statements: [
        ...moved(n + 1, 1),
        `insert into audit_entries select shop_id, ${n + 1}, happened_at, act, actor, ip, subject, before_hash, after_hash, detail, previous_hash, hash from audit_entries where seq = ${n}`,
      ],
    },
  ];
  const missed: string[] = [];
  const tampering = world.tools.database.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    const [{ last = 0 } = {}] = await tx.execute<{ last: number }>(
      sql`select max(seq)::int as last from audit_entries`,
    );
    for (let n = 1; n <= last; n += 1)
      for (const { bad, statements } of ways(n)) {
        await tx.execute(sql`savepoint untouched`);
        for (const statement of statements) await tx.execute(sql.raw(statement));
        const [row] = await tx.execute<{ bad: number | null }>(
          sql`select audit_first_bad(${world.owner.shop.id})::int as bad`,
        );
        if (row?.bad !== bad) missed.push(`${statements.join("; ")}: ${row?.bad}`);
        await tx.execute(sql`rollback to savepoint untouched`);
      }
    throw new Found(last);
  });
  await expect(tampering).rejects.toEqual(new Found(23));
  expect(missed).toEqual([]);
});

test("a view goes on from last night's walk; what is changed behind it is found by the next one, and stands on Home", async () => {
  await walkAuditLogs(world.tools);
  value(await createApiKey(world.owner, { name: "Shop floor" }));
  expect(await readWholeness(world.owner)).toEqual({ firstBad: null, walkedAt: expect.any(Date) });
  const act = (seq: number, to: string) => sql`update audit_entries set act = ${to} where seq = ${seq}`;

  await tamper(act(24, "return.approved"));
  expect((await readWholeness(world.owner)).firstBad).toBe(24);
  await tamper(act(24, "key.created"));

  await tamper(sql`update audit_entries set hash = hash || '\\x00' where seq = 23`);
  expect((await readWholeness(world.owner)).firstBad).toBe(23); // the one it goes on from
  await tamper(sql`update audit_entries set hash = substring(hash from 1 for 32) where seq = 23`);

  await tamper(act(7, "return.approved"));
  expect((await readWholeness(world.owner)).firstBad).toBeNull();
  expect(await readWholeness(world.owner, { all: true })).toEqual({ firstBad: 7, walkedAt: null });
  await walkAuditLogs(world.tools);
  await walkAuditLogs(world.tools);
  expect((await readWholeness(world.owner)).firstBad).toBe(7);
  const alerts = async () => (await homeFigures(world.owner)).needsYou.alerts;
  expect(await alerts()).toMatchObject([{ about: "audit_log" }]);

  await tamper(act(7, "return.note"));
  await walkAuditLogs(world.tools);
  expect((await readWholeness(world.owner)).firstBad).toBeNull();
  expect(await alerts()).toEqual([]);
});

test("nobody who acts in a shop may say how far its log was gone through", async () => {
  for (const statement of [sql`update audit_walks set walked_to = 1`, sql`delete from audit_walks`])
    await expect(world.owner.inShop((tx) => tx.execute(statement))).rejects.toThrow();
});

/** As the owner of everything, with every trigger switched off. */
function tamper(statement: SQL) {
  return world.tools.database.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(statement);
  });
}

/** Carries what was found out of a transaction that must not stay. */
class Found extends Error {
  constructor(seq: number) {
    super(`Entry ${seq}`);
  }
}
