import { zero } from "@kept/money";
import type { Order } from "@kept/shopify";
import { type LineFacts, type ReturnFacts, unmetByLine, unmetByReturn } from "./meets.ts";
import type { Policy, ResolutionKind } from "./policy.ts";

export type NotOffered = "turned_off" | "rule" | "no_customer" | "business_order" | "nothing_refundable";

export interface Offer {
  readonly resolution: ResolutionKind;
  readonly offered: boolean;
  readonly reason: NotOffered | null;
  /** What decided: a path in the policy, or "order" where the order's own state did. */
  readonly rule: string;
}

/** What rules of resolutions ask beyond the order; left out, nothing is known of customer and selection. */
export interface Asked {
  readonly facts: ReturnFacts;
  readonly lines: readonly LineFacts[];
}

/**
 * Which resolutions a customer can choose, store credit first, and for each that is missing why. Store credit
 * needs a customer to credit, and Shopify refuses it to companies. Pure.
 */
export function offers(
  order: Order,
  policy: Policy,
  at: Date,
  asked: Asked = nothingAsked(order, at),
): Offer[] {
  return [creditOffer(order, policy, asked), originalPaymentOffer(order, policy, asked)];
}

/** Whether the money itself is on offer beside the credit, as far as the policy goes. */
export function offersOriginalPayment(policy: Policy, asked: Asked): boolean {
  return policy.originalPayment.enabled && withholding(policy, "original_payment", asked) === null;
}

function creditOffer(order: Order, policy: Policy, asked: Asked): Offer {
  if (!policy.storeCredit.enabled) return refuse("store_credit", "turned_off", "storeCredit.enabled");
  if (order.customer === null) return refuse("store_credit", "no_customer", "order");
  if (order.businessToBusiness) return refuse("store_credit", "business_order", "order");
  return byRules(order, policy, "store_credit", asked, "storeCredit.enabled");
}

function originalPaymentOffer(order: Order, policy: Policy, asked: Asked): Offer {
  if (!policy.originalPayment.enabled)
    return refuse("original_payment", "turned_off", "originalPayment.enabled");
  return byRules(order, policy, "original_payment", asked, "originalPayment.enabled");
}

function byRules(
  order: Order,
  policy: Policy,
  resolution: ResolutionKind,
  asked: Asked,
  rule: string,
): Offer {
  if (order.refundable.minor <= 0n) return refuse(resolution, "nothing_refundable", "order");
  const withheld = withholding(policy, resolution, asked);
  if (withheld) return refuse(resolution, "rule", `resolutionRules.${withheld}`);
  return { resolution, offered: true, reason: null, rule };
}

/** The id of the first rule that takes a resolution away. A rule about lines holds as soon as it holds for one. */
function withholding(policy: Policy, resolution: ResolutionKind, { facts, lines }: Asked): string | null {
  for (const { id, when, without } of policy.resolutionRules) {
    if (without !== resolution || unmetByReturn(when, facts) !== null) continue;
    const aboutLines = when.reasons !== undefined || when.products !== undefined;
    if (!aboutLines || lines.some((line) => unmetByLine(when, line) === null)) return id;
  }
  return null;
}

function refuse(resolution: ResolutionKind, reason: NotOffered, rule: string): Offer {
  return { resolution, offered: false, reason, rule };
}

function nothingAsked(order: Order, at: Date): Asked {
  return {
    facts: {
      order,
      at,
      returnsBefore: 0,
      segments: [],
      switched: false,
      returnValue: zero(order.currency),
      photos: false,
    },
    lines: [],
  };
}
