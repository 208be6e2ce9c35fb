import type { Quote } from "@kept/domain";
import { formatMoney, type Money, money } from "@kept/money";
import { expect, test } from "vitest";
import { wordsIn } from "../../../../../server/words.ts";
import { expiryWords } from "./expiry-words.ts";

const visit = { say: wordsIn("en"), amount: (amount: Money) => formatMoney(amount, "en") };

function words(baseAfterDays: number | null, bonusAfterDays: number | null, bonus = 600n): string[] {
  const totals = { base: money(6000n, "USD"), bonus: money(bonus, "USD") };
  return expiryWords(visit, { totals, expiry: { baseAfterDays, bonusAfterDays } } as unknown as Quote);
}

test("a credit that never expires says so once", () => {
  expect(words(null, null)).toEqual(["Never expires."]);
});

test("where only the bonus ends, both halves are named with their amounts", () => {
  expect(words(null, 90)).toEqual([
    "$60.00 never expires.",
    "The $6.00 bonus can be spent for 90 days after it is issued.",
  ]);
});

test("a bonus of nothing has no end worth mentioning", () => {
  expect(words(null, 90, 0n)).toEqual(["Never expires."]);
});

test("where both end together it is said once", () => {
  expect(words(365, 365)).toEqual(["Can be spent for 365 days after it is issued."]);
});

test("where the bonus ends first, both ends are said", () => {
  expect(words(365, 30)).toEqual([
    "Can be spent for 365 days after it is issued.",
    "The $6.00 bonus can be spent for 30 days after it is issued.",
  ]);
});
