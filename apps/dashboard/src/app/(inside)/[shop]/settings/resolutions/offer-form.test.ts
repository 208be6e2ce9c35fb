import { expect, test } from "vitest";
import { freshBonus } from "../rules/typed-bonus.ts";
import { readOffer, type TypedOffer, typedFrom } from "./offer-form.ts";

const typed: TypedOffer = {
  enabled: true,
  description: "Spend it on anything.",
  ...freshBonus("USD", "10"),
  cap: { USD: "" },
  expires: false,
  days: "",
};

test.each([
  ["10", 1000],
  ["12.5", 1250],
  ["12,5", 1250],
  ["0", 0],
  ["100", 10_000],
  ["7.25 %", 725],
])("a bonus of %s percent is %i basis points", (percent, basisPoints) => {
  expect(offerOf({ ...typed, percent }).bonus).toEqual({ kind: "percent", basisPoints, of: "items" });
});

test.each(["", "ten", "-5", "100.01", "1e2", "12.345"])(
  "a bonus of “%s” percent is refused beside its field",
  (percent) => {
    expect(problemsOf({ ...typed, percent })).toHaveProperty("percent");
  },
);

test("a fixed bonus is kept per currency, in that currency's own digits; empty fields are no amount", () => {
  const fixed = { USD: "5", EUR: "4,50", JPY: "700", GBP: " " };
  expect(offerOf({ ...typed, kind: "fixed", fixed }).bonus).toEqual({
    kind: "fixed",
    amounts: { USD: "5.00", EUR: "4.50", JPY: "700" },
    per: "return",
  });
});

test.each([
  ["JPY", "7.5"],
  ["USD", "5.001"],
  ["USD", "-1"],
  ["USD", "five"],
  ["XXX", "5.00"],
])("%s %s is no amount, and the field that is wrong is named", (code, text) => {
  expect(problemsOf({ ...typed, kind: "fixed", fixed: { [code]: text } })).toHaveProperty([`fixed.${code}`]);
});

const tier = (from: string, percent: string, fixed = "") => ({
  from: { USD: from },
  percent,
  fixed: { USD: fixed },
});

test("tiers are read in their sequence, and come back as they were typed", () => {
  const tiers = [tier("0", "5"), tier("50", "", "7.50"), tier("100", "12.5", "10")];
  // The second tier gives no percentage at all: less than the first.
  expect(problemsOf({ ...typed, kind: "tiers", tiers })).toHaveProperty(["tiers.1"]);
  const rising = [tier("0", "5"), tier("100", "12.5", "10")];
  const bonus = offerOf({ ...typed, kind: "tiers", tiers: rising }).bonus;
  expect(bonus).toEqual({
    kind: "tiers",
    of: "items",
    per: "return",
    tiers: [
      { from: { USD: "0.00" }, basisPoints: 500, amounts: {} },
      { from: { USD: "100.00" }, basisPoints: 1250, amounts: { USD: "10.00" } },
    ],
  });
  const again = typedFrom(offerOf({ ...typed, kind: "tiers", tiers: rising }), "USD");
  expect(offerOf(again).bonus).toEqual(bonus);
});

test.each([
  ["where it begins", [tier("", "5")], "tiers.0.from"],
  ["a number", [tier("0", "much")], "tiers.0.percent"],
  ["an amount", [tier("0", "5", "five")], "tiers.0.fixed.USD"],
  ["more than the one before", [tier("50", "5"), tier("50", "6")], "tiers.1"],
  ["as much as the one before", [tier("0", "5"), tier("50", "4")], "tiers.1"],
  ["a tier", [], "tiers"],
])("a tier that does not say %s is refused beside its field", (_, tiers, field) => {
  expect(problemsOf({ ...typed, kind: "tiers", tiers })).toHaveProperty([field]);
});

test("days are only asked for when the bonus expires", () => {
  expect(offerOf({ ...typed, days: "soon" }).bonusExpiresAfterDays).toBeNull();
  expect(problemsOf({ ...typed, expires: true, days: "soon" })).toHaveProperty("days");
  expect(offerOf({ ...typed, expires: true, days: "180" }).bonusExpiresAfterDays).toBe(180);
});

test("what was saved comes back into the form as it was typed", () => {
  const saved = offerOf({ ...typed, percent: "7.25", cap: { USD: "20.00" }, expires: true, days: "90" });
  expect(readOffer(typedFrom(saved, "USD"))).toEqual({ ok: true, offer: saved });
});

function offerOf(form: TypedOffer) {
  const read = readOffer(form);
  if (!read.ok) throw new Error(JSON.stringify(read.fields));
  return read.offer;
}

function problemsOf(form: TypedOffer) {
  const read = readOffer(form);
  return read.ok ? {} : read.fields;
}
