import type { ParsedOrder } from "../description/shop.ts";
import { parseMinor } from "../money/amount.ts";
import type { Order } from "../orders/order.ts";
import { sum } from "../orders/totals.ts";
import { issueRefund } from "../refunds/issue-refund.ts";
import { spread } from "../refunds/parents.ts";
import { shippingBack } from "../refunds/shipping.ts";
import { payable, worthOf } from "../refunds/worth.ts";
import { reasonDefinitions } from "../returns/reasons.ts";
import type { Return } from "../returns/return.ts";
import { reverseOrders } from "../returns/reverse-orders.ts";
import { readWhen } from "../world/clock.ts";
import { lineNamed } from "./load-order.ts";
import { type Loading, setupIssuer } from "./loading.ts";

/** What happened to an order before the story begins: refunds, returns, a cancellation. */
export function loadHistory(loading: Loading, order: Order, described: ParsedOrder): void {
  for (const refund of described.refunds) refundOf(loading, order, refund);
  for (const entry of described.returns) returnOf(loading, order, entry);
  if (described.cancelled) cancel(loading, order, described.cancelled);
}

function refundOf(loading: Loading, order: Order, described: ParsedOrder["refunds"][number]): void {
  const at = readWhen(described.at, loading.world.now());
  const currency = order.presentmentCurrency;
  const lines = described.lines.map((part) => ({
    line: lineNamed(order, part.line),
    quantity: part.quantity,
    restockType: part.restockType,
  }));
  const shipping = described.shipping
    ? shippingBack(order, parseMinor(described.shipping, currency))
    : { amount: 0n, tax: 0n };
  const worth =
    sum(lines, (part) => payable(order, worthOf(order, part.line, part.quantity))) +
    shipping.amount +
    (order.taxesIncluded ? 0n : shipping.tax);
  const storeCredit = described.storeCredit ? parseMinor(described.storeCredit, currency) : 0n;
  const amount = described.amount ? parseMinor(described.amount, currency) : worth - storeCredit;
  const wish = {
    lines: lines.map(({ line, ...part }) => ({ ...part, lineId: line.id, locationId: null })),
    shipping,
    duties: [],
    payments: spread(order, amount)
      .filter((part) => part.amount > 0n)
      .map((part) => ({ parent: part.transaction, amount: part.amount })),
    storeCredit: storeCredit > 0n ? [{ amount: storeCredit, expiresAt: null }] : [],
    note: described.note,
    returnId: null,
    issuer: { ...setupIssuer, kind: "staff" as const, name: "Staff" },
    at,
  };
  issueRefund(loading.shop, order, wish);
}

function returnOf({ world, shop }: Loading, order: Order, described: ParsedOrder["returns"][number]): void {
  const at = readWhen(described.at, world.now());
  const closed = described.status === "CLOSED";
  const entry: Return = {
    id: described.id === undefined ? world.nextId("Return") : world.reserveId("Return", described.id),
    orderId: order.id,
    name: `${order.name}-R${shop.returnsOf(order.id).length + 1}`,
    status: described.status,
    createdAt: at,
    closedAt: closed ? at : null,
    requestApprovedAt: closed || described.status === "OPEN" ? at : null,
    decline: described.status === "DECLINED" ? { reason: "OTHER", note: null } : null,
    lines: described.lines.map((part) => {
      const line = lineNamed(order, part.line);
      const fulfilled = order.fulfillments
        .flatMap((fulfillment) => fulfillment.lines)
        .find((candidate) => candidate.lineId === line.id);
      return {
        id:
          part.id === undefined ? world.nextId("ReturnLineItem") : world.reserveId("ReturnLineItem", part.id),
        fulfillmentLineId: fulfilled?.id ?? null,
        lineId: line.id,
        quantity: part.quantity,
        processedQuantity: closed ? part.quantity : 0,
        refundedQuantity: 0,
        reason: part.reason,
        reasonNote: "",
        reasonDefinitionId: reasonDefinitions.find((reason) => reason.legacy === part.reason)?.number ?? null,
        customerNote: part.customerNote,
        restockingFee: part.restockingFeePercent
          ? { id: world.nextId("Fee"), percentage: part.restockingFeePercent }
          : null,
      };
    }),
    exchangeLines: [],
    shippingFee: described.shippingFee
      ? { id: world.nextId("Fee"), amount: parseMinor(described.shippingFee, order.presentmentCurrency) }
      : null,
    reverseFulfillmentOrders: [],
    workStarted: closed,
    reopened: false,
    closesAt: null,
  };
  if (closed || described.status === "OPEN") entry.reverseFulfillmentOrders = reverseOrders(world, entry);
  shop.returns.save(entry);
}

function cancel(loading: Loading, order: Order, described: NonNullable<ParsedOrder["cancelled"]>): void {
  const at = readWhen(described.at, loading.world.now());
  order.cancelledAt = at;
  order.closedAt = at;
  order.cancelReason = described.reason;
  for (const entry of order.fulfillmentOrders) entry.status = "CLOSED";
  order.timeline.push({ at, text: "Order cancelled", by: "Staff", requestId: null });
}
