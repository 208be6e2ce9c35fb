import { describe, expect, test } from "vitest";
import { languages, messages } from "./language.ts";
import { whyNoCredit, whyNot, wordsIn } from "./words.ts";

const english = sentences(messages.en);

describe.each(languages)("in %s", (language) => {
  const spoken = sentences(messages[language]);

  test("everything the portal says is said, and nothing else", () => {
    expect([...spoken.keys()]).toEqual([...english.keys()]);
  });

  test("every sentence speaks of the same facts as the English one", () => {
    for (const [key, sentence] of spoken) {
      expect(facts(sentence), key).toEqual(facts(english.get(key) ?? ""));
    }
  });

  test("every sentence can be said, for none, one and many", () => {
    const say = wordsIn(language) as unknown as (key: string, values: object) => string;
    for (const [key, sentence] of spoken) {
      for (const n of [0, 1, 2, 3, 11, 100]) {
        const said = say(key, Object.fromEntries(facts(sentence).map((fact) => [fact, n])));
        expect(said, key).not.toBe("");
        expect(said, key).not.toMatch(/[{}]/);
      }
    }
  });
});

test("no language was left in English", () => {
  for (const language of languages.filter((one) => one !== "en")) {
    const spoken = sentences(messages[language]);
    const same = [...english].filter(
      ([key, sentence]) => spoken.get(key) === sentence && sentence.length > 24,
    );
    expect(same, language).toEqual([]);
  }
});

test("a reason the portal has not heard of is still a sentence, and a rule of the merchant's is not the customer's business", () => {
  const say = wordsIn("en");
  expect(whyNot(say, "window_closed", "Nov 9, 2026")).toBe("The return period ended on Nov 9, 2026.");
  expect(whyNot(say, "something_new", null)).toBe(say("why.other"));
  expect(whyNoCredit(say, "turned_off")).toBeNull();
  expect(whyNoCredit(say, "no_customer")).toContain("customer account");
  expect(whyNoCredit(say, "something_new")).toBe(say("refund.notOffered.other"));
});

function sentences(tree: object, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(prefix + key, value);
    else for (const [deeper, sentence] of sentences(value, `${prefix}${key}.`)) found.set(deeper, sentence);
  }
  return found;
}

/** The names in braces; what a plural says inside is not one. */
function facts(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name = ""]) => name))].sort();
}
