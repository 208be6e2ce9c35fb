/**
 * What is to be sent from one place. An order starts with one; splitting, moving or holding a part of it makes more. The
 * pieces of all that are not closed add up to what the order still has to send.
 */
export interface FulfillmentOrder {
  id: number;
  locationId: number;
  status: "OPEN" | "IN_PROGRESS" | "CLOSED" | "CANCELLED" | "INCOMPLETE" | "ON_HOLD" | "SCHEDULED";
  lines: FulfillmentOrderLine[];
  /** From when it may be sent. */
  fulfillAt?: string | null;
  /** Until when it should be sent, once somebody set a deadline. */
  fulfillBy?: string | null;
  updatedAt?: string;
  /** Oldest first; it is ON_HOLD as long as there is one. */
  holds?: FulfillmentHold[];
  /** The one that was held in part and left these pieces over; they go back to it when it is released. */
  leftOverOf?: number;
  /** What the merchant asked of a service that is to send it, and where that stands. */
  requests?: MerchantRequest[];
  requestStatus?: RequestStatus;
}

export type RequestStatus =
  | "UNSUBMITTED"
  | "SUBMITTED"
  | "ACCEPTED"
  | "REJECTED"
  | "CANCELLATION_ACCEPTED"
  | "CANCELLATION_REJECTED"
  | "CLOSED";

export interface MerchantRequest {
  id: number;
  kind: "FULFILLMENT_REQUEST" | "CANCELLATION_REQUEST";
  message: string | null;
  requestOptions: Record<string, boolean>;
  sentAt: string;
}

export interface FulfillmentOrderLine {
  id: number;
  lineId: number;
  totalQuantity: number;
  remainingQuantity: number;
}

export interface FulfillmentHold {
  id: number;
  /** The app's own name for it, unique among its holds here. */
  handle: string;
  reason: string;
  reasonNotes: string | null;
  installationId: number;
}

/** What it holds back, in pieces. */
export function remainingPieces({ lines }: FulfillmentOrder): number {
  return lines.reduce((all, line) => all + line.remainingQuantity, 0);
}

export function isHeld({ holds = [] }: FulfillmentOrder): boolean {
  return holds.length > 0;
}
