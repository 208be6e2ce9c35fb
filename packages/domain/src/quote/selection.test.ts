import { money } from "@kept/money";
import { expect, test } from "vitest";
import { quoteFromJson, quoteToJson } from "./quote-json.ts";
import { quoteRequestSchema } from "./quote-request.ts";
import { selectionProblem, UnquotableSelection } from "./selection.ts";
import { line, order, quoted } from "./testing/cast.ts";

const shirts = order("USD", [line("shirt", 3, "60.00", { gone: 1 })]);
const units = (quantity: number, title = "shirt") => ({
  lineItemId: `gid://shopify/LineItem/${title}`,
  quantity,
});

test("two of the two shirts that are left can be quoted", () => {
  expect(selectionProblem(shirts, [units(2)])).toBeNull();
});

test.each([
  ["nothing at all", [], "nothing_selected", 0],
  ["a line of another order", [units(1, "sock")], "unknown_line", 0],
  ["one line twice", [units(1), units(1)], "selected_twice", 2],
  ["no unit", [units(0)], "not_a_quantity", 2],
  ["half a unit", [units(0.5)], "not_a_quantity", 2],
  ["fewer than none", [units(-1)], "not_a_quantity", 2],
  ["more than is left", [units(3)], "more_than_left", 2],
])("%s cannot", (_, selection, problem, left) => {
  expect(selectionProblem(shirts, selection)).toMatchObject({ problem, left });
  expect(() => quoted(shirts, {}, { selection })).toThrow(UnquotableSelection);
});

test("a stored quote that was tampered with is refused, not repaired", () => {
  const json = quoteToJson(quoted(shirts, { shirt: 1 }));
  const refused = [
    { ...json, format: 2 },
    { ...json, extra: true },
    { ...json, currency: "DOLLARS" },
    { ...json, totals: { ...json.totals, base: { amount: "1.234", currency: "USD" } } },
    { ...json, totals: { ...json.totals, base: 20 } },
    { ...json, at: "yesterday" },
  ];
  for (const wrong of refused) expect(() => quoteFromJson(wrong)).toThrow();
  expect(quoteFromJson(json).totals.base).toEqual(money(2000n, "USD"));
});

test("a quote of several units that was cut to what can be refunded is stored and read again as it was", () => {
  const capped = quoted({ ...shirts, refundable: money(1500n, "USD") }, { shirt: 2 });
  expect(capped.rows.map(({ group }) => group)).toContain("cap");
  expect(quoteFromJson(quoteToJson(capped))).toEqual(capped);
});

test("a request names an order, some units and a resolution, and nothing else", () => {
  const lines = [{ ...units(2), reason: "too_small" }, units(1, "sock")];
  const request = { orderId: "gid://shopify/Order/1", lines, resolution: "store_credit" };
  expect(quoteRequestSchema.parse(request)).toEqual(request);
  for (const many of [[], Array.from({ length: 251 }, (_, at) => units(1, `shirt ${at}`))])
    expect(quoteRequestSchema.safeParse({ ...request, lines: many }).success).toBe(false);
  for (const reason of ["", "x".repeat(131)])
    expect(quoteRequestSchema.safeParse({ ...request, lines: [{ ...units(1), reason }] }).success).toBe(
      false,
    );
  const wrong = quoteRequestSchema.safeParse({ ...request, lines: [units(0)], bonus: "1000.00" });
  expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(["lines.0.quantity", ""]);
});
