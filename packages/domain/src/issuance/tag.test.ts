import { money } from "@kept/money";
import type { CreditTransaction } from "@kept/shopify";
import { expect, test } from "vitest";
import { bonusTagCarrier, tagSearch } from "./tag.ts";

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
  expect(tagSearch({ id: leg, expiresOn: null }, [], new Set())(credit({}))).toBe(false);
  expect(carrier.carries(credit({}), carrier.tag(leg, 1, 0))).toBe(false);
});

const bonus = { id: leg, expiresOn: "2027-11-24" };
const expiring = bonusTagCarrier("2026-10", bonus.expiresOn);
const carrying = (tag: string) => credit({ expiresAt: new Date(tag) });

test("what an earlier life sent is recognized after a restore forgot it, also after many tries at a closed door", () => {
  const after = Array.from({ length: 12 }, (_, i) => ({ n: i + 1, tag: expiring.tag(leg, i + 1, 0) }));
  expect(tagSearch(bonus, [], new Set())(carrying(expiring.tag(leg, 3, 1)))).toBe(true);
  expect(tagSearch(bonus, after, new Set())(carrying(expiring.tag(leg, 12, 0)))).toBe(true);
  expect(tagSearch(bonus, after, new Set())(carrying(expiring.tag(leg, 14, 0)))).toBe(true);
});

test("seconds that are known to be another credit's are not ours, however alike", () => {
  const tag = expiring.tag(leg, 1, 0);
  expect(tagSearch(bonus, [], new Set([tag]))(carrying(tag))).toBe(false);
});

test("after a restore a credit belongs to the leg for which it would be the earlier attempt, however alike the seconds", () => {
  // Two legs whose seconds meet: the first attempt of one is a later one of the other.
  const second = (id: string, n: number) => expiring.tag(id, n, 0);
  const firsts = new Map<string, string>();
  const names = Array.from({ length: 3_000 }, (_, i) => `leg-${i}`);
  for (const name of names) firsts.set(second(name, 1), name);
  const met = names.flatMap((name) =>
    [2, 3, 4, 5].flatMap((n) => {
      const other = firsts.get(second(name, n));
      return other && other !== name ? [{ name, other, n }] : [];
    }),
  );
  const [pair] = met;
  if (!pair) throw new Error("No two legs meet");
  const given = carrying(second(pair.other, 1));
  const of = (id: string) => ({ id, expiresOn: bonus.expiresOn });
  expect(tagSearch(of(pair.name), [], new Set())(given)).toBe(true);
  expect(tagSearch(of(pair.name), [], new Set(), new Set([pair.other]))(given)).toBe(false);
  expect(tagSearch(of(pair.other), [], new Set(), new Set([pair.name]))(given)).toBe(true);
});

test("a credit sent before the API had notes is still recognized after the version changed", () => {
  const sent = { n: 1, tag: expiring.tag(leg, 1, 0) };
  expect(tagSearch(bonus, [sent], new Set())(carrying(sent.tag))).toBe(true);
  const noted = bonusTagCarrier("2027-01", bonus.expiresOn).tag(leg, 2, 0);
  expect(tagSearch(bonus, [sent], new Set())(credit({ note: noted }))).toBe(true);
});

test("every attempt and every salt has a tag of its own, the same in every process", () => {
  const tags = [1, 2, 3, 4, 5].flatMap((n) => [0, 1, 2, 3].map((salt) => expiring.tag(leg, n, salt)));
  expect(new Set(tags).size).toBe(20);
  expect(bonusTagCarrier("2026-10", bonus.expiresOn).tag(leg, 5, 3)).toBe(tags[19]);
});
