import { expect, test } from "vitest";
import { chooseLanguage, inLanguage, preferredLanguage } from "./language.ts";

test("a German shop speaks German, and offers English to an English browser", () => {
  expect(chooseLanguage({ chosen: null, shopLocale: "de", acceptLanguage: "en-US,en;q=0.9" })).toEqual({
    language: "de",
    locale: "de",
    suggestion: "en",
  });
});

test("what the customer chose stays chosen, and nothing else is offered", () => {
  expect(chooseLanguage({ chosen: "ar", shopLocale: "de", acceptLanguage: "en" })).toEqual({
    language: "ar",
    locale: "ar",
    suggestion: null,
  });
});

test("a British shop writes dates the British way", () => {
  expect(chooseLanguage({ chosen: null, shopLocale: "en-GB", acceptLanguage: "en" }).locale).toBe("en-GB");
});

test("a shop whose language we lack is shown in the browser's, or in English", () => {
  expect(
    chooseLanguage({ chosen: null, shopLocale: "pl", acceptLanguage: "cs, fr;q=0.4, de;q=0.8" }).language,
  ).toBe("de");
  expect(chooseLanguage({ chosen: "klingon", shopLocale: "pl", acceptLanguage: "cs" }).language).toBe("en");
});

test("a language a browser refuses is not taken", () => {
  expect(preferredLanguage("de;q=0, ja;q=0.2")).toBe("ja");
  expect(preferredLanguage("*;q=0.5, ,;;;")).toBeNull();
});

test("another language keeps what the page's address filled in", () => {
  expect(inLanguage("ja", "")).toBe("?lang=ja");
  expect(inLanguage("ja", "?order=%231001&lang=de")).toBe("?order=%231001&lang=ja");
});
