import type { Address } from "../customers/customer.ts";
import type { FulfillmentOrder } from "../fulfillment-orders/fulfillment-order.ts";
import type { MetafieldOwner } from "../metafields/metafield.ts";
import type { Refund } from "../refunds/refund.ts";
import type { LocalizedField } from "./localized-fields.ts";

/**
 * An order with everything that belongs to it. Every `bigint` is minor units of `presentmentCurrency`; the shop-currency
 * side is always derived with `rate`, so the two can never drift apart.
 */
export interface Order extends MetafieldOwner {
  id: number;
  /** 1001 in `#1001`. */
  number: number;
  name: string;
  customerId: number | null;
  email: string | null;
  phone: string | null;
  poNumber?: string | null;
  localizedFields?: LocalizedField[];
  currency: string;
  presentmentCurrency: string;
  /** Presentment units for one shop unit. */
  rate: string;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  locale: string;
  taxesIncluded: boolean;
  lines: OrderLine[];
  shippingLines: ShippingLine[];
  tip: bigint;
  transactions: OrderTransaction[];
  /** What it was said to be when it was made, as long as no transaction says otherwise. */
  declaredStatus?: string | null;
  fulfillmentOrders: FulfillmentOrder[];
  fulfillments: Fulfillment[];
  refunds: Refund[];
  cancelledAt: string | null;
  cancelReason: string | null;
  staffNote: string | null;
  closedAt: string | null;
  test: boolean;
  company: { id: number; name: string; locationId: number; locationName: string; contactId: number } | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  tags: string[];
  note: string | null;
  customAttributes?: { key: string; value: string }[];
  timeline: TimelineEntry[];
}

export interface TaxLine {
  title: string;
  rate: string;
  amount: bigint;
}

export interface DiscountShare {
  title: string;
  code: string | null;
  /** A line's own discount (EACH/ONE) or its share of one on the whole order (ACROSS). */
  across: boolean;
  amount: bigint;
}

export interface OrderLine {
  id: number;
  ref: string;
  variantId: number | null;
  productId: number | null;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  quantity: number;
  /** Pieces edited away before the story began. */
  removedQuantity: number;
  unitPrice: bigint;
  discounts: DiscountShare[];
  taxes: TaxLine[];
  duties: { id: number; amount: bigint; harmonizedSystemCode: string | null }[];
  requiresShipping: boolean;
  taxable: boolean;
  giftCard: boolean;
  weightGrams: number;
  customAttributes: { key: string; value: string }[];
}

export interface ShippingLine {
  id: number;
  title: string;
  code?: string;
  source?: string | null;
  price: bigint;
  discount: bigint;
  taxes: TaxLine[];
}

export interface OrderTransaction {
  id: number;
  kind: "SALE" | "AUTHORIZATION" | "CAPTURE" | "VOID" | "REFUND" | "CHANGE";
  status: "SUCCESS" | "PENDING" | "FAILURE" | "ERROR";
  gateway: string;
  /** Always positive; the kind says which way it went. */
  amount: bigint;
  parentId: number | null;
  refundId: number | null;
  at: string;
  test: boolean;
}

export interface Fulfillment {
  id: number;
  name: string;
  status: "SUCCESS" | "CANCELLED";
  lines: { id: number; lineId: number; quantity: number }[];
  /** Which lines of fulfillment orders its pieces came from, and go back to when it is canceled. */
  taken?: { from: number; quantity: number }[];
  at: string;
  deliveredAt: string | null;
  events?: FulfillmentEvent[];
  /** `more` are further parcels of the same carrier. */
  tracking: {
    company: string | null;
    number: string | null;
    url: string | null;
    more?: { number: string | null; url: string | null }[];
  } | null;
}

/** Something a carrier told about a parcel on its way. */
export interface FulfillmentEvent {
  id: number;
  status: string;
  message: string | null;
  happenedAt: string;
  createdAt: string;
  estimatedDeliveryAt: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  address1: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** What staff would read on the order's page. `requestId` is the API request that did it, if one did. */
export interface TimelineEntry {
  at: string;
  text: string;
  by: string;
  requestId: string | null;
}
