import { toDecimal } from "@kept/money";
import { afterAll, beforeAll, expect, test } from "vitest";
import { currentPolicy } from "../policy/index.ts";
import { openWorld, type TestWorld, value } from "../testing/index.ts";
import { tryPolicy } from "./try-policy.ts";

let world: TestWorld;
beforeAll(async () => {
  const lines = [{ title: "Linen shirt", price: "20.00", quantity: 2 }];
  world = await openWorld({
    orders: [
      { name: "#1001", lines },
      { name: "#1002", lines, createdAt: "-200d" },
    ],
  });
});
afterAll(() => world.close());

test("of any order the shop can see what would be offered, and which rule decided", async () => {
  const { order, verdict } = value(await tryPolicy(world.owner, { orderName: "1001", reason: "too_small" }));
  expect(order.name).toBe("#1001");
  expect(verdict.lines.map(({ quantity, rule }) => [quantity, rule])).toEqual([[2, "window"]]);
  expect(verdict.offers.map(({ resolution, offered }) => [resolution, offered])).toEqual([
    ["store_credit", true],
    ["original_payment", true],
  ]);
  expect(verdict.approval).toMatchObject({ act: "hold", rule: "otherwise" });
  expect(verdict.quotes.store_credit && toDecimal(verdict.quotes.store_credit.totals.total)).toBe("44.00");
});

test("rules that are not saved yet can be tried first", async () => {
  const { policy } = await currentPolicy(world.owner);
  const rule = { id: "few", name: "Few", priority: 1, when: {}, act: "approve" as const };
  const window = { ...policy.window, days: 1 };
  const tried = { ...policy, approvalRules: [rule] };
  const asked = { orderName: "#1001", reason: null };
  expect(value(await tryPolicy(world.owner, { ...asked, policy: tried })).verdict.approval).toMatchObject({
    act: "approve",
    name: "Few",
  });
  const late = value(await tryPolicy(world.owner, { ...asked, policy: { ...policy, window } })).verdict;
  expect(late.lines.map(({ reason, rule }) => [reason, rule])).toEqual([["window_closed", "window"]]);
  expect([late.offers, late.approval, late.quotes]).toEqual([[], null, {}]);
  expect((await currentPolicy(world.owner)).policy).toEqual(policy);
});

test("an order that is not there is not there", async () => {
  expect(await tryPolicy(world.owner, { orderName: "#9999", reason: null })).toEqual({
    ok: false,
    error: { code: "OrderNotFound" },
  });
});
