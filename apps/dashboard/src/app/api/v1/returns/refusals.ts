import type { Said } from "../answer.ts";
import { pointerTo } from "../field-errors.ts";

interface Refusal {
  readonly code: string;
}

/** What a refusal to decide or to issue means to a program and the person who writes it. Nothing was changed by it. */
export function refusedWith(refusal: Refusal & Readonly<Record<string, unknown>>): Said {
  const { code } = refusal;
  if (code === "NotFound") return notThere;
  if (code === "NotAllowed")
    return { ok: false, problem: { kind: "scope-missing", detail: "The key lacks the right for this." } };
  if (code === "ShopifyUnreachable")
    return {
      ok: false,
      problem: {
        kind: "unavailable",
        detail: "Shopify does not answer. Nothing was changed; try again shortly.",
        retryAfterSeconds: 30,
      },
    };
  if (code === "InvalidDecision") {
    const errors = [
      { pointer: pointerTo(["lines"]), detail: `Not a line of this return, or too many: ${refusal.lineId}.` },
    ];
    return { ok: false, problem: { kind: "invalid", detail: "A decision cannot be followed.", errors } };
  }
  const detail = words[code] ?? `This was refused (${code}).`;
  return {
    ok: false,
    problem: {
      kind: "wrong-state",
      detail: code === "WrongState" ? `${detail}: ${refusal.status}.` : detail,
    },
  };
}

export const notThere: Said = {
  ok: false,
  problem: { kind: "not-found", detail: "This shop has no return with this number." },
};

const words: Record<string, string> = {
  WrongState: "The return is in another state already",
  NothingAccepted: "Nothing would be accepted. Decline the return instead.",
  Differs: "Shopify's own figure for these items is another one. A person has to look at it in Kept.",
  NothingToIssue: "Nothing of this return is left to pay.",
  NoCustomer: "The order has no customer, so there is nobody to credit.",
  ShopPaused: "Issuing is paused for this shop.",
  ScopesMissing: "Shopify has not granted a permission yet. Somebody grants it under Settings › Shopify.",
  Disconnected:
    "Kept is not installed in this shop any more. Somebody connects it again under Settings › Shopify.",
  SecondPersonNeeded: "This is above the shop's limit: two people issue it in Kept.",
  ReasonMissing: "A reason is needed.",
};
