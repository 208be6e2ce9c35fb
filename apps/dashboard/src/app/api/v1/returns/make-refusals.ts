import type { MakeReturnRefusal } from "@kept/domain";
import { pointerTo } from "../field-errors.ts";
import type { ProblemAnswer } from "../problem.ts";
import { errorsFrom, isProblem, problemFrom } from "../quotes/refusals.ts";

/** What a refusal to make a return means to a program and the person who writes it. No return was made. */
export function makingRefused(refusal: MakeReturnRefusal): ProblemAnswer {
  switch (refusal.code) {
    case "ScopeMissing":
      return { kind: "scope-missing", detail: `This needs a key with the right "${refusal.scope}".` };
    case "OrderNotFound":
    case "ShopifyUnreachable":
      return problemFrom({ code: refusal.code });
    case "TooManyTries": {
      const { retryAfterSeconds } = refusal;
      const detail = `Too many returns were asked for. Try again in ${retryAfterSeconds} s.`;
      return { kind: "too-many-requests", detail, retryAfterSeconds };
    }
    case "Changed":
      return {
        kind: "unavailable",
        detail: "The order or the policy changed at this very moment. No return was made; ask again.",
        retryAfterSeconds: 1,
      };
    case "NameIsOld":
      return {
        kind: "same-key-other-request",
        detail: "This Idempotency-Key is more than a day old. Take a new one.",
      };
    case "NotOffered": {
      const at = ["resolution"];
      const { why } = refusal;
      const errors = isProblem(why)
        ? errorsFrom([{ at, problem: why }])
        : [{ pointer: pointerTo(at), detail: `This resolution is not offered here (${why}).` }];
      return invalid(errors);
    }
    case "Invalid":
      return invalid(errorsFrom(refusal.problems));
  }
}

/** What is not named could be made twice by asking twice. */
export function nameMissing(makes: "return" | "message"): ProblemAnswer {
  const detail = `Name this request with an \`Idempotency-Key\`, so that it makes one ${makes} however often it is sent.`;
  return { kind: "invalid", detail };
}

function invalid(errors: ProblemAnswer["errors"]): ProblemAnswer {
  const detail = "No return was made; `errors` names each field.";
  return { kind: "invalid", detail, ...(errors && { errors }) };
}
