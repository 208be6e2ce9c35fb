import type { RefusedForm } from "../../../server/exchange.ts";
import type { Say } from "../../../server/words.ts";

/** Why the order does not open yet. A code that is wrong and an order that is not there have the same words. */
export function codeRefusal(say: Say, refused: RefusedForm | null): string | null {
  if (!refused) return null;
  const { problems, facts } = refused;
  switch (problems[""]) {
    case undefined:
      return null;
    case "CodeWrong":
      return say("code.wrong", { left: Number(facts.left) });
    case "TooSoon":
      return say("code.tooSoon", { seconds: Number(facts.seconds) });
    case "TooManyTries":
      return say("find.tooManyTries", { minutes: Number(facts.minutes) });
    case "AskedTooOften":
      return say("code.askedTooOften");
    default:
      return say("code.usedUp");
  }
}
