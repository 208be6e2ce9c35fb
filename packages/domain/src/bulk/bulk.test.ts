import { and, eq, inArray, sql, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approveReturn, overrideResolution } from "../return/index.ts";
import { askForReturn, openWorld, shirtOrders, type TestWorld, value } from "../testing/index.ts";
import { brisk, expectBooksToAgree, workUntilSettled } from "../testing/settle.ts";
import { listChoosable, readBatch, recentBatches, startBatch, steerBatch, workBatch } from "./index.ts";

let world: TestWorld;
const numbers: number[] = [];

beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 10), ...brisk });
  for (let order = 1001; order <= 1007; order += 1)
    numbers.push((await askForReturn(world, { order: `#${order}` })).number);
});
afterAll(() => world.close());

/** As a list shows them now. */
function asShown(chosen: readonly number[]) {
  const { returns } = tables;
  return world.owner.inShop((tx) =>
    tx
      .select({ number: returns.number, quoteId: returns.quoteId })
      .from(returns)
      .where(inArray(returns.number, [...chosen])),
  );
}

async function statusOf(number: number) {
  const { returns } = tables;
  const [row] = await world.owner.inShop((tx) => tx.select().from(returns).where(eq(returns.number, number)));
  return row && [row.status, row.creditState];
}

test("three returns are approved and issued, each once, by as many workers as there are", async () => {
  const chosen = numbers.slice(0, 3);
  const { rows } = await listChoosable(world.owner, { view: "requested" });
  const shown = rows.filter(({ number }) => chosen.includes(number));
  const { id, total } = value(
    await startBatch(world.owner, { act: "approve_and_issue", chosen: [...shown, ...shown] }),
  );
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
    await startBatch(world.owner, { act: "decline", reason: "Worn.", chosen: await asShown([first, open]) }),
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
  const { id } = value(await startBatch(world.owner, { act: "approve", chosen: await asShown(chosen) }));
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

test("what promises something else by now than was chosen begins nothing, and what does so later is refused", async () => {
  const ask = async (order: string) => (await askForReturn(world, { order })).number;
  const [one, other] = [await ask("#1008"), await ask("#1009")];
  const chosen = await asShown([one, other]);
  const as = async (number: number, resolution: "store_credit" | "original_payment") =>
    value(await overrideResolution(world.owner, { number, resolution, reason: "She rang." }));
  const start = () => startBatch(world.owner, { act: "approve_and_issue", chosen });
  const [first = { number: one, quoteId: "" }, second] = chosen;
  for (const seen of [
    [first, { number: other, quoteId: first.quoteId }],
    [{ ...first, quoteId: crypto.randomUUID() }, second],
  ])
    expect(
      await startBatch(world.owner, { act: "approve", chosen: seen.flatMap((each) => each ?? []) }),
    ).toMatchObject({ error: { code: "SelectionChanged" } });
  await as(one, "original_payment");
  expect(await start()).toMatchObject({ error: { code: "SelectionChanged" } });
  await as(one, "store_credit"); // another quote, and the same promise again
  const { id } = value(await start());
  await as(other, "original_payment");
  value(await approveReturn(world.owner, { number: other }));
  await workBatch(world.owner, id);
  await workBatch(world.owner, id);
  const batch = await readBatch(world.owner, id);
  expect(batch).toMatchObject({
    done: 1,
    failures: [{ number: other, refusal: { code: "AmountChanged" } }],
  });
  expect(await statusOf(other)).toEqual(["approved", "none"]);

  // Both amounts are told, and the one that is promised now can be decided about.
  const changed = batch?.failures[0]?.changed;
  expect(changed).toMatchObject({
    seen: { resolution: "store_credit", total: { minor: 2_200n } },
    now: { resolution: "original_payment", total: { minor: 2_000n } },
  });
  const anew = [{ number: other, quoteId: changed?.quoteId ?? "" }];
  const { id: again } = value(await startBatch(world.owner, { act: "approve_and_issue", chosen: anew }));
  await workBatch(world.owner, again);
  expect(await readBatch(world.owner, again)).toMatchObject({ done: 1, failed: 0 });
  expect((await readBatch(world.owner, id))?.failures[0]?.changed).toBeNull();
  await workUntilSettled(world);
  expect(await statusOf(other)).toEqual(["resolved", "issued"]);
});

test("many are declined as requests: a yes a colleague gave meanwhile stays", async () => {
  const { number } = await askForReturn(world, { order: "#1010" });
  const chosen = await asShown([number]);
  const { id } = value(await startBatch(world.owner, { act: "decline", reason: "Worn.", chosen }));
  value(await approveReturn(world.owner, { number }));
  await workBatch(world.owner, id);
  await workBatch(world.owner, id);
  expect((await readBatch(world.owner, id))?.failures).toMatchObject([
    { number, refusal: { code: "WrongState", status: "approved" } },
  ]);
  expect(await statusOf(number)).toEqual(["approved", "none"]);
});

test("a worker that died in the middle leaves its item to the next one, who does it once", async () => {
  const { id } = value(
    await startBatch(world.owner, { act: "approve", chosen: await asShown(numbers.slice(4, 5)) }),
  );
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
  const all = { act: "approve" as const, chosen: rows };
  const { id, total } = value(await startBatch(world.owner, all));
  expect(total).toBe(2);
  await workBatch(world.owner, id);
  await workBatch(world.owner, id);
  const none = await listChoosable(world.owner, list);
  expect(none.rows).toEqual([]);
  expect(await startBatch(world.owner, { ...all, chosen: [] })).toMatchObject({
    error: { code: "NothingChosen" },
  });
  expect((await recentBatches(world.owner)).map((batch) => batch.act)).toContain("decline");
});

test("who may only look starts nothing, and who lost their access gets nothing more done", async () => {
  const chosen = await asShown(numbers.slice(6, 7));
  const viewer = { ...world.owner, role: "viewer" as const };
  expect(await startBatch(viewer, { act: "issue", chosen })).toMatchObject({
    error: { code: "NotAllowed" },
  });
  const { id } = value(await startBatch(world.owner, { act: "issue", chosen }));
  const { members } = tables;
  await world.owner.tools.database.update(members).set({ role: "viewer" });
  await workBatch(world.owner, id);
  expect((await readBatch(world.owner, id))?.failures[0]?.refusal.code).toBe("NotAllowed");
});
