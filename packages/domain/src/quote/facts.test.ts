import { expect, test } from "vitest";
import { approval } from "../policy/approval.ts";
import { offers } from "../policy/offers.ts";
import { askedOf, strangerFacts } from "./facts.ts";
import { line, now, order, quoted, rules, selected } from "./testing/cast.ts";

const shirts = order("USD", [line("shirt", 3, "60.00", { gone: 1 })]);
const changedMind = [
  { lineItemId: "gid://shopify/LineItem/shirt", quantity: 2, reason: "changed_mind", photos: 1 },
];
const policy = rules("USD", {
  resolutionRules: [
    { id: "mind", name: "Credit only", when: { reasons: ["changed_mind"] }, without: "original_payment" },
  ],
  approvalRules: [
    {
      id: "seen",
      name: "Small, with a photo",
      priority: 1,
      when: { photos: true, returnValue: { from: { USD: "40.00" }, to: { USD: "40.00" } } },
      act: "approve",
    },
  ],
});

test("offers, approval and quote judge one return by the same facts", () => {
  const input = selected(shirts, {}, { selection: changedMind, policy: { version: 1, policy } });
  const asked = askedOf(input);
  expect(offers(shirts, policy, now, asked).map(({ offered }) => offered)).toEqual([true, false]);
  expect(approval(policy, asked)).toEqual({ act: "approve", rule: "seen", name: "Small, with a photo" });
  expect(quoted(shirts, {}, input).decisions.map(({ because }) => because)).toEqual(["only_choice"]);
});

test("a request without photos waits for a person", () => {
  const asked = askedOf(selected(shirts, { shirt: 2 }));
  expect(approval(policy, asked).act).toBe("hold");
});

test("one photo of two items is not enough", () => {
  const two = order("USD", [line("shirt", 1, "20.00"), line("mug", 1, "20.00")]);
  const selection = [
    { lineItemId: "gid://shopify/LineItem/shirt", quantity: 1, photos: 2 },
    { lineItemId: "gid://shopify/LineItem/mug", quantity: 1 },
  ];
  expect(approval(policy, askedOf(selected(two, {}, { selection }))).act).toBe("hold");
});

test("of a stranger nothing is known: no return, no bonus, no change of mind", () => {
  const { returnsBefore, segments, switched, ...amounts } = strangerFacts("JPY");
  expect({ returnsBefore, segments, switched }).toEqual({ returnsBefore: 0, segments: [], switched: false });
  expect(Object.values(amounts)).toEqual(Array(4).fill({ minor: 0n, currency: "JPY" }));
});
