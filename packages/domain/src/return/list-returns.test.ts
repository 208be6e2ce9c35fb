import { sql, tables } from "@kept/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type TestWorld } from "../testing/index.ts";
import { plansOf } from "../testing/plans.ts";
import { plantReturns } from "../testing/plant-returns.ts";
import { countReturns, listReturns } from "./list-returns.ts";
import { nextRequest } from "./next-request.ts";
import { type ReturnSort, returnSorts, returnViews } from "./return-filters.ts";
import { removeView, savedViewsOf, saveView } from "./saved-views.ts";

let world: TestWorld;
const planted = 3_000;

beforeAll(async () => {
  world = await openWorld({ orders: [] });
  await plantReturns(world.tools, { shopId: world.owner.shop.id, count: planted });
});
afterAll(() => world.close({ rows: "planted" }));

/** Counting stops after a thousand rows, so that it may read them in whatever order they lie. */
const counts = /^Result.*\n\s+InitPlan 1\n\s+->\s+Aggregate/;
const unindexed = /Sort(?! Key)|Seq Scan on (returns|return_lines|return_words)/;

describe("every list is read from an index, without sorting", () => {
  const filters = [
    {},
    { resolution: "store_credit" as const },
    { olderThanDays: 3 },
    { withinDays: 30 },
    { status: "in_transit" as const },
    { search: "planted" },
    { search: "shirt" },
    { search: "ada lin" },
    { search: "R-1500" },
    { search: "customer77@example.com" },
    { search: "shirt", status: "in_transit" as const },
    { search: "ada", resolution: "store_credit" as const, withinDays: 30 },
    { resolution: "store_credit" as const, olderThanDays: 3 },
  ];
  const cases = returnViews.flatMap((view) => filters.map((filter) => ({ view, ...filter })));

  test.each(returnSorts)(
    "sorted by %s: every tab, filter and search, on the first page and on a later one",
    async (sort) => {
      const wrong: unknown[] = [];
      for (const input of cases.filter(
        (each) => !("search" in each) || sort === "newest" || sort === "oldest",
      )) {
        const { next } = await listReturns(world.owner, { ...input, sort, limit: 10 });
        for (const page of [{}, ...(next ? [{ after: next }, { before: next }] : [])]) {
          const plans = await plansOf(world.owner, (ctx) =>
            listReturns(ctx, { ...input, sort, limit: 10, ...page }),
          );
          expect(plans.length).toBeGreaterThan(0);
          for (const plan of plans)
            if (!counts.test(plan) && unindexed.test(plan)) wrong.push({ ...input, ...page, plan });
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  test("counting stops where nobody counts along", async () => {
    expect(await countReturns(world.owner)).toMatchObject({ all: 1001, requested: 375, in_review: 15 });
  });
});

test.each(returnSorts)(
  "walking %s meets every return once, and back again the same pages",
  async (sort: ReturnSort) => {
    const pages: number[][] = [];
    let after: string | undefined;
    do {
      const page = await listReturns(world.owner, { view: "all", sort, limit: 100, after });
      pages.push(page.rows.map(({ number }) => number));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(pages.flat()).size).toBe(planted);
    expect(pages.flat()).toHaveLength(planted);
    const second = await listReturns(world.owner, {
      view: "all",
      sort,
      limit: 100,
      after: await cursorAfterFirst(sort),
    });
    const back = await listReturns(world.owner, {
      view: "all",
      sort,
      limit: 100,
      before: second.previous ?? "",
    });
    expect(back.rows.map(({ number }) => number)).toEqual(pages[0]);
    expect(back.previous).toBeNull();
  },
);

async function cursorAfterFirst(sort: ReturnSort) {
  return (await listReturns(world.owner, { view: "all", sort, limit: 100 })).next ?? "";
}

test("after a request comes the one below it in the list, after the last the first again, each found by an index", async () => {
  const newest = await listReturns(world.owner, { view: "requested", limit: 3 });
  const [first = 0, second = 0, third] = newest.rows.map(({ number }) => number);
  const oldest = await listReturns(world.owner, { view: "requested", sort: "oldest", limit: 1 });
  expect(await nextRequest(world.owner, first)).toBe(second);
  expect(await nextRequest(world.owner, second)).toBe(third);
  expect(await nextRequest(world.owner, oldest.rows[0]?.number ?? 0)).toBe(first);
  for (const plan of await plansOf(world.owner, (ctx) => nextRequest(ctx, second)))
    expect(plan).not.toMatch(unindexed);
});

test.each([
  ["R-1500", [1500]],
  ["#9500", [1500]],
  ["9500", [1500]],
  ["customer500@example.com", [1500]],
  ["Customer500@Exam", [1500]],
])("%s finds exactly the one it names", async (search, numbers) => {
  const { rows } = await listReturns(world.owner, { view: "all", search });
  expect(rows.map(({ number }) => number)).toEqual(numbers);
});

test("words of a name and of an item find together, and a beginning is enough for the last", async () => {
  const { rows } = await listReturns(world.owner, { view: "all", search: "lovelace lin", limit: 100 });
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row.customerName).toContain("Lovelace");
    expect(row.items.map(({ title }) => title).join()).toContain("Linen");
  }
});

test("a customer who was forgotten is not found any more; their return still is", async () => {
  const { returns } = tables;
  await world.owner.inShop((tx) =>
    tx
      .update(returns)
      .set({ customerName: "Forgotten", customerEmail: "" })
      .where(sql`${returns.number} = 1600`),
  );
  const byAddress = await listReturns(world.owner, { view: "all", search: "customer600@example.com" });
  expect(byAddress.rows).toEqual([]);
  expect((await listReturns(world.owner, { view: "all", search: "R-1600" })).rows).toHaveLength(1);
});

test("a view is one's own or the shop's, and whoever saved it takes it back", async () => {
  const { owner } = world;
  const filters = { view: "to_issue" as const, sort: "largest" as const };
  const mine = await saveView(owner, { name: "Large ones", filters, forEverybody: false });
  await saveView(owner, { name: "Team", filters, forEverybody: true });
  const colleague = { ...owner, actor: { ...owner.actor, userId: crypto.randomUUID() } } as typeof owner;
  expect((await savedViewsOf(owner)).map(({ name }) => name)).toEqual(["Large ones", "Team"]);
  expect((await savedViewsOf(colleague)).map(({ name }) => name)).toEqual(["Team"]);
  const id = mine.ok ? mine.value.id : "";
  expect(await removeView(colleague, { id })).toMatchObject({ error: { code: "NotFound" } });
  expect(await removeView(owner, { id })).toMatchObject({ ok: true });
});
