import { expect, test } from "vitest";
import { sizeOf } from "./large-amount.tsx";

test.each([
  ["$66.00", "text-4xl"],
  ["€1,234.56", "text-4xl"],
  ["￥1,234,567", "text-4xl"],
  ["12.345,678\u00a0KWD", "text-2xl"],
  ["￥136,426,498", "text-3xl"],
  ["1.623.455,605\u00a0KWD", "text-xl"],
  ["123.456.789.012,345\u00a0KWD", "text-lg"],
])("%s stands in one line of a small phone as %s", (text, size) => {
  expect(sizeOf(text)).toBe(size);
});
