import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Jobs, openJobs } from "./jobs.ts";

let admin: postgres.Sql;
let earlier: Jobs;
let jobs: Jobs;
const ran: string[] = [];
const task = (name: string, cron: string) => ({ name, cron, run: async () => void ran.push(name) });

beforeAll(async () => {
  const name = `jobs_${process.pid}_${Date.now()}`;
  const maintenance = postgres(inject("postgres"), { max: 1, onnotice: () => {} });
  await maintenance.unsafe(`create database ${name}`);
  await maintenance.end();
  const url = new URL(`/${name}`, inject("postgres")).href;
  admin = postgres(url, { max: 1, onnotice: () => {} });
  const onError = (error: Error) => {
    throw error;
  };
  earlier = await openJobs(url, { takes: false, onError });
  jobs = await openJobs(url, { takes: true, onError });
});

afterAll(async () => {
  await jobs.stop();
  await admin.end();
});

test("the clock's tasks are those of this version: new ones begin, changed ones change, old ones end", async () => {
  await earlier.every([task("sweep", "*/5 * * * *"), task("remind", "0 8 * * *")]);
  await earlier.stop();
  await jobs.every([task("sweep", "*/10 * * * *"), task("night", "7 * * * *")]);
  const rows = await admin`select key, cron from pgboss.schedule where name = 'periodic' order by key`;
  expect(rows.map(({ key, cron }) => `${key} ${cron}`)).toEqual(["night 7 * * * *", "sweep */10 * * * *"]);
});

test("a tick does its own task, and no other", async () => {
  await admin`insert into pgboss.job (name, data, policy, singleton_key) values ('periodic', '{"task":"night"}', 'exclusive', 'night')`;
  await expect.poll(() => ran).toEqual(["night"]);
});

test("one task is not done twice at the same time", async () => {
  const again = admin.begin(async (tx) => {
    const waiting = {
      name: "periodic",
      data: tx.json({ task: "x" }),
      policy: "exclusive",
      singleton_key: "x",
    };
    await tx`insert into pgboss.job ${tx(waiting)}`;
    await tx`insert into pgboss.job ${tx(waiting)}`;
  });
  await expect(again).rejects.toThrow("unique");
});

test("look-ups that were put off are all taken at once when their time comes, and one that fails fails alone", async () => {
  await admin`insert into pgboss.job (name, data, retry_limit)
    select 'look_up', jsonb_build_object('shopId', 'bloom', 'id', n), 0 from generate_series(1, 60) n`;
  const taken: string[] = [];
  await jobs.work("look_up", 2, async ({ id }) => {
    taken.push(String(id));
    if (Number(id) === 7) throw new Error("This one cannot be found");
  });
  await expect.poll(() => taken.length).toBe(60);
  const state = () =>
    admin`select count(*)::int as many from pgboss.job where name = 'look_up' and state = 'completed'`;
  await expect.poll(async () => (await state())[0]?.many).toBe(59);
});

test("news that gathered are handed over together, and one that fails fails alone", async () => {
  await admin`insert into pgboss.job (name, data, retry_limit)
    select 'news', jsonb_build_object('shopId', 'bloom', 'id', n::text), 0 from generate_series(1, 150) n`;
  const taken: number[] = [];
  await jobs.gather("news", async (many) => {
    taken.push(many.length);
    return new Map(many.filter(({ id }) => id === "7").map(({ id }) => [id, new Error("Shopify is away")]));
  });
  const ended = () =>
    admin`select state, count(*)::int as many, max(output ->> 'message') as why from pgboss.job where name = 'news' group by 1 order by 1`;
  await expect.poll(ended).toMatchObject([
    { state: "completed", many: 149 },
    { state: "failed", many: 1, why: "Shopify is away" },
  ]);
  // Who of two takers gets how many is chance; that none of them is handed over alone is not.
  expect(taken.reduce((all, each) => all + each, 0)).toBe(150);
  expect(taken.length).toBeLessThan(10);
});
