import { defaultPolicy, type Policy, policySchema } from "@kept/domain";
import { describe, expect, test } from "vitest";
import { readAutomation, typedAutomation } from "../automation/automation-form.ts";
import { typedAutomationSchema } from "../automation/typed-automation.ts";
import { readFees, typedFees } from "../fees/fees-form.ts";
import { typedFeesSchema } from "../fees/typed-fees.ts";
import { readPolicy, typedPolicy } from "../policy/policy-form.ts";
import { typedPolicySchema } from "../policy/typed-policy.ts";
import type { TypedConditions } from "./conditions-form.ts";

const bloom = defaultPolicy("USD");
const products = {
  tags: ["linen", "silk"],
  types: ["Shirt"],
  vendors: [],
  collectionIds: ["gid://shopify/Collection/7"],
  productIds: [],
};
const when = {
  reasons: ["too_small", "damaged"],
  products,
  customerTags: ["VIP"],
  segments: ["gid://shopify/Segment/77"],
  orderTags: ["gift"],
  countries: ["US", "CA"],
  orderValue: { from: { USD: "10.00" }, to: { USD: "99.00", JPY: "9900" } },
  returnValue: { to: { USD: "40.00" } },
  between: { from: "2026-11-01", to: "2026-12-31" },
  firstReturn: true,
  returnsBefore: { from: 0, to: 3 },
  switched: true,
  photos: false,
};

/** A policy in which every field of the three forms says something. */
const rich: Policy = policySchema.parse({
  ...bloom,
  window: {
    from: "order",
    days: null,
    bufferDays: 3,
    products: [
      { products, days: 3 },
      { products, days: null },
    ],
  },
  finalSale: products,
  blocked: { orderTags: ["wholesale"], customerTags: ["no-returns"], emails: ["eve@example.com"], products },
  allowed: {
    orderTags: ["goodwill"],
    orderNames: ["#1001"],
    customerTags: ["VIP"],
    emails: ["ada@example.com"],
  },
  reasons: [
    {
      key: "damaged",
      words: { en: "Damaged", de: "Beschädigt" },
      photo: "required",
      note: "required",
      subReasons: [{ key: "in_transit", words: { en: "On its way", de: "Unterwegs" } }],
    },
    { key: "other", words: { en: "Other" } },
  ],
  fees: {
    returnFee: { kind: "percent", basisPoints: 250, waivedForCredit: false, exceptReasons: ["damaged"] },
    restocking: { basisPoints: 1_250, products, waivedForCredit: true, exceptReasons: [] },
    label: { amounts: { USD: "6.00", JPY: "600" }, waivedForCredit: false, exceptReasons: ["damaged"] },
  },
  shipping: "proportional",
  duties: "when_everything_returned",
  originalPayment: { ...bloom.originalPayment, enabled: false },
  resolutionRules: [{ id: "mind", name: "Credit only", when, without: "original_payment" }],
  approvalRules: [
    { id: "small", name: "Small", priority: 1, when, act: "approve" },
    { id: "often", name: "Often", priority: 2, when: {}, act: "hold" },
  ],
  otherwise: "approve",
  trigger: "on_receipt",
  keepItemReasons: ["damaged"],
  storeCredit: {
    ...bloom.storeCredit,
    bonusRules: [
      {
        id: "a",
        name: "A",
        priority: 1,
        when,
        bonus: { kind: "percent", basisPoints: 1_550, of: "after_fees" },
      },
      {
        id: "b",
        name: "B",
        priority: 2,
        when: {},
        bonus: { kind: "fixed", amounts: { USD: "5.00" }, per: "order" },
      },
      {
        id: "c",
        name: "C",
        priority: 3,
        when: {},
        bonus: { kind: "both", basisPoints: 100, of: "items", amounts: { USD: "1.00" }, per: "return" },
      },
      { id: "d", name: "D", priority: 4, when: {}, bonus: { kind: "none" } },
      {
        id: "e",
        name: "E",
        priority: 5,
        when: {},
        bonus: {
          kind: "tiers",
          of: "items",
          per: "return",
          tiers: [{ from: { USD: "0.00" }, basisPoints: 500, amounts: {} }],
        },
      },
    ],
    limits: {
      atLeast: { USD: "1.00" },
      perReturn: { USD: "50.00" },
      shareOfBase: 5_000,
      perCustomer: { amounts: { USD: "100.00" }, days: 90 },
      perMonth: { USD: "1000.00" },
    },
  },
});

