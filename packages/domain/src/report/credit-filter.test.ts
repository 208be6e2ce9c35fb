import { sql } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type TestWorld } from "../testing/index.ts";
import { endOf, startOf } from "./credit-filter.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openWorld({ orders: [] });
});
afterAll(() => world.close({ rows: "planted" }));

/** Places whose clocks are changed at midnight, an hour before or after it, by half an hour, or not at all. */
const zones = [
  "Atlantic/Azores",
  "America/Havana",
  "America/Santiago",
  "America/Asuncion",
  "Africa/Cairo",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "America/New_York",
  "Asia/Tokyo",
];

test.each(zones)("a day of %s begins with its first instant and ends where the next begins", async (zone) => {
  const ctx = { ...world.owner, shop: { ...world.owner.shop, timeZone: zone } };
  const wrong = await world.owner.inShop(async (tx) => {
    const days = sql`generate_series('2024-01-01'::date, '2027-12-31'::date, '1 day')`;
    const [start, end] = [startOf, endOf].map((edge) => edge(ctx, sql`day`));
    const rows = await tx.execute<{ day: string }>(sql`
      select day::date::text as day from ${days} day, lateral (select ${start} as starts, ${end} as ends) edges
       where (starts at time zone ${zone})::date <> day::date or ((starts - interval '1 second') at time zone ${zone})::date >= day::date
          or ((ends - interval '1 second') at time zone ${zone})::date <> day::date`);
    return [...rows].map(({ day }) => day);
  });
  expect(wrong).toEqual([]);
});
