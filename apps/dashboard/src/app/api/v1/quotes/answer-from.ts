import { explain, type Quote, quoteToJson } from "@kept/domain";
import { type QuoteAnswer, quoteAnswer } from "./quote-answer.ts";

/** A quote as it leaves the house, its rows in words. Throws when it does not have the published form. */
export function answerFrom(made: Quote, fingerprint: string, language: string): QuoteAnswer {
  const words = explain(made, language);
  const json = quoteToJson(made);
  const rows = json.rows.map((row, index) => ({ ...row, text: words[index]?.text ?? row.label.key }));
  return quoteAnswer.parse({ ...json, fingerprint, language, rows });
}
