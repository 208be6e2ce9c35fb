import { expect, test } from "vitest";
import { pathInside } from "./path-inside.ts";

test.each(["/", "/bloom", "/bloom/returns?view=all&q=ada", "/shops"])(
  "%s is a place to come back to",
  (path) => {
    expect(pathInside(path)).toBe(path);
  },
);

test.each([
  "https://evil.example/",
  "//evil.example/bloom",
  "/\\evil.example",
  "javascript:alert(1)",
  "bloom",
  "",
  null,
  undefined,
])("%s leads to the start and nowhere else", (path) => {
  expect(pathInside(path)).toBe("/");
});
