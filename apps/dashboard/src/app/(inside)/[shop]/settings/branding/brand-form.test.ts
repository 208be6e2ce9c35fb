import { expect, test } from "vitest";
import { meaningOf, readBrand, typedFrom } from "./brand-form.ts";

const typed = typedFrom({});

test("a color without its # is understood, one that is none is named", () => {
  expect(readBrand({ ...typed, color: " 2F6B4F " })).toMatchObject({ ok: true, brand: { color: "#2f6b4f" } });
  expect(readBrand({ ...typed, color: "green" })).toMatchObject({
    ok: false,
    fields: { color: expect.any(String) },
  });
});

test.each(["http://a.example/l.png", "javascript:alert(1)", 'https://a.example/"x', "logo.png"])(
  "%s is no logo",
  (logoUrl) => {
    expect(readBrand({ ...typed, logoUrl })).toMatchObject({
      ok: false,
      fields: { logoUrl: expect.any(String) },
    });
  },
);

test("words that are too long are named by language and place; the others are kept as typed", () => {
  const read = readBrand({ ...typed, words: { de: { welcome: "x".repeat(81), lead: "Kurz" } } });
  expect(read).toEqual({ ok: false, fields: { "de.welcome": "Use at most 80 characters." } });
});

test("a field that was filled and emptied again is no change", () => {
  expect(meaningOf({ ...typed, words: { en: { banner: " " } } })).toBe(meaningOf(typed));
  expect(meaningOf({ ...typed, words: { en: { banner: "Hello" } } })).not.toBe(meaningOf(typed));
});
