import type { Money } from "@kept/money";

/**
 * An order as Kept sees it: the facts a quote, a policy and an issuing need, in the order's presentment
 * currency. Read once from Shopify and parsed at the border; nothing in here is recomputed.
 * Ids are Shopify GIDs, times are UTC.
 */
export interface Order {
  readonly id: string;
  /** As the customer knows it, with the merchant's prefix and suffix: "#1001". */
  readonly name: string;
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  readonly test: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  /** Null for orders without a customer (POS, deleted, redacted): such an order cannot get store credit. */
  readonly customer: OrderCustomer | null;
  /** True when a company bought: Shopify refuses store-credit refunds there. */
  readonly businessToBusiness: boolean;
  /** Presentment currency: every amount below is in it, and the credit will be. */
  readonly currency: string;
  readonly shopCurrency: string;
  readonly taxesIncluded: boolean;
  readonly lines: readonly OrderLine[];
  readonly shipping: Shipping;
  readonly duties: Money;
  /** Of the duties, what refunds say they gave back. Money that was sent without a word about duties is not in it. */
  readonly dutiesRefunded: Money;
  readonly payments: readonly Payment[];
  /** What was received, less what was already refunded, over all kinds of payment. */
  readonly refundable: Money;
  readonly refunded: Money;
  readonly tags: readonly string[];
  /** Of the shipping address, ISO 3166-1 alpha-2; stands for the market. */
  readonly countryCode: string | null;
  readonly shippingPostcode: string | null;
  /** Ids of refunds that exist, oldest first: the base leg's baseline. */
  readonly refundIds: readonly string[];
}

export interface OrderCustomer {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly locale: string | null;
  readonly tags: readonly string[];
  readonly numberOfOrders: number;
}

export interface OrderLine {
  readonly id: string;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly imageUrl: string | null;
  readonly quantity: number;
  /** Price of one unit before discounts, as shown in the shop. */
  readonly unitPrice: Money;
  /** Paid for all `quantity` units after every discount, line and order level. Contains the tax when `taxesIncluded`. */
  readonly paid: Money;
  /** Tax on all `quantity` units, whether included in `paid` or on top. */
  readonly tax: Money;
  /** The same, tax by tax: Shopify rounds each for itself, so parts of a line are counted tax by tax. */
  readonly taxes: readonly Money[];
  /** Units already refunded, or in a return that is still open or processed. They are worth nothing again. */
  readonly goneQuantity: number;
  /** Those of them whose money went back: Shopify counts on from here, whoever asked first (ADR 13). */
  readonly refundedQuantity: number;
  /** What can still be sent back, per fulfilment. Empty when nothing was shipped. */
  readonly returnable: readonly ReturnableUnits[];
  readonly product: OrderProduct | null;
  readonly requiresShipping: boolean;
  readonly giftCard: boolean;
}

export interface ReturnableUnits {
  readonly fulfillmentLineItemId: string;
  readonly quantity: number;
  readonly fulfilledAt: Date;
  readonly deliveredAt: Date | null;
}

export interface OrderProduct {
  readonly id: string;
  readonly type: string;
  readonly vendor: string;
  readonly tags: readonly string[];
  readonly collectionIds: readonly string[];
}

export interface Shipping {
  /** Paid for shipping after discounts; contains the tax when the order's prices do. */
  readonly paid: Money;
  readonly tax: Money;
  readonly refunded: Money;
}

/** A successful payment, netted by what was refunded to it. */
export interface Payment {
  readonly transactionId: string;
  readonly kind: "card" | "gift_card" | "store_credit" | "other";
  readonly gateway: string;
  readonly amount: Money;
  readonly refunded: Money;
}
