import { toDecimal } from "@kept/money";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askForReturn, openDraftOf, openWorld, type TestWorld, value } from "../testing/index.ts";
import { readDraft } from "./drafts.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openWorld({
    orders: [
      { name: "#1001", lines: [{ title: "Linen shirt", price: "20.00", quantity: 1 }] },
      { name: "#1002", lines: [{ title: "Linen shirt", price: "20.00", quantity: 3 }] },
    ],
  });
});
afterAll(() => world.close());

test("a customer who reads on in German finds the reasons in German from then on", async () => {
  const { key } = await openDraftOf(world, { order: "#1001" });
  const firstReason = async (locale?: string) =>
    value(await readDraft(world.customer, key, locale)).reasons[0]?.label;
  expect(await firstReason()).toBe("Too small");
  expect(await firstReason("de")).toBe("Zu klein");
  expect(await firstReason()).toBe("Zu klein");
});

test("what was paid is said of the pieces that are left, not of one that is on its way back already", async () => {
  await askForReturn(world, { order: "#1002" });
  const { key } = await openDraftOf(world, { order: "#1002" });
  const [item] = value(await readDraft(world.customer, key)).items;
  expect(item && [item.left, item.quantity, toDecimal(item.paid)]).toEqual([2, 2, "40.00"]);
});
