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

test("where a balance comes again within one second, nothing is left behind", () => {
  const double = moved(1, 200n, 1200n);
  const takenOut = moved(1, -200n, 1000n);
  const base = moved(1, 2000n, 3000n);
  const bonus = moved(1, 200n, 3200n);
  const earlier = moved(0, 1000n, 1000n);
  const later = [moved(2, 200n, 3400n), moved(2, -200n, 3200n)];
  const all = [earlier, double, takenOut, base, bonus, ...later];
  expect(inOrder([base, takenOut, ...later.toReversed(), bonus, double, earlier])).toEqual(all);
  expect(inOrder(all.toReversed())).toEqual(all);
});

test("of two orders that both follow, the one they were given in stands", () => {
  const [up, down] = [moved(1, 200n, 1200n), moved(1, -200n, 1000n)];
  const [more, less] = [moved(1, 300n, 1300n), moved(1, -300n, 1000n)];
  const earlier = moved(0, 1000n, 1000n);
  expect(inOrder([earlier, up, down, more, less])).toEqual([earlier, up, down, more, less]);
  expect(inOrder([earlier, more, less, up, down])).toEqual([earlier, more, less, up, down]);
});

test("where no balance follows, nothing is lost", () => {
  const torn = [moved(1, 2000n, 2000n), moved(1, 5n, 900n), moved(3, 1n, 1n)];
  expect(new Set(inOrder(torn))).toEqual(new Set(torn));
});
