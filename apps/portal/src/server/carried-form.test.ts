import { expect, test } from "vitest";
import { openForm, sealForm } from "./carried-form.ts";
import type { RefusedForm } from "./exchange.ts";

const linkKey = Buffer.alloc(32, 0x4c);
const noon = new Date("2026-11-24T12:00:00Z");
const page = "/bloom/return/abc/items";
const form: RefusedForm = {
  form: "items",
  typed: { "note.1": "tight at the collar <b>" },
  problems: { "reason.1": "ReasonMissing" },
  facts: {},
};

test("what Ada typed comes back to her on the same page", () => {
  const sealed = sealForm(linkKey, page, form, noon);
  expect(sealed).not.toContain("collar");
  expect(openForm(linkKey, page, ["", "of another page", sealed ?? ""], noon)).toEqual(form);
});

test("it is shown on no other page, not after five minutes, and not when it was tampered with", () => {
  const sealed = sealForm(linkKey, page, form, noon) ?? "";
  expect(openForm(linkKey, "/bloom", [sealed], noon)).toBeNull();
  expect(openForm(linkKey, page, [sealed], new Date("2026-11-24T12:05:01Z"))).toBeNull();
  expect(openForm(Buffer.alloc(32, 1), page, [sealed], noon)).toBeNull();
  const changed = `${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`;
  for (const broken of ["", "x", sealed.slice(0, -2), changed, "x".repeat(9000)]) {
    expect(openForm(linkKey, page, [broken], noon)).toBeNull();
  }
});

test("a form with six long notes still fits into a cookie, an endless one does not", () => {
  const note = (n: number) => [
    `note.gid://shopify/FulfillmentLineItem/${n}`,
    "It did not fit the way I hoped. ".repeat(8),
  ];
  const long = { ...form, typed: Object.fromEntries([1, 2, 3, 4, 5, 6].map(note)) };
  expect(sealForm(linkKey, page, long, noon)?.length).toBeLessThan(3_800);
  const noise = Array.from({ length: 3000 }, (_, n) =>
    String.fromCodePoint(0x4e00 + ((n * 7919) % 9000)),
  ).join("");
  expect(sealForm(linkKey, page, { ...form, typed: { note: noise } }, noon)).toBeNull();
});
