import { afterAll, beforeAll, expect, test } from "vitest";
import { openDraftOf, openWorld, type TestWorld, value } from "../testing/index.ts";
import { readDraft } from "./drafts.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openWorld({
    orders: [{ name: "#1001", lines: [{ title: "Linen shirt", price: "20.00", quantity: 1 }] }],
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
