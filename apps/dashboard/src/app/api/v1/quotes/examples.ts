import { defaultPolicy, fingerprint, quote, strangerFacts } from "@kept/domain";
import type { z } from "zod";
import { sampleOrder } from "../../../(inside)/[shop]/settings/rules/sample-order.ts";
import { type Problem, problemOf } from "../problem.ts";
import { answerFrom } from "./answer-from.ts";
import type { QuoteAnswer } from "./quote-answer.ts";
import type { quoteRequest } from "./quote-request.ts";

/** Asks about the first line of #1005 in the local demo's Bloom & Thread, so that it works as it stands there. */
export const exampleRequest: z.input<typeof quoteRequest> = {
  orderId: "gid://shopify/Order/8900000163840",
  lines: [{ lineItemId: "gid://shopify/LineItem/19600000360448", quantity: 1, reason: "too_small" }],
  resolution: "store_credit",
};

/** The answer for a shirt at 60.00 and a new shop's policy, quoted like every other. */
export function exampleAnswer(): QuoteAnswer {
  const order = sampleOrder("USD");
  const [line] = order.lines;
  if (!line) throw new Error("The sample order has no line");
  const lineItemId = exampleRequest.lines[0]?.lineItemId ?? line.id;
  const made = quote({
    order: { ...order, id: exampleRequest.orderId, lines: [{ ...line, id: lineItemId }] },
    selection: [{ lineItemId, quantity: 1, reason: "too_small" }],
    resolution: "store_credit",
    policy: { version: 1, policy: defaultPolicy("USD") },
    customer: strangerFacts("USD"),
    at: new Date("2026-11-24T12:00:00Z"),
  });
  return answerFrom(made, fingerprint(made), "en");
}

/** What a quantity that is not there any more is answered with. */
export function exampleProblem(origin: string): Problem {
  const errors = [{ pointer: "#/lines/0/quantity", detail: "Only 1 of this line can still come back." }];
  const detail = "This cannot be quoted; `errors` names each field.";
  return problemOf(
    { kind: "invalid", detail, errors },
    { origin, requestId: "01936f3a-0c1e-7d52-9a0b-5b1f6f0f3c11" },
  );
}
