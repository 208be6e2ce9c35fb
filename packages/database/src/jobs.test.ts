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
  await expect.poll(() => ran, { timeout: 15_000 }).toEqual(["night"]);
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
