import { expect, test } from "vitest";
import { languageOf, letterLanguages } from "./languages.ts";

test("an Austrian reads German with Austria's amounts", () => {
  expect(languageOf("de-AT").locale).toBe("de-AT");
  expect(languageOf("de-AT").words.storeCreditIssued.button).toBe("Guthaben einlösen");
});

test.each(["fi", "", null, undefined, "x", "../../etc"])(
  "someone with locale %j is written to in English",
  (locale) => {
    expect(languageOf(locale).locale).toBe("en");
  },
);

test("every language has a word for everything, and none is left in English", () => {
  const english = said("en");
  for (const language of letterLanguages.filter((known) => known !== "en")) {
    const words = said(language);
    expect(words).toHaveLength(english.length);
    const same = words.filter((word, at) => word === english[at] && word !== "Bonus");
    expect(same, language).toEqual([]);
  }
});

const facts = {
  shop: "S",
  order: "#1",
  number: "2",
  total: "3",
  digits: "4",
  currency: "5",
  host: "6",
  amount: "7",
  left: "8",
  date: "9",
};

function said(language: string): string[] {
  const { words } = languageOf(language);
  return [
    ...Object.values(words),
    ...Object.values(words).flatMap((part) => (typeof part === "object" ? Object.values(part) : [])),
  ]
    .map((word: unknown) => (typeof word === "function" ? word(facts) : word))
    .filter((word): word is string => typeof word === "string");
}
