import { currency as parseCurrency } from "@kept/money";
import { defaultReasons } from "./default-reasons.ts";
import type { Policy } from "./policy.ts";
import { noProducts } from "./products.ts";

/**
 * What a new shop starts with: thirty days from delivery, no fees, 10 % on top of the subtotal for store credit
 * in place of the money, a bonus that lasts a year on a base that never expires, and a person approves and issues. Throws a RangeError for an unknown currency.
 */
export function defaultPolicy(currency: string): Policy {
  parseCurrency(currency);
  return {
    format: 1,
    window: { from: "delivery", days: 30, bufferDays: 7, products: [] },
    finalSale: { ...noProducts, tags: ["final-sale"] },
    blocked: { orderTags: [], customerTags: [], emails: [], products: noProducts },
    allowed: { orderTags: [], orderNames: [], customerTags: [], emails: [] },
    reasons: defaultReasons,
    fees: { returnFee: { kind: "none" }, restocking: null, label: null },
    shipping: "never",
    duties: "never",
    storeCredit: {
      enabled: true,
      description: "",
      bonus: { kind: "percent", basisPoints: 1_000, of: "items" },
      bonusRules: [],
      limits: { atLeast: {}, perReturn: {}, shareOfBase: null, perCustomer: null, perMonth: {} },
      bonusWhenOnlyChoice: false,
      baseExpiresAfterDays: null,
      // A bonus that expires can be told from any other credit (ADR 0008).
      bonusExpiresAfterDays: 365,
    },
    originalPayment: { enabled: true, description: "", first: "gift_cards" },
    resolutionRules: [],
    approvalRules: [],
    otherwise: "hold",
    keepItemReasons: [],
    trigger: "by_hand",
    wording: {},
  };
}
