import { money } from "@kept/money";
import { expect, test } from "vitest";
import { disagreements } from "./compare.ts";

const at = new Date("2026-11-28T12:00:00Z");
const later = new Date("2026-11-28T13:00:00Z");
const account = { laneId: "lane", customerGid: "gid://shopify/Customer/1", currency: "USD", known: null };
type Seen = Parameters<typeof disagreements>[1];
type Legs = Parameters<typeof disagreements>[2];

const leg = (amountMinor: bigint) =>
  [
    {
      leg: {
        id: "leg",
        kind: "bonus",
        state: "confirmed",
        amountMinor,
        returnId: "return",
        orderGid: "order",
        confirmedAt: at,
        createdAt: at,
        remoteTransactionGid: "credit",
        remoteRefundGid: null,
      },
      attempts: [],
    },
  ] as unknown as Legs;

/** An account with one credit of this amount, Shopify's balance beside it. */
const seen = (amountMinor: bigint, balance: bigint, legId: string | null = "leg") =>
  ({
    holds: true,
    now: { accountId: "account", balance: money(balance, "USD") },
    movements: [
      { remoteGid: "credit", amountMinor, balanceAfterMinor: amountMinor, legId, happenedAt: at, note: null },
    ],
  }) as unknown as Seen;

test("a leg that is there with its amount is no difference", () => {
  expect(disagreements(account, seen(200n, 200n), leg(200n), later)).toEqual([]);
});

test("another amount than the leg's is named with both", () => {
  const found = disagreements(account, seen(250n, 250n), leg(200n), later);
  expect(found).toMatchObject([{ kind: "amount_differs", oursMinor: 200n, theirsMinor: 250n }]);
});

test("a balance no movement leads to is unexplained, and only that", () => {
  const found = disagreements(account, seen(200n, 900n), leg(200n), later);
  expect(found).toMatchObject([{ kind: "unexplained", oursMinor: 200n, theirsMinor: 900n }]);
});

test("nothing is missing in a torn reading, or while it may not show yet", () => {
  const nowhere = seen(200n, 200n, null);
  expect(disagreements(account, nowhere, leg(200n), later)).toMatchObject([{ kind: "missing" }]);
  expect(disagreements(account, { ...nowhere, holds: false }, leg(200n), later)).toEqual([]);
  expect(disagreements(account, nowhere, leg(200n), at)).toEqual([]);
});
