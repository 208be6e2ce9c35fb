import type { Money } from "@kept/money";
import type { Order } from "@kept/shopify";
import type { PolicyVersion, ResolutionKind } from "../policy/policy.ts";

export interface QuoteInput {
  /** The facts, in the order's presentment currency; every amount of the quote is in it too. */
  readonly order: Order;
  readonly selection: readonly SelectedUnits[];
  readonly resolution: ResolutionKind;
  readonly policy: PolicyVersion;
  readonly customer: CustomerFacts;
  readonly at: Date;
}

/** Units of one line that come back. The reason is the key of one of the policy's reasons. */
export interface SelectedUnits {
  readonly lineItemId: string;
  readonly quantity: number;
  readonly reason?: string | null;
  readonly photos?: number;
}

/** What rules ask about the customer. Amounts are in the order's currency; `strangerFacts` knows nothing of anybody. */
export interface CustomerFacts {
  /** Returns that were made before this one, over all orders. */
  readonly returnsBefore: number;
  readonly segments: readonly string[];
  /** The customer had asked for the original payment, and now chooses credit. */
  readonly switched: boolean;
  /** Bonus already given: on this order, in the policy's period, and by the shop in this calendar month. */
  readonly bonusOnOrder: Money;
  readonly bonusInPeriod: Money;
  readonly shopBonusThisMonth: Money;
  /** The part of this order that was itself paid with bonus credit: no bonus is given on it again. */
  readonly paidWithBonus: Money;
}

/** The frozen sum for one return and one resolution. What is shown, approved, sent and issued is the same quote. */
export interface Quote {
  readonly format: 1;
  readonly resolution: ResolutionKind;
  readonly currency: string;
  readonly policyVersion: number;
  readonly at: Date;
  readonly orderId: string;
  /** True: prices contain the tax; its rows say how much and are not summed. */
  readonly taxesIncluded: boolean;
  readonly rows: readonly Row[];
  readonly totals: Totals;
  readonly lines: readonly QuoteLine[];
  readonly expiry: Expiry;
  /** How the base goes back to the payments, for `original_payment`; empty for store credit. */
  readonly payments: readonly PaymentShare[];
  /** Which bonus rules were looked at, and how each came out. */
  readonly decisions: readonly Decision[];
}

export type RowGroup = "items" | "tax" | "duties" | "shipping" | "fees" | "cap" | "bonus";

/** One displayed row, rounded once. Its label, inputs and rule are all it takes to explain it and to check it by hand. */
export interface Row {
  readonly key: string;
  readonly group: RowGroup;
  /** Signed: fees and caps are below zero, so that the rows of a group sum to its total. */
  readonly amount: Money;
  /** Informational: the amount is contained in another row and is not summed. */
  readonly included: boolean;
  readonly label: { readonly key: string; readonly values: Values };
  readonly inputs: Values;
  /** Where the rule stands: "order", or a path in the policy such as "fees.returnFee". */
  readonly rule: string;
}

export type Values = Readonly<Record<string, Value>>;
export type Value = string | number | Money | { readonly basisPoints: number };

/**
 * items + tax (unless included) + duties + shipping + fees + cap = base; base + bonus = total.
 * `fees` and `cap` are zero or below; everything else is zero or above.
 */
export interface Totals {
  readonly items: Money;
  readonly tax: Money;
  readonly duties: Money;
  readonly shipping: Money;
  readonly fees: Money;
  readonly cap: Money;
  readonly base: Money;
  readonly bonus: Money;
  readonly total: Money;
}

export interface QuoteLine {
  readonly lineItemId: string;
  readonly title: string;
  readonly quantity: number;
  /** What the units are worth, and the tax on them. */
  readonly items: Money;
  readonly tax: Money;
  /** The line's shares of base and bonus; over all lines they sum to both. */
  readonly base: Money;
  readonly bonus: Money;
}

/** The last day of each leg, in UTC, if it was issued at once; null never expires. Issued later it lasts longer, see `expiresAt`. */
export interface Expiry {
  readonly base: string | null;
  readonly bonus: string | null;
  readonly baseAfterDays: number | null;
  readonly bonusAfterDays: number | null;
}

export interface PaymentShare {
  readonly transactionId: string;
  readonly kind: "card" | "gift_card" | "store_credit" | "other";
  readonly amount: Money;
}

export interface Decision {
  readonly rule: string;
  readonly name: string;
  readonly outcome: "won" | "lost" | "not_met";
  /** The lines it gives the bonus for; empty unless it won. */
  readonly lines: readonly string[];
  /** The condition that failed, the rule that won instead, or empty. */
  readonly because: string;
}
