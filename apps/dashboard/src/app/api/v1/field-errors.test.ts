import { expect, test } from "vitest";
import { fieldErrors, pointerTo } from "./field-errors.ts";
import { exampleRequest } from "./quotes/examples.ts";
import { quoteRequest } from "./quotes/quote-request.ts";

const line = exampleRequest.lines[0];

function told(sent: unknown): string[] {
  const read = quoteRequest.safeParse(sent);
  if (read.success) throw new Error("Nothing was refused");
  return fieldErrors(read.error, sent).map(({ pointer, detail }) => `${pointer} ${detail}`);
}

test("what is missing is called missing, what is of another kind is told which kind", () => {
  expect(told({ ...exampleRequest, orderId: undefined, lines: "all" })).toEqual([
    "#/orderId This field is missing.",
    "#/lines This must be an array.",
  ]);
});

test.each([
  [{ ...line, quantity: 0 }, "#/lines/0/quantity This must be at least 1."],
  [{ ...line, quantity: 10 ** 18 }, "#/lines/0/quantity This must be at most 100000."],
  [{ ...line, quantity: 1.5 }, "#/lines/0/quantity This must be a whole number."],
  [{ ...line, quantity: "1" }, "#/lines/0/quantity This must be a number."],
  [{ ...line, lineItemId: "shirt" }, "#/lines/0/lineItemId This must be a Shopify line item id."],
  [{ ...line, price: "1.00" }, "#/lines/0/price There is no such field."],
  [{ ...line, reason: "" }, "#/lines/0/reason This must have a length of at least 1."],
])("a line of %j is told: %s", (wrong, words) => {
  expect(told({ ...exampleRequest, lines: [wrong] })).toEqual([words]);
});

test("the choices are named where there are few", () => {
  expect(told({ ...exampleRequest, resolution: "cash" })).toEqual([
    '#/resolution This must be one of "store_credit", "original_payment".',
  ]);
});

test("nothing at all, and something that is no object, is answered as well", () => {
  expect(told(null)).toEqual(["# This must be an object."]);
  expect(told([])).toEqual(["# This must be an object."]);
});

test("a pointer names any field, whatever it is called", () => {
  expect(pointerTo([])).toBe("#");
  expect(pointerTo(["lines", 0, "a/b~c ü"])).toBe("#/lines/0/a~1b~0c%20%C3%BC");
});
