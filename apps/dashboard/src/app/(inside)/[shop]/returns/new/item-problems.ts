import type { ItemProblem } from "@kept/domain";

const words: Partial<Record<ItemProblem, string>> = {
  TooMany: "Not that many are left.",
  NotAQuantity: "Choose how many.",
  NotReturnable: "This cannot come back any more.",
  ReasonMissing: "Choose a reason.",
  NoteMissing: "This reason needs a note.",
  NoteTooLong: "Keep the note under 280 characters.",
};

/** What is wrong with single items, beside their fields. */
export function itemProblems(fields: Readonly<Record<string, ItemProblem>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, problem]) => [name, words[problem] ?? "This cannot be used."]),
  );
}
