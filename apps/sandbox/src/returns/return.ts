export type ReturnStatus = "REQUESTED" | "OPEN" | "CLOSED" | "DECLINED" | "CANCELED";

/** A return of some of an order's fulfilled pieces. */
export interface Return {
  id: number;
  orderId: number;
  /** `#1001-R1` */
  name: string;
  status: ReturnStatus;
  createdAt: string;
  closedAt: string | null;
  requestApprovedAt: string | null;
  decline: { reason: string; note: string | null } | null;
  lines: ReturnLine[];
  exchangeLines: ExchangeLine[];
  /** Fixed fee in minor units of the order's presentment currency. */
  shippingFee: { id: number; amount: bigint } | null;
  reverseFulfillmentOrders: ReverseFulfillmentOrder[];
  /** Set by the first inspection, disposition or refund: from then on it cannot be cancelled. */
  workStarted: boolean;
  /** Staff opened it again by hand: then processing everything does not close it by itself. */
  reopened: boolean;
  /** Everything has been processed; it reads as closed from the next request on. */
  closesAt: string | null;
}

export interface ReturnLine {
  id: number;
  fulfillmentLineId: number | null;
  /** The order line behind it. */
  lineId: number;
  quantity: number;
  processedQuantity: number;
  refundedQuantity: number;
  reason: string;
  reasonNote: string;
  reasonDefinitionId: number | null;
  customerNote: string | null;
  /** Percent as a decimal string. */
  restockingFee: { id: number; percentage: string } | null;
}

export interface ExchangeLine {
  id: number;
  variantId: number | null;
  title: string;
  quantity: number;
  unitPrice: bigint;
}

export interface ReverseFulfillmentOrder {
  id: number;
  status: "OPEN" | "CLOSED" | "CANCELED";
  lines: ReverseFulfillmentLine[];
  deliveries: ReverseDelivery[];
}

export interface ReverseFulfillmentLine {
  id: number;
  fulfillmentLineId: number;
  returnLineId: number;
  totalQuantity: number;
  dispositions: { id: number; type: string; quantity: number; locationId: number | null; at: string }[];
}

export interface ReverseDelivery {
  id: number;
  lines: { id: number; reverseLineId: number; quantity: number }[];
  tracking: { number: string | null; url: string | null; carrierName: string | null } | null;
  label: { url: string } | null;
}
