import type { LimitProblem } from "@kept/domain";
import { limitNames } from "./limit-words.ts";

type Typed = Readonly<Record<string, string>>;

/** The form's fields ("USD.perReturn", and "new" with its code) as limits by currency. */
export function limitsIn(typed: Typed): Record<string, Record<string, string>> {
  const limits: Record<string, Record<string, string>> = {};
  for (const [field, text] of Object.entries(typed)) {
    const [code = "", name = ""] = field.split(".");
    const currency = code === "new" ? newCurrency(typed) : code;
    if (!limitNames.some((each) => each === name) || text.trim() === "") continue;
    limits[currency] = { ...limits[currency], [name]: text.trim().replace(",", ".") };
  }
  return limits;
}

/** Every problem beside the field it is about. */
export function wrongFields(problems: readonly LimitProblem[], typed: Typed): Record<string, string> {
  return Object.fromEntries(
    problems.map(({ currency, limit }) => {
      const isNew = currency === newCurrency(typed) && !(`${currency}.perReturn` in typed);
      if (limit === null) return ["new", "Type a currency's three letters, like EUR."];
      const words = `Type an amount${isNew ? "" : ` in ${currency}`}, like 500.`;
      return [`${isNew ? "new" : currency}.${limit}`, words];
    }),
  );
}

function newCurrency(typed: Typed): string {
  return typed.new?.trim().toUpperCase() ?? "";
}
