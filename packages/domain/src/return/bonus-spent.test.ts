import { type Money, money } from "@kept/money";
import type { CreditTransaction } from "@kept/shopify";
import { expect, test } from "vitest";
import { bonusSpentOn } from "./bonus-spent.ts";

const usd = (minor: bigint): Money => money(minor, "USD");
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

function movement(on: number, minor: bigint, orderId: string | null = null) {
  const about = { event: "ADJUSTMENT", orderId, orderTransactionId: null, note: null };
  return { ...about, createdAt: day(on), amount: usd(minor), balanceAfter: usd(0n) };
}
const credit = (id: string, on: number, minor: bigint, expires: number | null): CreditTransaction => ({
  ...movement(on, minor),
  kind: "credit",
  id,
  expiresAt: expires === null ? null : day(expires),
  remaining: usd(0n),
});
const debit = (id: string, on: number, minor: bigint, orderId: string): CreditTransaction => ({
  ...movement(on, -minor, orderId),
  kind: "debit",
  id,
});
const revert = (of: string, on: number, minor: bigint): CreditTransaction => ({
  ...movement(on, minor),
  kind: "debit_revert",
  id: `revert-${of}`,
  of,
});

/** Told oldest first here, handed over newest first as Shopify shows it. */
const spentOn = (order: string, history: readonly CreditTransaction[], bonus: ReadonlySet<string>) =>
  bonusSpentOn(order, [...history].reverse(), bonus);

const base = credit("base", 1, 2000n, null);
const bonus = credit("bonus", 1, 200n, 300);
const ours = new Set(["bonus"]);

test("the bonus expires, so it is spent first", () => {
  expect(spentOn("order", [base, bonus, debit("a", 2, 500n, "order")], ours)).toBe(200n);
  expect(spentOn("order", [base, bonus, debit("a", 2, 150n, "order")], ours)).toBe(150n);
});

test("what another order spent before is not there any more", () => {
  const history = [base, bonus, debit("a", 2, 150n, "another"), debit("b", 3, 500n, "order")];
  expect(spentOn("order", history, ours)).toBe(50n);
});

test("somebody else's credit that expires sooner goes before it, one that never expires after it", () => {
  const sooner = credit("gift", 1, 300n, 100);
  expect(spentOn("order", [sooner, base, bonus, debit("a", 2, 400n, "order")], ours)).toBe(100n);
});

test("a bonus without an expiry is spent in the order in which it was given", () => {
  const forEver = credit("bonus", 2, 200n, null);
  expect(spentOn("order", [base, forEver, debit("a", 3, 2000n, "order")], ours)).toBe(0n);
  expect(spentOn("order", [base, forEver, debit("a", 3, 2100n, "order")], ours)).toBe(100n);
});

test("a payment that fell through gives the bonus back, and the next one spends it", () => {
  const history = [base, bonus, debit("a", 2, 500n, "order"), revert("a", 3, 500n)];
  expect(spentOn("order", history, ours)).toBe(0n);
  expect(spentOn("next", [...history, debit("b", 4, 500n, "next")], ours)).toBe(200n);
});

test("a payment of which a part fell through keeps the bonus it was paid with first", () => {
  const history = [base, bonus, debit("a", 2, 500n, "order"), revert("a", 3, 300n)];
  expect(spentOn("order", history, ours)).toBe(200n);
  expect(spentOn("order", [...history, revert("a", 4, 100n)], ours)).toBe(100n);
});

test("what expired was not spent", () => {
  const expired: CreditTransaction = { ...movement(3, -200n), kind: "expiration", id: null, of: "bonus" };
  expect(spentOn("order", [base, bonus, expired, debit("a", 4, 500n, "order")], ours)).toBe(0n);
});

test("without a bonus of ours there is none", () => {
  expect(spentOn("order", [base, bonus, debit("a", 2, 500n, "order")], new Set())).toBe(0n);
});

test("credit and payment of one second are played in the order in which Shopify shows them", () => {
  const history = [
    credit("base", 2, 2000n, null),
    credit("bonus", 2, 200n, 300),
    debit("a", 2, 500n, "order"),
  ];
  expect(spentOn("order", history, ours)).toBe(200n);
});
