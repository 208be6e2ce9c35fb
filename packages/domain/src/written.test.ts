import { expect, test } from "vitest";
import { written } from "./written.ts";

test("a line break counts once, however a form sends it", () => {
  expect(written(" too small\r\nand too long\r\n")).toBe("too small\nand too long");
});

test("a mark that turns text around is not kept; the text is", () => {
  expect(written("\u202e\u2067ready\u2069 \u0642\u0645\u064a\u0635")).toBe("ready \u0642\u0645\u064a\u0635");
});
