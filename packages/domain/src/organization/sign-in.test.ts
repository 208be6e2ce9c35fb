import { expect, test } from "vitest";
import { emailIdentity } from "./sign-in.ts";

test("an address is one person however it is typed", () => {
  expect(emailIdentity("  Ada@Example.COM ")).toBe("ada@example.com");
});

test.each([
  "ada@example.com,eve@evil.example",
  "ada@example.com\r\nBcc: eve@evil.example",
  "Ada <ada@example.com>",
  "ada@example",
  "@example.com",
  "ada example.com",
  "",
])("%j is nobody's identity", (input) => {
  expect(emailIdentity(input)).toBeNull();
});
