import { expect, test } from "vitest";
import { readOffer, type TypedOffer, typedFrom } from "./offer-form.ts";

const typed: TypedOffer = {
  enabled: true,
  description: "Spend it on anything.",
  kind: "percent",
  percent: "10",
  of: "items",
  fixed: { USD: "" },
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
