import type { Policy } from "../../policy/policy.ts";

/**
 * One sum to check with pencil and paper. Amounts are decimals in the case's currency.
 *
 * `bought`: "3 shirt for 60.00, tax 4.95, 1 gone, was 25.00, tagged linen" are three shirts for sixty together,
 * 25.00 each before discounts, of which one is back already. `returns`: "2 shirt, 1 sock (damaged)".
 * `rows` are what the customer reads: "2 × shirt: 40.00"; "(in it)" marks a row that is contained in another.
 */
export interface WorkedCase {
  readonly title: string;
  readonly why: string;
  readonly currency: "USD" | "EUR" | "JPY" | "KWD";
  readonly bought: readonly string[];
  readonly order?: CaseOrder;
  readonly returns: string;
  /** What the customer chooses; store credit unless said otherwise. */
  readonly as?: "money";
  readonly policy?: Partial<Policy>;
  readonly customer?: CaseCustomer;
  readonly rows: readonly string[];
  readonly base: string;
  readonly bonus: string;
  /** Only for money: "gift_card 30.00, card 20.00". */
  readonly goesTo?: string;
}

export interface CaseOrder {
  readonly pricesIncludeTax?: boolean;
  readonly shipping?: string;
  readonly shippingTax?: string;
  readonly shippingRefunded?: string;
  readonly duties?: string;
  readonly dutiesRefunded?: string;
  readonly refundable?: string;
  /** "gift_card 30.00, card 70.00 of which 10.00 refunded" */
  readonly payments?: string;
  readonly customerTags?: readonly string[];
  readonly country?: string;
}

export interface CaseCustomer {
  readonly returnsBefore?: number;
  readonly switched?: boolean;
  readonly bonusOnOrder?: string;
  readonly bonusInPeriod?: string;
  readonly shopBonusThisMonth?: string;
  readonly paidWithBonus?: string;
}
