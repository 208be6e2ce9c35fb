import { expect, test } from "vitest";
import { fieldProblems } from "../../../server/field-problems.ts";
import { asked } from "./asked.ts";

function contactIn(contact: string): string {
  const read = asked.email.safeParse({ order: "#1001", contact });
  return read.success ? read.data.contact : (fieldProblems(read.error).contact ?? "");
}

test.each([
  ["ada@example.com", "ada@example.com"],
  [" Ada+returns@Example.com ", "Ada+returns@Example.com"],
  ["ada＠example.com", "ada@example.com"],
  // Copied from a page that reads from right to left.
  ["\u2066ada@example.com\u2069", "ada@example.com"],
  ["ada@example.com\u200b", "ada@example.com"],
  ["o'hara&söhne@bücher.example", "o'hara&söhne@bücher.example"],
  ["ada@xn--bcher-kva.xn--p1ai", "ada@xn--bcher-kva.xn--p1ai"],
])("%j is the address %s", (typed, address) => {
  expect(contactIn(typed)).toBe(address);
});

test.each([
  "ada",
  "ada@",
  "ada@gmail",
  "ada@example.",
  "ada@@example.com",
  "ada @example.com",
  "a@b.com, c@d.com",
])("%j is not finished, or more than one", (typed) => {
  expect(contactIn(typed)).toBe("emailWrong");
});

test("what is blank, or only looks like something, is missing", () => {
  for (const typed of ["", "   ", "\u200b"]) expect(contactIn(typed)).toBe("emailMissing");
});
