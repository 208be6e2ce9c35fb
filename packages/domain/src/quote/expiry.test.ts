import { expect, test } from "vitest";
import { bonus, noBonus, percent } from "./cases/rules.ts";
import { expiresAt } from "./expiry.ts";
import { line, order, quoted, rules } from "./testing/cast.ts";

const shirt = order("USD", [line("shirt", 1, "20.00")]);
const ninety = { bonusExpiresAfterDays: 90 };

function promised(policy = bonus(percent(10), ninety)) {
  return quoted(shirt, { shirt: 1 }, { policy: { version: 1, policy: rules("USD", policy) } });
}

test("the base never expires, the bonus on a day that is named", () => {
  expect(promised().expiry).toEqual({
    base: null,
    bonus: "2027-02-22",
    baseAfterDays: null,
    bonusAfterDays: 90,
  });
  expect(promised(bonus(percent(10), { bonusExpiresAfterDays: null })).expiry.bonus).toBeNull();
});

test("a bonus of nothing does not expire", () => {
  expect(promised({ ...noBonus }).expiry.bonus).toBeNull();
});

test("a bonus of one cent expires like any other", () => {
  const policy = { version: 1, policy: rules("USD", bonus(percent(10), ninety)) };
  const made = quoted(order("USD", [line("button", 1, "0.10")]), { button: 1 }, { policy });
  expect([made.totals.bonus.minor, made.expiry.bonus]).toEqual([1n, "2027-02-22"]);
});

test("the money does not expire", () => {
  const made = quoted(shirt, { shirt: 1 }, { resolution: "original_payment" });
  expect(made.expiry).toEqual({ base: null, bonus: null, baseAfterDays: null, bonusAfterDays: null });
});

test("issued the same day, the bonus lasts to the end of the promised day", () => {
  expect(expiresAt(promised(), new Date("2026-11-24T13:00:00Z"))).toEqual({
    base: null,
    bonus: new Date("2027-02-22T23:59:59Z"),
  });
});

test("issued two weeks later, the customer still has ninety days", () => {
  expect(expiresAt(promised(), new Date("2026-12-08T00:00:00Z")).bonus).toEqual(
    new Date("2027-03-08T23:59:59Z"),
  );
});

test("a clock that stands before the promise never shortens it", () => {
  expect(expiresAt(promised(), new Date("2026-11-01T00:00:00Z")).bonus).toEqual(
    new Date("2027-02-22T23:59:59Z"),
  );
});

test("a merchant who may can let the base expire as well", () => {
  const made = promised(bonus(percent(10), { ...ninety, baseExpiresAfterDays: 365 }));
  expect(expiresAt(made, new Date("2026-11-24T12:00:00Z")).base).toEqual(new Date("2027-11-24T23:59:59Z"));
});
