import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explain, explainTotals } from "./explain.ts";
import { explainDecisions } from "./explain-decisions.ts";
import { fingerprint } from "./fingerprint.ts";
import { quoteFromJson, quoteToJson } from "./quote-json.ts";

/** A quote as it was stored in November 2026. It is never made anew: what was promised then must be read like then. */
const stored: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "testing/stored-quote.json"), "utf8"),
);

test("a quote of November 2026 still says what it said", () => {
  const made = quoteFromJson(stored);
  const said = [...explain(made, "de"), ...explainTotals(made, "de")];
  expect(said.map(({ text, amount }) => `${text}: ${amount}`.replaceAll("\u00a0", " "))).toEqual([
    "1 × Pullover, nach Rabatten: 59,50 €",
    "1 × Becher: 23,80 €",
    "Darin enthaltene Steuer: 13,30 €",
    "Versandkosten, anteilig: 2,02 €",
    "Im Versand enthaltene Steuer: 0,32 €",
    "Zollgebühren, anteilig: 1,24 €",
    "Rückgabegebühr von 4,50 €, entfällt bei Guthaben: 0,00 €",
    "Wiedereinlagerung, 10 % von Becher: -2,38 €",
    "Bonus: 15 % von 20,00 € (Artikel ohne Steuer): 3,00 €",
    "Bonus: 2,00 €",
    "Bonus: 10 % von 50,00 € (Artikel ohne Steuer): 5,00 €",
    "Begrenzt auf 8,00 € Bonus je Rückgabe: -2,00 €",
    "Erstattung: 84,18 €",
    "Bonus: 8,00 €",
    "Summe: 92,18 €",
  ]);
  expect(explainDecisions(made, "de").map(({ text }) => text)).toEqual([
    "Stammkunden gilt",
    "Der ständige Bonus gilt",
  ]);
});

test("it is stored again as it was, and has the fingerprint it had", () => {
  const made = quoteFromJson(stored);
  expect(quoteToJson(made)).toEqual(stored);
  expect(fingerprint(made)).toBe("ea58bd101e651eff692e325a6e85dceb2c3ca6ef4b8e83fc2c033088af7b566c");
});
