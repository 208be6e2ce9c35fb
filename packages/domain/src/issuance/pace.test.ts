import { expect, test } from "vitest";
import { Pace } from "./pace.ts";

const left = (currentlyAvailable: number) => ({
  currentlyAvailable,
  maximumAvailable: 2_000,
  restoreRate: 100,
  requestedCost: 10,
  actualCost: 10,
});

test("a shop goes on while it has points, stops before it is throttled, and holds nobody else up", () => {
  const pace = new Pace();
  expect(pace.take("bloom")).toBe(true);
  pace.heard("bloom", left(130));
  expect([pace.take("bloom"), pace.take("bloom"), pace.take("bloom")]).toEqual([true, true, false]);
  expect(pace.take("fjord")).toBe(true);
  pace.heard("bloom", left(2_000));
  expect(pace.take("bloom")).toBe(true);
});
