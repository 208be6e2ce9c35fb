import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolvers } from "../graphql/context.ts";
import { as, gid } from "../graphql/gid.ts";
import { bag, money, scalar } from "../graphql/money.ts";
import type { Order, OrderLine, OrderTransaction } from "../orders/order.ts";
import { isIncoming, sum } from "../orders/totals.ts";
import { parentsOf } from "./parents.ts";
import type { Refund, RefundLine } from "./refund.ts";
import type { Worth } from "./worth.ts";

interface RefundSource {
  order: Order;
  refund: Refund;
}

interface RefundLineSource {
  order: Order;
  refundLine?: RefundLine;
  suggested?: { line: OrderLine; quantity: number; restockType: string; worth: Worth };
}

interface TransactionSource {
  order: Order;
  transaction: OrderTransaction;
}

const moved = ({ order, refund }: RefundSource) =>
  sum(order.transactions, (entry) =>
    refund.transactionIds.includes(entry.id) && entry.status === "SUCCESS" ? entry.amount : 0n,
  );

const lineOf = ({ order, refundLine, suggested }: RefundLineSource) =>
  suggested?.line ?? order.lines.find((entry) => entry.id === refundLine?.lineId);
const subtotalOf = ({ order, refundLine, suggested }: RefundLineSource) =>
  suggested
    ? suggested.worth.subtotal
    : refundLine && recordedAsNothing(order, refundLine)
      ? 0n
      : (refundLine?.subtotal ?? 0n);
const taxOf = ({ refundLine, suggested }: RefundLineSource) => suggested?.worth.tax ?? refundLine?.tax ?? 0n;
const unitOf = (source: RefundLineSource) => lineOf(source)?.unitPrice ?? 0n;

/** Recorded: a custom item that was never shipped and is not restocked reports a subtotal of nothing. */
function recordedAsNothing(order: Order, refundLine: RefundLine): boolean {
  const line = order.lines.find((entry) => entry.id === refundLine.lineId);
  return (
    line?.variantId === null && refundLine.restockType === "NO_RESTOCK" && order.fulfillments.length === 0
  );
}

export const refundResolvers: Resolvers = {
  Refund: {
    id: ({ refund }: RefundSource) => gid("Refund", refund.id),
    legacyResourceId: ({ refund }: RefundSource) => String(refund.id),
    note: ({ refund }: RefundSource) => refund.note,
    createdAt: ({ refund }: RefundSource) => refund.at,
    processedAt: ({ refund }: RefundSource) => refund.at,
    updatedAt: ({ refund }: RefundSource) => refund.at,
    totalRefundedSet: (source: RefundSource) => bag(source.order, moved(source)),
    totalRefunded: (source: RefundSource) => bag(source.order, moved(source)).shopMoney,
    return: ({ refund }: RefundSource, _args, { shop }) => shop.returns.get(refund.returnId) ?? null,
    duties: ({ order, refund }: RefundSource) => refund.duties.map((duty) => ({ order, duty })),
    refundLineItems: ({ order, refund }: RefundSource, args: PageArguments) =>
      connection(
        refund.lines.map((refundLine) => ({ order, refundLine })),
        args,
        { idOf: (entry) => entry.refundLine.id },
      ),
    transactions: ({ order, refund }: RefundSource, args: PageArguments) =>
      connection(
        order.transactions
          .filter((entry) => refund.transactionIds.includes(entry.id))
          .map((transaction) => as("OrderTransaction", { order, transaction })),
        args,
        { idOf: (entry) => entry.transaction.id },
      ),
    refundShippingLines: ({ order, refund }: RefundSource, args: PageArguments) => {
      const line = order.shippingLines[0];
      const shown =
        line && refund.shipping > 0n
          ? [
              {
                id: gid("RefundShippingLine", refund.id),
                shippingLine: { order, line },
                subtotalAmountSet: bag(order, refund.shipping),
                taxAmountSet: bag(order, refund.shippingTax),
              },
            ]
          : [];
      return connection(shown, args, { idOf: (entry) => entry.id });
    },
  },
  RefundLineItem: {
    id: ({ refundLine }: RefundLineSource) => (refundLine ? gid("RefundLineItem", refundLine.id) : null),
    quantity: ({ refundLine, suggested }: RefundLineSource) => refundLine?.quantity ?? suggested?.quantity,
    restockType: ({ refundLine, suggested }: RefundLineSource) =>
      refundLine?.restockType ?? suggested?.restockType,
    restocked: ({ refundLine }: RefundLineSource) => refundLine?.restocked ?? false,
    lineItem: (source: RefundLineSource) => as("LineItem", { order: source.order, line: lineOf(source) }),
    location: ({ refundLine }: RefundLineSource, _args, { shop }) =>
      shop.locations.get(refundLine?.locationId) ?? null,
    priceSet: (source: RefundLineSource) => bag(source.order, unitOf(source)),
    price: (source: RefundLineSource) => scalar(source.order, unitOf(source)),
    subtotalSet: (source: RefundLineSource) => bag(source.order, subtotalOf(source)),
    subtotal: (source: RefundLineSource) => scalar(source.order, subtotalOf(source)),
    totalTaxSet: (source: RefundLineSource) => bag(source.order, taxOf(source)),
    totalTax: (source: RefundLineSource) => scalar(source.order, taxOf(source)),
  },
  RefundDuty: {
    amountSet: ({ order, duty }) => bag(order, duty.amount),
    originalDuty: ({ order, duty }: { order: Order; duty: { dutyId: number } }) => {
      const found = order.lines.flatMap((line) => line.duties).find((entry) => entry.id === duty.dutyId);
      return found ? { order, duty: found } : null;
    },
  },
  OrderTransaction: {
    id: ({ transaction }: TransactionSource) => gid("OrderTransaction", transaction.id),
    kind: ({ transaction }: TransactionSource) => transaction.kind,
    status: ({ transaction }: TransactionSource) => transaction.status,
    gateway: ({ transaction }: TransactionSource) => transaction.gateway,
    formattedGateway: ({ transaction }: TransactionSource) =>
      transaction.gateway.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase()),
    createdAt: ({ transaction }: TransactionSource) => transaction.at,
    processedAt: ({ transaction }: TransactionSource) => transaction.at,
    test: ({ transaction }: TransactionSource) => transaction.test,
    order: ({ order }: TransactionSource) => order,
    paymentId: ({ order, transaction }: TransactionSource) => `${order.id}.${transaction.id % 1000}`,
    paymentDetails: () => null,
    manualPaymentGateway: ({ transaction }: TransactionSource) => transaction.gateway === "manual",
    manuallyCapturable: () => false,
    multiCapturable: () => false,
    fees: () => [],
    amountSet: ({ order, transaction }: TransactionSource) => bag(order, transaction.amount),
    amount: ({ order, transaction }: TransactionSource) => scalar(order, transaction.amount),
    amountV2: ({ order, transaction }: TransactionSource) => bag(order, transaction.amount).shopMoney,
    maximumRefundableV2: (source: TransactionSource) => refundable(source),
    parentTransaction: ({ order, transaction }: TransactionSource) => {
      const parent = order.transactions.find((entry) => entry.id === transaction.parentId);
      return parent ? as("OrderTransaction", { order, transaction: parent }) : null;
    },
  },
};

function refundable({ order, transaction }: TransactionSource) {
  if (!isIncoming(transaction.kind)) return null;
  const parent = parentsOf(order).find((entry) => entry.transaction.id === transaction.id);
  return money(parent?.left ?? 0n, order.presentmentCurrency);
}
