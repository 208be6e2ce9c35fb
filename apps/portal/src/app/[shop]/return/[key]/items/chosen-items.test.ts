import { expect, test } from "vitest";
import { readChosenItems } from "./chosen-items.ts";

const shirt = "gid://shopify/FulfillmentLineItem/1";
const scarf = "gid://shopify/FulfillmentLineItem/2";

function posted(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test("what Ada ticked is returned, what she left alone is not", () => {
  const form = posted({
    [`chosen.${shirt}`]: "on",
    [`quantity.${shirt}`]: "2",
    [`reason.${shirt}`]: "too_small",
    [`note.${shirt}`]: "  tight at the collar ",
    [`quantity.${scarf}`]: "1",
    [`reason.${scarf}`]: "",
  });
  expect(readChosenItems(form)).toEqual({
    problems: {},
    items: [{ fulfillmentLineItemId: shirt, quantity: 2, reason: "too_small", note: "tight at the collar" }],
  });
});

test("an item there is one of needs no quantity", () => {
  const { items } = readChosenItems(posted({ [`chosen.${shirt}`]: "on", [`reason.${shirt}`]: "other" }));
  expect(items).toEqual([{ fulfillmentLineItemId: shirt, quantity: 1, reason: "other" }]);
});

test("ticking nothing is said of the whole form", () => {
  expect(readChosenItems(posted({ [`reason.${shirt}`]: "other" })).problems).toEqual({ "": "NothingChosen" });
});

test.each(["0", "-1", "1.5", "1e3", "many", "99999"])("%s is not how many one can send back", (quantity) => {
  const form = posted({
    [`chosen.${shirt}`]: "on",
    [`quantity.${shirt}`]: quantity,
    [`reason.${shirt}`]: "other",
  });
  expect(Object.keys(readChosenItems(form).problems)).toEqual([`quantity.${shirt}`]);
});

test("a line break is one character of a note, though a form sends two", () => {
  const note = `${"x".repeat(139)}\r\n${"x".repeat(140)}`;
  const form = posted({ [`chosen.${shirt}`]: "on", [`reason.${shirt}`]: "other", [`note.${shirt}`]: note });
  expect(readChosenItems(form).problems).toEqual({});
});

test("a missing reason and an endless note are each said at their field", () => {
  const form = posted({ [`chosen.${shirt}`]: "on", [`note.${shirt}`]: "x".repeat(281) });
  expect(Object.keys(readChosenItems(form).problems)).toEqual([`reason.${shirt}`, `note.${shirt}`]);
});
