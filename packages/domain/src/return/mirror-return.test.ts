import { readBeforeRequest, readOrder } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askForReturn, openWorld, type TestWorld } from "../testing/index.ts";
import { cancelReturn } from "./cancel-return.ts";
import { mirrorReturn } from "./mirror-return.ts";
import { readReturn } from "./read-return.ts";
import { findReturn } from "./records.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld({
    orders: [{ name: "#1001", lines: [{ title: "Shirt", price: "20.00", quantity: 9 }] }],
  });
});
afterAll(() => world.close());

async function mirrorsOf(number: number) {
  const record = await world.owner.inShop((tx) => findReturn(tx, world.owner, number));
  const admin = await world.owner.admin();
  const { returns } = await readBeforeRequest(admin, record?.orderGid ?? "");
  return { record, theirs: returns, admin };
}

test("however many mirror a return at once, Shopify gets one", async () => {
  const { number } = await askForReturn(world, { order: "#1001" });
  const { record } = await mirrorsOf(number);
  await Promise.all(Array.from({ length: 6 }, () => mirrorReturn(world.owner, record?.id ?? "")));
  const { theirs } = await mirrorsOf(number);
  expect(theirs.map(({ status }) => status)).toEqual(["REQUESTED"]);
});

test("two returns of the same shirt have a mirror each", async () => {
  const { number } = await askForReturn(world, { order: "#1001" });
  await world.work();
  const { theirs, record } = await mirrorsOf(number);
  expect(theirs).toHaveLength(2);
  expect(new Set(theirs.map(({ id }) => id)).size).toBe(2);
  expect(theirs.some(({ id }) => id === record?.shopifyReturnGid)).toBe(true);
});

test("a request taken back gives its units back, in Shopify too", async () => {
  const { number, returnKey } = await askForReturn(world, { order: "#1001", units: 3 });
  await world.work();
  expect(await cancelReturn(world.customer, { returnKey })).toMatchObject({ ok: true });
  await world.work();
  expect(await readReturn(world.owner, number)).toMatchObject({ status: "cancelled" });
  const { record, admin } = await mirrorsOf(number);
  const order = await readOrder(admin, record?.orderGid ?? "");
  expect(order?.lines[0]?.goneQuantity).toBe(2);
});
