import type { RefusedForm } from "../../../server/exchange.ts";
import type { Say } from "../../../server/words.ts";

/** What is wrong with which field, in words. */
export function findProblems(say: Say, refused: RefusedForm | null) {
  const list = (["order", "email"] as const).flatMap((field) => {
    const code = fieldCode(refused?.problems[field]);
    return code ? [{ field, text: say(`find.${code}`) }] : [];
  });
  return { list, of: (field: "order" | "email") => list.find((problem) => problem.field === field)?.text };
}

/** Why the order was not looked for or not found. The same words for every miss. */
export function findRefusal(say: Say, refused: RefusedForm | null): string | null {
  const code = refused?.problems[""];
  if (!code) return null;
  if (code === "TooManyTries") return say("find.tooManyTries", { minutes: Number(refused.facts.minutes) });
  return code === "ShopifyUnreachable" ? say("find.slow") : say("find.notFound");
}

const fieldCodes = ["orderMissing", "orderTooLong", "emailMissing", "emailWrong"] as const;

function fieldCode(code: string | undefined): (typeof fieldCodes)[number] | null {
  if (!code) return null;
  return fieldCodes.find((known) => known === code) ?? "orderMissing";
}
