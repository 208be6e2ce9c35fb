import { and, eq, sql, tables } from "@kept/database";
import { sum } from "@kept/money";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askForReturn, openWorld, shirtOrders, type TestWorld, value } from "../testing/index.ts";
import { brisk, expectBooksToAgree, workUntilSettled } from "../testing/settle.ts";
import { listChoosable, readBatch, recentBatches, startBatch, steerBatch, workBatch } from "./index.ts";

let world: TestWorld;
const numbers: number[] = [];

beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 7), ...brisk });
  for (let order = 1001; order <= 1007; order += 1)
    numbers.push((await askForReturn(world, { order: `#${order}` })).number);
});
afterAll(() => world.close());

async function statusOf(number: number) {
  const { returns } = tables;
  const [row] = await world.owner.inShop((tx) => tx.select().from(returns).where(eq(returns.number, number)));
  return row && [row.status, row.creditState];
}

test("three returns are approved and issued, each once, by as many workers as there are", async () => {
  const chosen = numbers.slice(0, 3);
  const all = { act: "approve_and_issue", numbers: [...chosen, ...chosen] } as const;
  const { rows } = await listChoosable(world.owner, { view: "requested" });
  const seen = sum<string>(
    rows.filter(({ number }) => chosen.includes(number)).map(({ total }) => total),
    "USD",
  );
  for (const other of [[], [{ ...seen, minor: seen.minor - 1n }], [seen, { ...seen, currency: "EUR" }]])
    expect(await startBatch(world.owner, { ...all, seen: other })).toMatchObject({
      error: { code: "SelectionChanged" },
    });
  const { id, total } = value(await startBatch(world.owner, { ...all, seen: [seen] }));
  expect(total).toBe(3);
  await Promise.all([workBatch(world.owner, id), workBatch(world.owner, id), workBatch(world.owner, id)]);
  await workBatch(world.owner, id);
  expect(await readBatch(world.owner, id)).toMatchObject({ state: "done", done: 3, failed: 0, arrived: 0 });
  await workUntilSettled(world);
  expect(await readBatch(world.owner, id)).toMatchObject({ arrived: 3 });
  await expectBooksToAgree(world);
});

test("what is refused is listed by name with its reason, and can be tried again", async () => {
  const [first, open] = [numbers[0] ?? 0, numbers[3] ?? 0];
  const { id } = value(
    await startBatch(world.owner, { act: "decline", reason: "Worn.", numbers: [first, open] }),
  );
  await workBatch(world.owner, id);
  const batch = await readBatch(world.owner, id);
  expect(batch).toMatchObject({ state: "done", done: 1, failed: 1 });
  expect(batch?.failures).toMatchObject([
    { number: first, customerName: "Ada Lovelace", refusal: { code: "WrongState", status: "resolved" } },
  ]);
  expect(await statusOf(open)).toEqual(["declined", "none"]);
  value(await steerBatch(world.owner, { id, to: "retry" }));
  await workBatch(world.owner, id);
  expect(await readBatch(world.owner, id)).toMatchObject({ state: "done", failed: 1 });
});

test("a paused batch does nothing until it goes on, and a cancelled one never again", async () => {
  const chosen = numbers.slice(4, 6);
  const { id } = value(await startBatch(world.owner, { act: "approve", numbers: chosen }));
  value(await steerBatch(world.owner, { id, to: "pause" }));
  await workBatch(world.owner, id);
  expect(await readBatch(world.owner, id)).toMatchObject({ state: "paused", done: 0, total: 2 });
  value(await steerBatch(world.owner, { id, to: "resume" }));
  value(await steerBatch(world.owner, { id, to: "cancel" }));
  await workBatch(world.owner, id);
  expect(await readBatch(world.owner, id)).toMatchObject({ state: "cancelled", cancelled: 2 });
  expect(await statusOf(chosen[0] ?? 0)).toEqual(["requested", "none"]);
  expect(await steerBatch(world.owner, { id, to: "resume" })).toMatchObject({
    error: { code: "BatchEnded" },
  });
});

test("a worker that died in the middle leaves its item to the next one, who does it once", async () => {
  const { id } = value(await startBatch(world.owner, { act: "approve", numbers: numbers.slice(4, 5) }));
  const { bulkItems } = tables;
  const held = (until: ReturnType<typeof sql>) =>
    world.owner.inShop((tx) =>
      tx
        .update(bulkItems)
        .set({ state: "working", claimedUntil: until })
        .where(and(eq(bulkItems.shopId, world.owner.shop.id), eq(bulkItems.batchId, id))),
    );
  await held(sql`clock_timestamp() + interval '1 minute'`);
  await workBatch(world.owner, id);
  expect(await readBatch(world.owner, id)).toMatchObject({ state: "running", done: 0 });
  await held(sql`clock_timestamp() - interval '1 second'`);
  await workBatch(world.owner, id);
  await workBatch(world.owner, id);
  expect(await readBatch(world.owner, id)).toMatchObject({ state: "done", done: 1 });
  expect(await statusOf(numbers[4] ?? 0)).toEqual(["approved", "none"]);
});

test("everything a list shows can be chosen at once, and a batch without anything is none", async () => {
  const list = { view: "requested" as const };
  const { rows, more } = await listChoosable(world.owner, list);
  expect([rows.length, more]).toEqual([2, false]);
  expect((await listChoosable(world.owner, { ...list, search: `R-${rows[0]?.number}` })).rows).toHaveLength(
    1,
  );
  const all = { act: "approve" as const, numbers: rows.map(({ number }) => number) };
  const { id, total } = value(await startBatch(world.owner, all));
  expect(total).toBe(2);
  await workBatch(world.owner, id);
  await workBatch(world.owner, id);
  const none = await listChoosable(world.owner, list);
  expect(none.rows).toEqual([]);
  expect(await startBatch(world.owner, { ...all, numbers: [] })).toMatchObject({
    error: { code: "NothingChosen" },
  });
  expect((await recentBatches(world.owner)).map((batch) => batch.act)).toContain("decline");
});

test("who may only look starts nothing, and who lost their access gets nothing more done", async () => {
  const chosen = numbers.slice(6);
  const viewer = { ...world.owner, role: "viewer" as const };
  expect(await startBatch(viewer, { act: "issue", numbers: chosen })).toMatchObject({
    error: { code: "NotAllowed" },
  });
  const { id } = value(await startBatch(world.owner, { act: "issue", numbers: chosen }));
  const { members } = tables;
  await world.owner.tools.database.update(members).set({ role: "viewer" });
  await workBatch(world.owner, id);
  expect((await readBatch(world.owner, id))?.failures[0]?.refusal.code).toBe("NotAllowed");
});
