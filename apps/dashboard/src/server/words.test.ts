import { expect, test } from "vitest";
import { sayTo } from "./words.ts";

test("a colleague who was faster is named by what they did", () => {
  expect(sayTo({ code: "WrongState", status: "declined" } as { code: string })).toContain("already declined");
});

test("a difference with Shopify shows both amounts", () => {
  const refusal = {
    code: "Differs",
    ours: { minor: 6000n, currency: "USD" },
    shopify: { minor: 5850n, currency: "USD" },
  };
  expect(sayTo(refusal)).toMatch(/\$58\.50.*\$60\.00/);
});

test("missing permissions are named, and that nothing is lost", () => {
  const refusal = { code: "ScopesMissing", scopes: ["read_x", "write_x"] };
  expect(sayTo(refusal)).toContain("read_x and write_x");
  expect(sayTo(refusal)).toContain("Nothing is lost");
});

test("a refusal nobody has put into words yet still says that nothing was changed", () => {
  expect(sayTo({ code: "SomethingNew" })).toBe("This was refused, and nothing was changed (SomethingNew).");
});
