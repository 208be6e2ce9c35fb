import { expect, inject, test } from "vitest";
import { agree } from "./agreement.ts";

const seed = Date.now() % 2 ** 31;

test(`the base is what Shopify itself would refund (seed ${seed})`, { timeout: 60_000 }, async () => {
  const { equal, differences } = await agree({ standIn: inject("standIn"), seed, orders: 150 });
  expect(differences).toEqual([]);
  expect(equal).toBeGreaterThanOrEqual(150);
});

test("a seed can be thrown again, so that a difference can be looked at twice", {
  timeout: 60_000,
}, async () => {
  const again = () => agree({ standIn: inject("standIn"), seed: 7, orders: 50 });
  const [one, two] = [await again(), await again()];
  expect(one).toEqual(two);
});
