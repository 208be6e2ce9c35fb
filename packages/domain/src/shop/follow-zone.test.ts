import { setTimeout as sleep } from "node:timers/promises";
import { sql, type Transaction, tables } from "@kept/database";
import { toDecimal } from "@kept/money";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { reconcileAccount } from "../reconciliation/index.ts";
import { foldFigures, homeFigures, liability, sumCredits } from "../report/index.ts";
import {
  brisk,
  customerOf,
  expectBooksToAgree,
  openWorld,
  shirtOrders,
  startIssuing,
  type TestWorld,
  workUntilSettled,
} from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { workerContext } from "./find-shop.ts";
import { followZone } from "./follow-zone.ts";
import { checkShop } from "./index.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Twenty-five hours apart: whatever the moment, it is not the same day in both. */
const [earliest, latest] = ["Pacific/Kiritimati", "Pacific/Pago_Pago"] as const;

let world: TestWorld;

/** A credit that is folded and partly spent, and one that is too new to be folded. */
beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(4301, 3), ...brisk });
  const { orderGid } = await startIssuing(world, "#4301");
  await workUntilSettled(world);
  const ada = await customerOf(world, orderGid);
  await world.standIn.buyWithCredit(world.domain, ada);
  const { creditLanes } = tables;
  const lanes = await world.owner.inShop((tx) => tx.select().from(creditLanes));
  for (const { id } of lanes) await reconcileAccount(world.owner, id);
  await anHourLater();
  await foldFigures(world.owner);
  await startIssuing(world, "#4302");
  await workUntilSettled(world);
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

async function anHourLater() {
  const later = sql`interval '1 hour'`;
  await acrossAllShops(world.tools, async (tx) => {
    await tx.execute(sql`set local role none`);
    await tx.execute(sql`alter table ledger_entries disable trigger history`);
    await tx.execute(sql`update ledger_entries set posted_at = posted_at - ${later}`);
    await tx.execute(sql`alter table ledger_entries enable trigger history`);
    await tx.execute(sql`update redeeming_orders set seen_at = seen_at - ${later}`);
    await tx.execute(sql`update credits set first_spent_seen_at = first_spent_seen_at - ${later}`);
    await tx.execute(sql`update figure_marks set folded_to = folded_to - ${later}`);
  });
}

/** The shop as whoever comes next finds it. */
async function shopNow() {
  const ctx = await workerContext(world.tools, world.owner.shop.id);
  if (!ctx) throw new Error("The shop is not there");
  return ctx;
}

/** The days in a zone on which money moved, first to last. */
function daysIn(zone: string): Promise<string[]> {
  return world.owner.inShop(async (tx) => {
    const rows = await tx.execute<{ day: string }>(
      sql`select distinct (happened_at at time zone ${zone})::date::text as day from ledger_entries order by 1`,
    );
    return [...rows].map(({ day }) => day);
  });
}

async function daysOfSums() {
  const { creditSums, figureDays, owedSums } = tables;
  const days = await world.owner.inShop(async (tx) => [
    ...(await tx.select({ day: creditSums.day }).from(creditSums)),
    ...(await tx.select({ day: owedSums.day }).from(owedSums)),
    ...(await tx.select({ day: figureDays.day }).from(figureDays)),
  ]);
  return [...new Set(days.map(({ day }) => day))].sort();
}

/** What the figures come to, whatever their days are. */
async function figures() {
  const ctx = await shopNow();
  const { kept, bonusSpent, unspent, used } = await homeFigures(ctx);
  const [owed] = await liability(ctx);
  return [kept, bonusSpent, unspent, used.redeemed, owed?.total.left].map((sum) => sum && toDecimal(sum));
}

test("a zone across a day's border moves every sum of a day, and none of what they come to", async () => {
  await followZone(await shopNow(), earliest);
  const before = await figures();
  const there = await daysIn(earliest);
  expect(await daysOfSums()).toEqual(there);
  expect(await countOf(there)).toBe(2);

  await followZone(await shopNow(), latest);
  await followZone(await shopNow(), latest);
  const here = await daysIn(latest);
  expect(here.filter((day) => there.includes(day))).toEqual([]);
  expect(await daysOfSums()).toEqual(here);
  expect([await countOf(here), await countOf(there)]).toEqual([2, 0]);
  expect(await figures()).toEqual(before);

  // What was posted before and is folded by somebody who still knows the zone before goes to the days of the new one.
  await anHourLater();
  await foldFigures(world.owner);
  expect(await daysOfSums()).toEqual(here);
  expect(await figures()).toEqual(before);
});

async function countOf(days: readonly string[]): Promise<number> {
  const [sums] = await sumCredits(await shopNow(), { from: days[0], to: days.at(-1) });
  return sums?.count ?? 0;
}

test("money that is just being written down is waited for, and none is counted by the days of the zone before", async () => {
  let change: Promise<void> | undefined;
  await world.owner.inShop(async (tx) => {
    await tx.execute(sql`update credits set state = 'review'`);
    change = followZone(await shopNow(), earliest);
    await untilSomebodyWaits(tx);
    await tx.execute(sql`update credits set state = 'unspent' where spent_minor = 0`);
  });
  await change;
  expect(await daysOfSums()).toEqual(await daysIn(earliest));
  await world.owner.inShop((tx) =>
    tx.execute(sql`update credits set state = 'partly_used' where spent_minor > 0`),
  );
});

async function untilSomebodyWaits(tx: Transaction) {
  for (;;) {
    const [row] = await tx.execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from pg_locks l join pg_database d on d.oid = l.database
       where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`);
    if (row?.waiting) return;
    await sleep(20);
  }
}

test("a zone nobody knows is not followed, and Shopify's own is, with what the shop is called", async () => {
  await followZone(await shopNow(), "Mars/Olympus_Mons");
  expect((await shopNow()).shop.timeZone).toBe(earliest);
  const { shops } = tables;
  await world.owner.inShop((tx) => tx.update(shops).set({ name: "Before", locale: "fr" }));
  const { name, timeZone, locale } = world.owner.shop;
  await checkShop(await shopNow());
  expect((await shopNow()).shop).toMatchObject({ name, timeZone, locale });
});
