import { expect, test } from "vitest";
import { defaultPolicy, noProducts, type Policy } from "../policy/index.ts";
import { copyNotes, ruleNotes } from "./copy-notes.ts";

const into = { policy: defaultPolicy("JPY"), currency: "JPY" };

function from(change: Partial<Policy>): Policy {
  return { ...defaultPolicy("EUR"), ...change };
}

test("a fixed bonus without an amount in the target's currency is named", () => {
  const { storeCredit } = defaultPolicy("EUR");
  const fixed = { kind: "fixed", amounts: { EUR: "5.00", USD: "5.00" }, per: "return" } as const;
  const notes = ruleNotes(from({ storeCredit: { ...storeCredit, bonus: fixed } }), into, ["resolutions"]);
  expect(notes).toEqual([
    { kind: "no_amount", path: "storeCredit.bonus.amounts", currency: "JPY", has: ["EUR", "USD"] },
  ]);
});

test("with an amount in that currency, and with a percentage, there is nothing to say", () => {
  const { storeCredit } = defaultPolicy("EUR");
  const fixed = { kind: "fixed", amounts: { EUR: "5.00", JPY: "700" }, per: "return" } as const;
  expect(ruleNotes(from({ storeCredit: { ...storeCredit, bonus: fixed } }), into, ["resolutions"])).toEqual(
    [],
  );
  expect(ruleNotes(from({}), into, ["policy", "fees", "resolutions", "automation"])).toEqual([]);
});

test("tiers and conditions with amounts are looked into as well", () => {
  const when = { returnValue: { from: { EUR: "50.00" } } };
  const rule = { id: "r", name: "Small ones", priority: 1, when, act: "approve" as const };
  expect(ruleNotes(from({ approvalRules: [rule] }), into, ["automation"])).toMatchObject([
    { kind: "no_amount", path: "approvalRules.0.when.returnValue.from" },
  ]);
});

test("another shop's products and collections are named", () => {
  const finalSale = { ...noProducts, collectionIds: ["gid://shopify/Collection/1"] };
  expect(ruleNotes(from({ finalSale }), into, ["policy"])).toEqual([
    { kind: "foreign_products", path: "finalSale.collectionIds" },
  ]);
});

test("a rule about a reason the target does not have is named, unless the reasons come along", () => {
  const rule = { id: "r", name: "Moths", priority: 1, when: { reasons: ["moths"] }, act: "hold" as const };
  const moths = { ...defaultPolicy("EUR").reasons[0], key: "moths" } as Policy["reasons"][number];
  const policy = from({ approvalRules: [rule], reasons: [moths] });
  expect(ruleNotes(policy, into, ["automation"])).toEqual([
    { kind: "unknown_reason", path: "approvalRules.0.when.reasons", reason: "moths" },
  ]);
  expect(ruleNotes(policy, into, ["automation", "policy"])).toEqual([]);
});

test("a logo and an address for answers stay with their shop, and a text that says its name is named", () => {
  const shop = { name: "Fjord", currency: "EUR", replyTo: "hei@fjord.example" };
  const own = { rules: { version: 1, policy: defaultPolicy("EUR") }, letters: [] };
  const source = { shop, settings: { ...own, brand: { logoUrl: "https://fjord.example/logo.png" } } };
  const target = { shop: { ...shop, name: "Tide" }, settings: { ...own, brand: {} } };
  const changes = [
    { path: "branding.words.en.welcome", before: undefined, after: "Send it back to Fjord" },
    { path: "branding.words.en.lead", before: undefined, after: "Your order number is enough" },
  ];
  const sections = ["branding", "emails"] as const;
  expect(copyNotes(source, target, { sections, changes })).toEqual([
    { kind: "names_source", path: "branding.words.en.welcome", source: "Fjord" },
    { kind: "logo_stays", path: "branding.logoUrl" },
    { kind: "reply_to_stays", path: "emails.replyTo" },
  ]);
  expect(copyNotes(source, target, { sections: ["fees"], changes: [] })).toEqual([]);
});
