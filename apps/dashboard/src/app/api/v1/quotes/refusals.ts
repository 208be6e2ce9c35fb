import type { QuoteOrderRefusal, QuoteProblem } from "@kept/domain";
import { pointerTo } from "../field-errors.ts";
import type { ProblemAnswer } from "../problem.ts";

/** What a refusal to quote means to a program and the person who writes it. */
export function problemFrom(refusal: QuoteOrderRefusal): ProblemAnswer {
  switch (refusal.code) {
    case "ScopeMissing":
      return { kind: "scope-missing", detail: `This needs a key with the right "${refusal.scope}".` };
    case "OrderNotFound":
      return { kind: "order-not-found", detail: "This shop has no order with this id." };
    case "TooManyTries": {
      const { retryAfterSeconds } = refusal;
      const detail = `Too many quotes were asked for. Try again in ${retryAfterSeconds} s.`;
      return { kind: "too-many-requests", detail, retryAfterSeconds };
    }
    case "ShopifyUnreachable":
      return {
        kind: "unavailable",
        detail: "Shopify does not answer, so there are no facts to quote from. Try again shortly.",
        retryAfterSeconds: 30,
      };
    case "Invalid": {
      const errors = errorsFrom(refusal.problems);
      return { kind: "invalid", detail: "This cannot be quoted; `errors` names each field.", errors };
    }
  }
}

/** Every field that is wrong, in words. */
export function errorsFrom(problems: readonly QuoteProblem[]) {
  return problems.map((problem) => ({
    pointer: pointerTo(problem.at),
    detail: words[problem.problem](problem),
  }));
}

export function isProblem(code: string): code is QuoteProblem["problem"] {
  return code in words;
}

const words: Record<QuoteProblem["problem"], (problem: QuoteProblem) => string> = {
  unknown_line: () => "The order has no such line.",
  named_twice: () => "The line is named already; put its units together.",
  more_than_left: ({ left = 0 }) => `Only ${left} of this line can still come back.`,
  unknown_reason: () => "The shop's policy has no such reason.",
  note_missing: () => "The shop's policy asks for a note with this reason, of at most 280 characters.",
  photo_missing: () => "The shop's policy asks for a photo with this reason, which only the portal takes.",
  order_cancelled: () => "The order is cancelled.",
  blocked: () => "The shop's policy excludes this order, customer or product from returns.",
  gift_card: () => "Gift cards cannot come back.",
  already_returned: () => "All units of this line came back already.",
  not_shipped: () => "Nothing of this line was shipped yet.",
  final_sale: () => "This line is final sale.",
  window_closed: () => "The time in which this line could come back is over.",
  turned_off: () => "The shop's policy does not offer this resolution.",
  rule: () => "A rule of the shop's policy takes this resolution away here.",
  no_customer: () => "The order has no customer, so there is nobody to credit.",
  business_order: () => "A company bought this; Shopify gives it no store credit.",
  nothing_refundable: () => "Nothing of this order is left to refund.",
};
