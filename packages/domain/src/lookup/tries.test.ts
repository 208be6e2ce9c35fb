import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type TestWorld } from "../testing/index.ts";
import type { Tools } from "../tools.ts";
import { countTry, tries } from "./tries.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openWorld({ orders: [] });
});
afterAll(() => world.close());

/** The same tools, whose database does not answer. */
const withoutDatabase = (): Tools => ({
  ...world.tools,
  database: new Proxy(world.tools.database, {
    get() {
      throw new Error("connection refused");
    },
  }),
});

test.each([
  ["in the database", () => world.tools],
  ["in memory, while the database is down", withoutDatabase],
])("parallel tries are counted %s, and none slips through", async (name, toolsNow) => {
  const limit = [{ subject: name, most: 5, seconds: 600 }];
  const waits = await Promise.all(Array.from({ length: 20 }, () => countTry(toolsNow(), limit)));
  expect(waits.filter((wait) => wait === null)).toHaveLength(5);
  expect(waits.every((wait) => wait === null || (wait > 0 && wait <= 600))).toBe(true);
});

test("each subject has a count of its own", async () => {
  const both = [
    { subject: "one", seconds: 600 },
    { subject: "other", seconds: 600 },
  ] as const;
  await tries(world.tools, [both[0]]);
  expect((await tries(world.tools, both)).map(({ count }) => count)).toEqual([2, 1]);
});
