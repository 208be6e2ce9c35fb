import { money } from "@kept/money";
import type { CreditTransaction } from "@kept/shopify";
import { expect, test } from "vitest";
import { bonusTagCarrier, possibleTags } from "./tag.ts";

const leg = "5f0c1a34-0000-5000-8000-000000000001";

function credit(carried: { note?: string; expiresAt?: Date }): CreditTransaction {
  return {
    kind: "credit",
    id: "gid://shopify/StoreCreditAccountCreditTransaction/1",
    createdAt: new Date("2026-11-24T10:00:00Z"),
    amount: money(600n, "USD"),
    balanceAfter: money(600n, "USD"),
    remaining: money(600n, "USD"),
    event: "ADJUSTMENT",
    orderId: null,
    orderTransactionId: null,
    note: carried.note ?? null,
    expiresAt: carried.expiresAt ?? null,
  };
}

test("before notes exist, the seconds of the expiry say whose credit it is", () => {
  const carrier = bonusTagCarrier("2026-10", "2027-11-24");
  const tag = carrier.tag(leg, 1, 0);
  const { expiresAt } = carrier.fields(tag);
  expect(expiresAt?.toISOString().slice(0, 10)).toBe("2027-11-24");
  expect(expiresAt?.getUTCHours()).toBeGreaterThanOrEqual(12);
  expect(expiresAt?.getUTCMilliseconds()).toBe(0);
  expect(carrier.carries(credit({ ...(expiresAt && { expiresAt }) }), tag)).toBe(true);
  expect(
    carrier.carries(credit({ expiresAt: new Date("2027-11-24T12:00:00Z") }), carrier.tag(leg, 2, 0)),
  ).toBe(false);
});

test("with notes, the note says it, expiry or not", () => {
  const carrier = bonusTagCarrier("2027-01", null);
  const tag = carrier.tag(leg, 1, 0);
  expect(carrier.fields(tag)).toEqual({ note: tag });
  expect(carrier.carries(credit({ note: tag }), tag)).toBe(true);
  expect(carrier.carries(credit({ note: "thanks!" }), tag)).toBe(false);
});

test("a bonus that never expires has no tag before notes exist: it is never recognized by guess", () => {
  const carrier = bonusTagCarrier("2026-10", null);
  expect(carrier.kind).toBe("none");
  expect(possibleTags(carrier, leg)).toEqual([]);
  expect(carrier.carries(credit({}), carrier.tag(leg, 1, 0))).toBe(false);
});

test("every attempt and every salt has a tag of its own, the same after a restore", () => {
  const carrier = bonusTagCarrier("2026-10", "2027-11-24");
  const tags = possibleTags(carrier, leg);
  expect(new Set(tags).size).toBe(20);
  expect(possibleTags(bonusTagCarrier("2026-10", "2027-11-24"), leg)).toEqual(tags);
});
