import { expect, test } from "vitest";
import { defaultPolicy, diffPolicies, type Policy, policySchema } from "./index.ts";

const bloom = defaultPolicy("USD");

function refusal(policy: unknown): string[] {
  const parsed = policySchema.safeParse(policy);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

function withCredit(change: Partial<Policy["storeCredit"]>): Policy {
  return { ...bloom, storeCredit: { ...bloom.storeCredit, ...change } };
}

test("a new shop starts with ten percent on the subtotal, a base that never expires, and a person who decides", () => {
  expect(policySchema.parse(bloom)).toEqual(bloom);
  expect(bloom.storeCredit.bonus).toEqual({ kind: "percent", basisPoints: 1_000, of: "items" });
  expect(bloom.storeCredit.baseExpiresAfterDays).toBeNull();
  expect([bloom.otherwise, bloom.trigger]).toEqual(["hold", "by_hand"]);
});

test("a policy is plain data: stored and read back it is the same", () => {
  expect(policySchema.parse(JSON.parse(JSON.stringify(bloom)))).toEqual(bloom);
});

test("a misspelled rule is refused, not ignored", () => {
  expect(refusal({ ...bloom, finalSales: {} })).toEqual([': Unrecognized key: "finalSales"']);
});

test("the description of the credit has at most 500 characters", () => {
  expect(refusal(withCredit({ description: "x".repeat(500) }))).toEqual([]);
  expect(refusal(withCredit({ description: "x".repeat(501) }))).toHaveLength(1);
});

test("an amount that its currency cannot have is refused next to its field", () => {
  const fixed = (amounts: Record<string, string>) =>
    withCredit({ bonus: { kind: "fixed", amounts, per: "return" } });
  expect(refusal(fixed({ USD: "5.00", JPY: "700" }))).toEqual([]);
  expect(refusal(fixed({ JPY: "7.5" }))).toEqual([
    "storeCredit.bonus.amounts.JPY: JPY has 0 decimals, and 7.5 has more",
  ]);
  expect(refusal(fixed({ USD: "-1" }))).toEqual(["storeCredit.bonus.amounts.USD: -1 is below zero"]);
  expect(refusal(fixed({ usd: "1" }))).toEqual(['storeCredit.bonus.amounts.usd: Not a currency: "usd"']);
  expect(refusal(fixed({ USD: "a lot" }))).toEqual(['storeCredit.bonus.amounts.USD: Not an amount: "a lot"']);
});

test("a bonus is between nothing and a hundred percent", () => {
  const percent = (basisPoints: number) =>
    withCredit({ bonus: { kind: "percent", basisPoints, of: "items" } });
  expect(refusal(percent(0))).toEqual([]);
  expect(refusal(percent(10_000))).toEqual([]);
  for (const wrong of [-1, 10_001, 0.5]) expect(refusal(percent(wrong))).toHaveLength(1);
});

test("tiers rise: whoever sends back more never gets less", () => {
  const tiers = (...list: [string, number][]) =>
    withCredit({
      bonus: {
        kind: "tiers",
        of: "items",
        per: "return",
        tiers: list.map(([USD, basisPoints]) => ({ from: { USD }, basisPoints, amounts: {} })),
      },
    });
  expect(refusal(tiers(["0", 500], ["50", 1_000], ["100", 1_000]))).toEqual([]);
  const message = "Each tier starts higher and gives at least as much";
  expect(refusal(tiers(["0", 500], ["50", 400]))).toEqual([`storeCredit.bonus.tiers.1: ${message}`]);
  expect(refusal(tiers(["50", 500], ["50", 600]))).toEqual([`storeCredit.bonus.tiers.1: ${message}`]);
});

test("two rules cannot have one id, and none the name of the standing bonus", () => {
  const rule = (id: string) => ({ id, name: id, priority: 1, when: {}, bonus: { kind: "none" as const } });
  expect(refusal(withCredit({ bonusRules: [rule("vip"), rule("vip")] }))).toEqual([
    "storeCredit.bonusRules.1.id: vip is there twice",
  ]);
  expect(refusal(withCredit({ bonusRules: [rule("standing")] }))).toEqual([
    "storeCredit.bonusRules.0.id: standing is not free",
  ]);
});

test("two reasons cannot have one key", () => {
  const [first] = bloom.reasons;
  expect(refusal({ ...bloom, reasons: [first, first] })).toEqual(["reasons.1.key: too_small is there twice"]);
});

test("what changed between two versions is named value by value", () => {
  const next = {
    ...withCredit({ bonus: { kind: "percent", basisPoints: 1_500, of: "items" } }),
    blocked: { ...bloom.blocked, orderTags: ["wholesale"] },
  } satisfies Policy;
  expect(diffPolicies(bloom, next)).toEqual([
    { path: "blocked.orderTags.0", before: undefined, after: "wholesale" },
    { path: "storeCredit.bonus.basisPoints", before: 1_000, after: 1_500 },
  ]);
  expect(diffPolicies(bloom, structuredClone(bloom))).toEqual([]);
});
