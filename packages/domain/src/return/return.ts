import type { tables } from "@kept/database";
import { type Money, money } from "@kept/money";
import type { Quote } from "../quote/index.ts";

export type ReturnRecord = typeof tables.returns.$inferSelect;
export type ReturnLineRecord = typeof tables.returnLines.$inferSelect;
export type ReturnStatus = ReturnRecord["status"];
export type ResolutionKind = ReturnRecord["resolution"];

/** What people call a return: R-1001. */
export function returnName(number: number): string {
  return `R-${number}`;
}

/** Approved in some stage and not yet settled: a credit may be issued. */
export function isOpen(status: ReturnStatus): boolean {
  return status === "approved" || status === "in_transit" || status === "received" || status === "inspected";
}

/** The customer may take a request back until somebody has decided about it. */
export function isCancellable(record: Pick<ReturnRecord, "status">): boolean {
  return record.status === "requested";
}

export function baseOf(record: Pick<ReturnRecord, "baseMinor" | "currency">): Money {
  return money(record.baseMinor, record.currency);
}

export function bonusOf(record: Pick<ReturnRecord, "bonusMinor" | "currency">): Money {
  return money(record.bonusMinor, record.currency);
}

/** A line as pages show it. */
export interface ReturnLineView {
  readonly id: string;
  /** Its photos are of this. */
  readonly fulfillmentLineItemId: string;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly imageUrl: string | null;
  readonly quantity: number;
  /** Null while undecided. */
  readonly accepted: number | null;
  readonly reason: string;
  readonly reasonLabel: string;
  readonly note: string | null;
  readonly declineReason: string | null;
  /** Units that arrived; null until the parcel was opened. */
  readonly received: number | null;
  readonly disposition: ReturnLineRecord["disposition"];
  /** For staff only. */
  readonly inspectionNote: string | null;
}

/** The quantities a decision leaves: accepted where decided, else what was asked for. */
export function acceptedUnits(line: Pick<ReturnLineRecord, "quantity" | "accepted">): number {
  return line.accepted ?? line.quantity;
}

export interface QuoteOnRecord {
  readonly madeAt: Date;
  readonly quote: Quote;
}
