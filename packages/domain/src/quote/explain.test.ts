import { expect, test } from "vitest";
import { bonus, fixed } from "./cases/rules.ts";
import { explain, explainTotals } from "./explain.ts";
import { languages, messagesFor } from "./messages/index.ts";
import { quoteFromJson, quoteToJson } from "./quote-json.ts";
import { line, order, quoted, rules } from "./testing/cast.ts";

/** One of two pullovers from a shop whose prices contain the tax. */
function fjordQuote() {
  const pullovers = line("Pullover", 2, "119.80", { tax: "19.12" });
  return quoted(order("EUR", [pullovers], { taxesIncluded: true }), { Pullover: 1 });
}

test("a customer in Berlin, one in Tokyo and one in Cairo read the same sum", () => {
  const fjord = fjordQuote();
  expect(explain(fjord, "de").map(({ text }) => text)[0]).toBe("1 × Pullover");
  expect(explain(fjord, "ja").map(({ text }) => text)[0]).toBe("Pullover × 1");
  expect(explain(fjord, "ar-EG").map(({ text }) => text)[0]).toBe("١ × \u2068Pullover\u2069");
  expect(explain(fjord, "pt-BR").map(({ amount }) => amount)[0]).toBe("€\u00a059,90");
});

test("a language without messages is answered in English words and its own figures", () => {
  const fjord = fjordQuote();
  expect(explain(fjord, "sv-SE").map(({ text, amount }) => [text, amount])[1]).toEqual([
    "Tax included",
    "9,56\u00a0€",
  ]);
});

test("what is not a language at all is answered in English", () => {
  const fjord = fjordQuote();
  for (const locale of ["", "*", "en_US", "../../etc", "x".repeat(500)]) {
    expect(explain(fjord, locale)).toEqual(explain(fjord, "en"));
    expect(explainTotals(fjord, locale)).toEqual(explainTotals(fjord, "en"));
  }
});

test("a product called like a placeholder is just a product", () => {
  const odd = quoted(order("USD", [line("{quantity}", 1, "5.00")]), { "{quantity}": 1 });
  expect(explain(odd, "en")[0]?.text).toBe("1 × {quantity}");
});

test("base and bonus are named only where there is a bonus", () => {
  const policy = { version: 1, policy: rules("USD", bonus(fixed({ USD: "5.00" }))) };
  const shirt = order("USD", [line("shirt", 1, "20.00")]);
  const both = explainTotals(quoted(shirt, { shirt: 1 }, { policy }), "en");
  expect(both.map(({ text, amount }) => `${text} ${amount}`)).toEqual([
    "Refund $20.00",
    "Bonus $5.00",
    "Total $25.00",
  ]);
  const money = explainTotals(quoted(shirt, { shirt: 1 }, { resolution: "original_payment" }), "en");
  expect(money.map(({ text, amount }) => `${text} ${amount}`)).toEqual(["Total $20.00"]);
});

test("a row of a day when there were other words is said by its key, not lost", () => {
  const fjord = fjordQuote();
  const json = quoteToJson(fjord);
  const old = quoteFromJson({
    ...json,
    rows: json.rows.map((row) => ({ ...row, label: { key: "packaging", values: {} } })),
  });
  expect(explain(old, "en")[0]).toMatchObject({ text: "packaging", amount: "€59.90" });
});

test("every language names the same values in every sentence", () => {
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort();
  const english = messagesFor("en");
  expect(languages).toEqual(["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pt"]);
  for (const language of languages) {
    const messages = messagesFor(language);
    for (const [key, text] of Object.entries(english)) {
      const said = Object.entries(messages).find(([other]) => other === key)?.[1] ?? "";
      expect([language, key, values(said)]).toEqual([language, key, values(text)]);
    }
  }
});
