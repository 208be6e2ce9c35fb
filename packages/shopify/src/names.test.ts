import { expect, test } from "vitest";
import { asName } from "./names.ts";

test("a title that would turn what stands beside it around is its letters alone", () => {
  expect(asName("\u202eShirt\u2066 \u0642\u0645\u064a\u0635\u2069")).toBe("Shirt \u0642\u0645\u064a\u0635");
});
