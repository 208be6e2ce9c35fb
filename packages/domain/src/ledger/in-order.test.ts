import { expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

const moved = (second: number, amountMinor: bigint, balanceAfterMinor: bigint) => ({
  happenedAt: new Date(Date.UTC(2026, 10, 28, 12, 0, second)),
  amountMinor,
  balanceAfterMinor,
});

test("movements of one second stand in the order their balances follow", () => {
  const base = moved(1, 2000n, 2000n);
  const bonus = moved(1, 200n, 2200n);
  const spent = moved(1, -500n, 1700n);
  const later = moved(2, 100n, 1800n);
  expect(inOrder([later, spent, bonus, base])).toEqual([base, bonus, spent, later]);
});

test("where no balance follows, nothing is lost", () => {
  const torn = [moved(1, 2000n, 2000n), moved(1, 5n, 900n), moved(3, 1n, 1n)];
  expect(new Set(inOrder(torn))).toEqual(new Set(torn));
});
