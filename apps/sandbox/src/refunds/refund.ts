import type { Issuer } from "../store-credit/account.ts";

/** A refund on an order. Amounts are minor units of the order's presentment currency. */
export interface Refund {
  id: number;
  returnId: number | null;
  note: string | null;
  at: string;
  lines: RefundLine[];
  /** What was given back for shipping, tax included where prices include it. */
  shipping: bigint;
  shippingTax: bigint;
  duties: { dutyId: number; amount: bigint }[];
  /** The transactions on the order that moved its money. */
  transactionIds: number[];
  issuer: Issuer;
}

export interface RefundLine {
  id: number;
  lineId: number;
  quantity: number;
  restockType: "NO_RESTOCK" | "RETURN" | "CANCEL";
  restocked: boolean;
  locationId: number | null;
  subtotal: bigint;
  tax: bigint;
}
