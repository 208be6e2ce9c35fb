import { expect, test } from "vitest";
import { languageFor } from "./language.ts";

test.each([
  ["de-CH,de;q=0.9,en;q=0.8", "en", "de-CH"],
  ["en;q=0.2, fr;q=0.9", "en", "fr"],
  ["sv, nb;q=0.9", "de", "de"],
  ["sv", "sv", "en"],
  ["de;q=0, *", "ja", "ja"],
  ["", "pt-BR", "pt-BR"],
  [null, "en", "en"],
  ["not a language,,;;q=x", "en", "en"],
  ["EN-us", "de", "en-US"],
])("asked for %j, a shop that speaks %s answers in %s", (asked, shop, answered) => {
  expect(languageFor(asked, shop)).toBe(answered);
});
