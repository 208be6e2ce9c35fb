import { expect, test } from "vitest";
import { inWords } from "./change-words.ts";

const bonus = "storeCredit.bonus.";

test("another rate of the same kind is one short change", () => {
  const changes = [{ path: `${bonus}basisPoints`, before: 1000, after: 1250 }];
  expect(inWords(changes)).toEqual([{ what: "Bonus", from: "10%", to: "12.5%" }]);
});

test("another kind of bonus is said as one change, whole on both sides", () => {
  const changes = [
    { path: "storeCredit.description", before: "", after: "Enjoy" },
    { path: `${bonus}kind`, before: "percent", after: "fixed" },
    { path: `${bonus}basisPoints`, before: 1000, after: undefined },
    { path: `${bonus}of`, before: "items", after: undefined },
    { path: `${bonus}amounts`, before: undefined, after: { USD: "5.00", EUR: "4.50" } },
    { path: `${bonus}per`, before: undefined, after: "return" },
  ];
  expect(inWords(changes)).toEqual([
    { what: "Bonus", from: "10% of items, before tax", to: "5.00 USD, 4.50 EUR" },
    { what: "Description", from: "nothing", to: "Enjoy" },
  ]);
});

test("switching the bonus off says so", () => {
  const changes = [
    { path: `${bonus}kind`, before: "percent", after: "none" },
    { path: `${bonus}basisPoints`, before: 500, after: undefined },
    { path: `${bonus}of`, before: "after_fees", after: undefined },
  ];
  expect(inWords(changes)).toEqual([{ what: "Bonus", from: "5% of the whole refund", to: "no bonus" }]);
});

test("an expiry reads as a promise", () => {
  const changes = [{ path: "storeCredit.bonusExpiresAfterDays", before: null, after: 180 }];
  expect(inWords(changes)).toEqual([{ what: "Bonus expires", from: "never", to: "after 180 days" }]);
});

test.each([
  ["window.days", 30, null, "Return window", "30 days", "no end"],
  ["otherwise", "hold", "approve", "Requests no rule speaks of", "wait for a person", "approved at once"],
  ["trigger", "by_hand", "on_receipt", "Credit is issued", "by hand", "on receipt"],
  ["storeCredit.limits.shareOfBase", null, 5000, "Most bonus, of the refund", "nothing", "50%"],
  [
    "approvalRules.0",
    undefined,
    { id: "a", name: "Small returns" },
    "Approval rule 1",
    "nothing",
    "“Small returns”",
  ],
  [
    "approvalRules.1.when.returnValue.to.USD",
    "25.00",
    "30.00",
    "Approval rule 2: return value to USD",
    "25.00",
    "30.00",
  ],
  ["reasons.2.words.en", "Damaged", "Broken", "Reason 3: words en", "Damaged", "Broken"],
])("a change of %s reads as a sentence", (path, before, after, what, from, to) => {
  expect(inWords([{ path, before, after }])).toEqual([{ what, from, to }]);
});