describe("what is saved is what the form shows, and shown and saved again it is the same", () => {
  test.each([
    ["a new shop", bloom],
    ["a shop with a rule for everything", rich],
  ])("%s", (_, policy) => {
    const automation = typedAutomationSchema.parse(structuredClone(typedAutomation(policy, "USD")));
    expect(readAutomation(automation, policy)).toEqual({ ok: true, policy });
    const fees = typedFeesSchema.parse(structuredClone(typedFees(policy, "USD")));
    expect(readFees(fees, policy)).toEqual({ ok: true, policy });
    const rules = typedPolicySchema.parse(structuredClone(typedPolicy(policy, "USD")));
    expect(readPolicy(rules, policy)).toEqual({ ok: true, policy });
  });
});

function wrongIn(change: TypedConditions) {
  const typed = typedAutomation(bloom, "USD");
  const approvalRules = [{ id: "r", name: "R", when: change, act: "approve" as const }];
  const read = readAutomation({ ...typed, approvalRules }, bloom);
  return read.ok ? {} : read.fields;
}

test.each<[string, TypedConditions, Record<string, string>]>([
  ["no reason", { reasons: [] }, { reasons: "Say which, or remove this condition." }],
  ["no tag", { customerTags: " , " }, { customerTags: "Say which, or remove this condition." }],
  [
    "a country in words",
    { countries: "us, Germany" },
    { countries: "Type countries as two letters: US, DE, JP." },
  ],
  [
    "no amount",
    { orderValue: { from: { USD: "" }, to: { USD: " " } } },
    { orderValue: "Type an amount, or remove this condition." },
  ],
  [
    "an amount that is none",
    { returnValue: { from: { USD: "much" }, to: {} } },
    { "returnValue.from.USD": "Type an amount in USD, like 5.00." },
  ],
  [
    "days the wrong way round",
    { between: { from: "2026-12-01", to: "2026-11-01" } },
    { between: "The last day is before the first." },
  ],
  [
    "half a return",
    { returnsBefore: { from: "0.5", to: "" } },
    { "returnsBefore.from": "Type a number of returns from 0 to 999." },
  ],
])("a condition with %s is refused beside its field", (_, when, wrong) => {
  const fields = Object.entries(wrong).map(([field, words]) => [`approvalRules.0.when.${field}`, words]);
  expect(wrongIn(when)).toEqual(Object.fromEntries(fields));
});

test("the sequence of the rules is their priority, and a rule without a name is refused", () => {
  const typed = typedAutomation(rich, "USD");
  const turned = { ...typed, approvalRules: [...typed.approvalRules].reverse() };
  const read = readAutomation(turned, rich);
  expect(read.ok && read.policy.approvalRules.map(({ id, priority }) => [id, priority])).toEqual([
    ["often", 1],
    ["small", 2],
  ]);
  const [first] = typed.bonusRules;
  if (!first) throw new Error("There is a rule");
  const nameless = readAutomation({ ...typed, bonusRules: [{ ...first, name: " " }] }, rich);
  expect(nameless).toMatchObject({
    ok: false,
    fields: { "bonusRules.0.name": expect.stringContaining("name") },
  });
});

test("a new reason gets a key of its own, and the words of other languages stay", () => {
  const typed = typedPolicy(rich, "USD");
  const fresh = {
    key: "",
    label: "Other",
    photo: "never" as const,
    note: "optional" as const,
    subReasons: "Too short\nToo short\n Too long ",
  };
  const [damaged] = typed.reasons;
  if (!damaged) throw new Error("There is a reason");
  const renamed = { ...damaged, label: "Broken", subReasons: "On its way\nIn the shop" };
  const read = readPolicy({ ...typed, reasons: [renamed, fresh, ...typed.reasons.slice(1)] }, rich);
  expect(read.ok && read.policy.reasons).toEqual([
    {
      ...rich.reasons[0],
      words: { en: "Broken", de: "Beschädigt" },
      subReasons: [rich.reasons[0]?.subReasons[0], { key: "in_the_shop", words: { en: "In the shop" } }],
    },
    {
      key: "other_2",
      words: { en: "Other" },
      photo: "never",
      note: "optional",
      subReasons: [
        { key: "too_short", words: { en: "Too short" } },
        { key: "too_long", words: { en: "Too long" } },
      ],
    },
    rich.reasons[1],
  ]);
});

test("a fee that is on and says no amount is refused beside it", () => {
  const typed = typedFees(bloom, "USD");
  const label = { ...typed.label, on: true };
  const read = readFees(
    { ...typed, label, returnFee: { ...typed.returnFee, kind: "percent", percent: "101" } },
    bloom,
  );
  expect(read).toEqual({
    ok: false,
    fields: {
      "label.amounts": "Type an amount, or switch the fee off.",
      "returnFee.percent": "Type a number from 0 to 100, with at most two decimals.",
    },
  });
});
