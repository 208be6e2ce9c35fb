import { createHash } from "node:crypto";
import { sql, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type TestWorld, value } from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import {
  type ApiContext,
  apiContext,
  createApiKey,
  onceByName,
  requestsPerMinute,
  takeFromAllowance,
} from "./index.ts";

let world: TestWorld;
let key: ApiContext;
beforeAll(async () => {
  world = await openWorld({ orders: [] });
  key = await openKey("Warehouse");
});
afterAll(() => world.close());

async function openKey(name: string): Promise<ApiContext> {
  const { secret } = value(await createApiKey(world.owner, { name, scopes: ["returns:decide"] }));
  const ctx = await apiContext(world.tools, secret, { requestId: "test" });
  if (!ctx) throw new Error("The key opens nothing");
  return ctx;
}

const hash = (text: string) => createHash("sha256").update(text).digest();
let done = 0;
const work = async () => {
  done += 1;
  return { status: 200, body: { done } };
};
const ask = (name: string, body = "same", ctx = key) => onceByName(ctx, { name, hash: hash(body) }, work);

test("asked again, the same answer, and nothing is done again", async () => {
  const first = value(await ask("a"));
  expect(value(await ask("a"))).toEqual({ ...first, replayed: true });
  expect(done).toBe(1);
});

test("the same name for something else is a mistake, and said so", async () => {
  expect(await ask("a", "other")).toMatchObject({ error: { code: "SameKeyOtherRequest" } });
});

test("another key's names are its own", async () => {
  expect(value(await ask("a", "other", await openKey("Help desk"))).replayed).toBe(false);
});

test("of two at the same moment one does it, and the other is told to wait", async () => {
  let go = () => {};
  const slow = new Promise<void>((resolve) => {
    go = resolve;
  });
  let ran = 0;
  const slowly = async () => {
    ran += 1;
    await slow;
    return { status: 201, body: "made" };
  };
  const named = { name: "slow", hash: hash("x") };
  const first = onceByName(key, named, slowly);
  await expect.poll(() => ran).toBe(1);
  expect(await onceByName(key, named, slowly)).toMatchObject({ error: { code: "StillRunning" } });
  go();
  expect(value(await first)).toMatchObject({ status: 201, replayed: false });
  expect(value(await onceByName(key, named, slowly))).toMatchObject({ body: "made", replayed: true });
});

test("what failed for now, or fell over, may be tried again", async () => {
  const named = { name: "busy", hash: hash("x") };
  const busy = async () => ({ status: 503, body: "later" });
  expect(value(await onceByName(key, named, busy)).status).toBe(503);
  const fell = onceByName(key, named, () => Promise.reject(new Error("fell over")));
  await expect(fell).rejects.toThrow("fell over");
  expect(value(await onceByName(key, named, work)).replayed).toBe(false);
});

test("who died while doing it is followed by the next; after a day a name is free again", async () => {
  const named = { name: "dead", hash: hash("x") };
  await key.inShop((tx) =>
    tx.insert(tables.apiRequests).values({
      shopId: key.shop.id,
      keyId: key.keyId,
      idempotencyKey: "dead",
      requestHash: named.hash,
      until: sql`clock_timestamp() - interval '1 second'`,
    }),
  );
  const after = value(await onceByName(key, named, work));
  expect(after.replayed).toBe(false);
  await key.inShop((tx) =>
    tx.update(tables.apiRequests).set({ createdAt: sql`clock_timestamp() - interval '25 hours'` }),
  );
  expect(value(await onceByName(key, { ...named, hash: hash("new") }, work)).replayed).toBe(false);
});

test("a key's allowance is counted down, and named when it is used up", async () => {
  const busy = await openKey("Busy");
  const first = await takeFromAllowance(busy);
  expect(first).toMatchObject({ most: requestsPerMinute, exceeded: false });
  const second = await takeFromAllowance(busy);
  expect(second.left).toBeLessThanOrEqual(requestsPerMinute - 1);
  await acrossAllShops(world.tools, (tx) => tx.update(tables.rateLimits).set({ hits: requestsPerMinute }));
  expect((await takeFromAllowance(busy)).exceeded).toBe(true);
  expect(second.resetSeconds).toBeGreaterThan(0);
  expect(second.resetSeconds).toBeLessThanOrEqual(60);
});
