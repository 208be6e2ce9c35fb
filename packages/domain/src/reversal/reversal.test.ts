import { money } from "@kept/money";
import type { CreditAccountNow, CreditTransaction } from "@kept/shopify";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LegRow } from "../issuance/issuance.ts";
import { type HeldCredit, heldCredit, planReversal, worthOfUnits } from "./reversal.ts";

const usd = (minor: number | bigint) => money(BigInt(minor), "USD");

function held(
  kind: "base" | "bonus",
  given: number,
  parts: Partial<Record<"unspent" | "expired" | "takenBack", number>> = {},
): HeldCredit {
  const { unspent = given, expired = 0, takenBack = 0 } = parts;
  const spent = given - unspent - expired - takenBack;
  return {
    kind,
    transactionId: `credit of the ${kind}`,
    twins: [],
    givenAt: new Date("2026-11-24T10:00:00Z"),
    given: usd(given),
    unspent: usd(unspent),
    expired: usd(expired),
    takenBack: usd(takenBack),
    spent: usd(spent),
  };
}

describe("what can be taken back", () => {
  const whole = { base: usd(2000), bonus: usd(200) };

  test("nothing spent: all of it, and nothing is missing", () => {
    const plan = planReversal(whole, [held("base", 2000), held("bonus", 200)], usd(2200));
    expect(plan).toMatchObject({ taken: whole, total: usd(2200), shortfall: usd(0) });
  });

  test("Ada spent 5.00: the bonus comes first, the refund for what is left, and 5.00 are missing", () => {
    const credits = [held("base", 2000, { unspent: 1700 }), held("bonus", 200, { unspent: 0 })];
    const plan = planReversal(whole, credits, usd(1700));
    expect(plan.taken).toEqual({ base: usd(1500), bonus: usd(200) });
    expect(plan.shortfall).toEqual(usd(500));
  });

  test("a bonus that expired is with the shop already: it is neither taken nor missing", () => {
    const credits = [held("base", 2000), held("bonus", 200, { unspent: 0, expired: 200 })];
    const plan = planReversal(whole, credits, usd(2000));
    expect(plan).toMatchObject({
      wanted: { bonus: usd(0) },
      taken: { base: usd(2000), bonus: usd(0) },
      shortfall: usd(0),
    });
  });

  test("other credit on the account is not ours to take", () => {
    const credits = [held("base", 2000, { unspent: 100 }), held("bonus", 200, { unspent: 0 })];
    expect(planReversal(whole, credits, usd(9000)).total).toEqual(usd(100));
  });

  test("never below zero, never more than wanted, never more than is there; and what is missing is said", () => {
    const cents = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(
        cents,
        cents,
        cents,
        cents,
        cents,
        cents,
        (base, bonus, left, leftBonus, expired, balance) => {
          const credits = [
            held("base", base, { unspent: Math.min(left, base) }),
            held("bonus", bonus, {
              unspent: Math.min(leftBonus, bonus),
              expired: Math.min(expired, bonus - Math.min(leftBonus, bonus)),
            }),
          ];
          const wish = { base: usd(base), bonus: usd(bonus) };
          const { wanted, taken, total, shortfall } = planReversal(wish, credits, usd(balance));
          expect(total.minor).toBe(taken.base.minor + taken.bonus.minor);
          expect(total.minor <= BigInt(balance)).toBe(true);
          expect(taken.base.minor >= 0n && taken.base.minor <= wanted.base.minor).toBe(true);
          expect(taken.bonus.minor >= 0n && taken.bonus.minor <= wanted.bonus.minor).toBe(true);
          expect(shortfall.minor).toBe(wanted.base.minor + wanted.bonus.minor - total.minor);
        },
      ),
    );
  });
});

test("units taken back one by one are worth exactly what they are worth at once", () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 9 }),
    base: fc.integer({ min: 0, max: 99_999 }).map(usd),
    bonus: fc.integer({ min: 0, max: 9_999 }).map(usd),
  });
  fc.assert(
    fc.property(line, (given) => {
      const single = Array.from({ length: given.quantity }, (_, before) =>
        worthOfUnits([{ line: given, before, now: 1 }], "USD"),
      );
      const once = worthOfUnits([{ line: given, before: 0, now: given.quantity }], "USD");
      expect(once).toEqual({ base: given.base, bonus: given.bonus });
      expect(single.reduce((all, { base }) => all + base.minor, 0n)).toBe(once.base.minor);
      expect(single.reduce((all, { bonus }) => all + bonus.minor, 0n)).toBe(once.bonus.minor);
    }),
  );
});

test("what became of a credit is read from Shopify's own record of it, and of nobody else's", () => {
  const moved = (id: string | null, kind: string, amount: number, more: object = {}) =>
    ({
      id,
      kind,
      amount: usd(amount),
      createdAt: new Date("2026-11-24T10:00:00Z"),
      ...more,
    }) as CreditTransaction;
  const account = {
    transactions: [
      moved(null, "expiration", -30, { of: "ours" }),
      moved("other", "credit", 200, { remaining: usd(200), event: "ADJUSTMENT" }),
      moved("ours", "credit", 200, { remaining: usd(120), event: "ADJUSTMENT" }),
    ],
  } as unknown as CreditAccountNow;
  const leg = { kind: "bonus", amountMinor: 200n, currency: "USD", remoteTransactionGid: "ours" } as LegRow;
  expect(heldCredit(leg, account, usd(0))).toMatchObject({
    unspent: usd(120),
    expired: usd(30),
    spent: usd(50),
  });
  expect(heldCredit({ ...leg, remoteTransactionGid: "gone" }, account, usd(0))).toBeNull();
  // What is left of a double that was taken out again is left of the credit, as far as it was given.
  expect(heldCredit(leg, account, usd(0), ["other"])).toMatchObject({ unspent: usd(200), spent: usd(0) });
});
