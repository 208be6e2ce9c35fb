import { createHash } from "node:crypto";
import { toWire } from "@kept/money";
import type { Quote } from "../quote/index.ts";
import { quoteFactsFromJson } from "../return/quote-facts.ts";
import { acceptedUnits, type ReturnLineRecord, type ReturnRecord } from "../return/return.ts";
import type { RefundRequest } from "./refund-create-method.ts";
import type { BaseRequest } from "./return-process-method.ts";

/** What a base leg asks of Shopify, written down before anything is sent and never computed again. */

/** Through Shopify's return where there is one; as a refund of the order where Shopify keeps none. Never both. */
export function methodOf(record: Pick<ReturnRecord, "withoutMirror">): "return_process" | "refund_create" {
  return record.withoutMirror === null ? "return_process" : "refund_create";
}

export function returnRequestOf(
  record: ReturnRecord,
  quote: Quote,
  lines: readonly ReturnLineRecord[],
): BaseRequest {
  return {
    returnGid: record.shopifyReturnGid ?? "",
    destination: record.resolution,
    customerGid: record.customerGid,
    lines: lines.flatMap((line) => {
      const quantity = acceptedUnits(line);
      return quantity > 0 && line.shopifyReturnLineGid ? [{ id: line.shopifyReturnLineGid, quantity }] : [];
    }),
    payments: paymentsOf(record, quote),
  };
}

export function refundRequestOf(
  record: ReturnRecord,
  quote: Quote,
  lines: readonly ReturnLineRecord[],
): RefundRequest {
  const units = new Map<string, number>();
  for (const line of lines)
    units.set(line.lineItemGid, (units.get(line.lineItemGid) ?? 0) + acceptedUnits(line));
  return {
    destination: record.resolution,
    customerGid: record.customerGid,
    lines: [...units].flatMap(([lineItemId, quantity]) => (quantity > 0 ? [{ lineItemId, quantity }] : [])),
    payments: paymentsOf(record, quote),
    beyondNetPayment: false,
  };
}

/** A request and the hash that shows it was never touched. */
export function frozen(request: unknown) {
  return { request, requestHash: createHash("sha256").update(JSON.stringify(request)).digest() };
}

/** How the base goes back to the payments it came from; nothing for store credit. */
function paymentsOf(record: ReturnRecord, quote: Quote) {
  if (record.resolution === "store_credit") return [];
  const { order } = quoteFactsFromJson(record.quoteFacts);
  return quote.payments.map(({ transactionId, amount }) => ({
    parentId: transactionId,
    gateway: order.payments.find((payment) => payment.transactionId === transactionId)?.gateway ?? "",
    amount: toWire(amount),
  }));
}
