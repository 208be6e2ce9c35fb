import type { ThrottleStatus } from "@kept/shopify";
import { expect, test, vi } from "vitest";
import { Pace } from "./pace.ts";

const said = (currentlyAvailable: number, requestedCost = 100): ThrottleStatus => ({
  currentlyAvailable,
  maximumAvailable: 2_000,
  restoreRate: 100,
  requestedCost,
  actualCost: 30,
});

/** How many steps may begin now. */
function begin(pace: Pace, shop = "bloom"): number {
  let steps = 0;
  while (steps < 100 && pace.take(shop)) steps += 1;
  return steps;
}

test("a shop that was never heard of may begin a few steps; then its own answers tell", () => {
  const pace = new Pace();
  expect(begin(pace)).toBe(4);
  pace.heard("bloom", said(2_000));
  expect(begin(pace)).toBe(15);
});

test("every step under way is left the room its calls may ask for, so that none is refused", () => {
  const pace = new Pace();
  pace.heard("bloom", said(450));
  expect(begin(pace)).toBe(3);
  pace.heard("bloom", said(450, 300));
  expect(pace.take("bloom")).toBeNull();
});

test("a step that ends makes room for another, once", () => {
  const pace = new Pace();
  pace.heard("bloom", said(200));
  const step = pace.take("bloom");
  expect(pace.take("bloom")).toBeNull();
  step?.done();
  step?.done();
  expect(begin(pace)).toBe(1);
});

test("points come back with time, and it is known when there is room again", () => {
  vi.useFakeTimers();
  try {
    const pace = new Pace();
    pace.heard("bloom", said(150));
    expect(pace.take("bloom")).toBeNull();
    expect(pace.waitMs("bloom")).toBe(500);
    vi.advanceTimersByTime(500);
    expect(pace.waitMs("bloom")).toBe(0);
    expect(pace.take("bloom")).not.toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("one shop's empty bucket does not slow another's work", () => {
  const pace = new Pace();
  pace.heard("bloom", said(0));
  expect(pace.take("bloom")).toBeNull();
  expect(pace.take("fjord")).not.toBeNull();
});
