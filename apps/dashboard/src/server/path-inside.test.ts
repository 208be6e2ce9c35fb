import { expect, test } from "vitest";
import { isPath, pathInside } from "./path-inside.ts";

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

test("a path that breaks off inside a character is none", () => {
  expect(isPath("/bloom/%F0%9F%98%80?q=%F0")).toBe(true);
  expect(isPath("/bloom/%F0%9F")).toBe(false);
  expect(isPath("/%")).toBe(false);
});
