import type { RefusedForm } from "../../../server/exchange.ts";
import type { Say } from "../../../server/words.ts";

/** What is wrong with which field, in words. */
export function findProblems(say: Say, refused: RefusedForm | null) {
  const list = (["order", "contact"] as const).flatMap((field) => {
    const code = fieldCode(refused?.problems[field]);
    return code ? [{ field, text: say(`find.${code}`) }] : [];
  });
  return { list, of: (field: "order" | "contact") => list.find((problem) => problem.field === field)?.text };
}

/** Why nobody looks for the order now. Whether it is there is never the reason. */
export function findRefusal(say: Say, refused: RefusedForm | null): string | null {
  return refused?.problems[""] ? say("find.tooManyTries", { minutes: Number(refused.facts.minutes) }) : null;
}

const fieldCodes = [
  "orderMissing",
  "orderTooLong",
  "emailMissing",
  "emailWrong",
  "phoneMissing",
  "phoneWrong",
  "postcodeMissing",
] as const;

function fieldCode(code: string | undefined): (typeof fieldCodes)[number] | null {
  if (!code) return null;
  return fieldCodes.find((known) => known === code) ?? "orderMissing";
}
