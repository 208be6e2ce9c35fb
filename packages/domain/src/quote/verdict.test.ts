import { toDecimal } from "@kept/money";
import { expect, test } from "vitest";
import type { Policy } from "../policy/policy.ts";
import { strangerFacts } from "./facts.ts";
import { line, now, order, rules } from "./testing/cast.ts";
import { type Verdict, verdict } from "./verdict.ts";

const shop = order("USD", [line("shirt", 2, "40.00"), line("sock", 1, "5.00", { gone: 1 })]);

function tried(change: Partial<Policy> = {}, reason: string | null = null): Verdict {
  const policy = { version: 7, policy: rules("USD", change) };
  return verdict({ order: shop, policy, customer: strangerFacts("USD"), at: now, reason, timeZone: "UTC" });
}

const sums = ({ quotes }: Verdict) =>
  Object.entries(quotes).map(([resolution, { totals, policyVersion, at }]) => [
    resolution,
    toDecimal(totals.total),
    policyVersion,
    at,
  ]);

test("all that can come back is quoted for every resolution that is offered, as of the instant that was asked", () => {
  const made = tried({ otherwise: "approve", trigger: "on_receipt" });
  expect(made.lines.map(({ lineItemId, quantity }) => [lineItemId, quantity])).toEqual([
    ["gid://shopify/LineItem/shirt", 2],
    ["gid://shopify/LineItem/sock", 0],
  ]);
  expect(made.offers.map(({ resolution, offered }) => [resolution, offered])).toEqual([
    ["store_credit", true],
    ["original_payment", true],
  ]);
  expect(made.approval).toMatchObject({ act: "approve", rule: "otherwise" });
  expect(made.trigger).toBe("on_receipt");
  expect(sums(made)).toEqual([
    ["store_credit", "44.00", 7, now],
    ["original_payment", "40.00", 7, now],
  ]);
});

test("the reason that is asked about counts in offers and approval, and what is not offered is not quoted", () => {
  const mind = { reasons: ["changed_mind"] };
  const change: Partial<Policy> = {
    resolutionRules: [{ id: "mind", name: "Mind", when: mind, without: "original_payment" }],
    approvalRules: [{ id: "fast", name: "Fast", priority: 1, when: mind, act: "approve" }],
  };
  const made = tried(change, "changed_mind");
  expect(made.offers.map(({ resolution, offered, rule }) => [resolution, offered, rule])).toEqual([
    ["store_credit", true, "storeCredit.enabled"],
    ["original_payment", false, "resolutionRules.mind"],
  ]);
  expect(made.approval).toMatchObject({ act: "approve", name: "Fast" });
  expect(Object.keys(made.quotes)).toEqual(["store_credit"]);
  const other = tried(change, "too_small");
  expect(other.approval).toMatchObject({ act: "hold" });
  expect(Object.keys(other.quotes)).toEqual(["store_credit", "original_payment"]);
});

test("where nothing can come back there is nothing to offer, to approve or to quote, but still why", () => {
  const made = tried({ window: { ...rules("USD").window, days: 1 }, trigger: "in_transit" });
  expect(made.lines.map(({ reason, rule }) => [reason, rule])[0]).toEqual(["window_closed", "window"]);
  expect({ ...made, lines: [] }).toEqual({
    lines: [],
    offers: [],
    approval: null,
    trigger: "in_transit",
    quotes: {},
  });
});
