import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Context, Resolvers } from "../graphql/context.ts";
import { as, gid, idIn } from "../graphql/gid.ts";
import { bag } from "../graphql/money.ts";
import { divideHalfUp } from "../money/amount.ts";
import type { FulfillmentSource } from "../orders/fulfillment-resolvers.ts";
import { discountedTotal } from "../orders/totals.ts";
import { worthOf } from "../refunds/worth.ts";
import { restockingFee } from "./fees.ts";
import { fulfilledLine, returnableQuantity } from "./find.ts";
import { reasonDefinitions } from "./reasons.ts";
import type {
  ExchangeLine,
  Return,
  ReturnLine,
  ReverseDelivery,
  ReverseFulfillmentLine,
  ReverseFulfillmentOrder,
} from "./return.ts";
import { suggestedFinancialOutcome, suggestedReturnRefund } from "./suggested-outcome.ts";

interface LineSource {
  entry: Return;
  line: ReturnLine;
}

interface ReverseSource {
  entry: Return;
  reverse: ReverseFulfillmentOrder;
}

const orderOf = (entry: Return, { shop }: Context) => shop.orders.get(entry.orderId);

export const returnResolvers: Resolvers = {
  Return: {
    id: (entry: Return) => gid("Return", entry.id),
    order: (entry: Return, _args, context) => orderOf(entry, context),
    totalQuantity: (entry: Return) => entry.lines.reduce((all, line) => all + line.quantity, 0),
    returnLineItems: (entry: Return, args: PageArguments & { processingStatus?: { processed?: boolean } }) =>
      connection(
        entry.lines.map((line) => as("ReturnLineItem", { entry, line })),
        args,
        { idOf: (source) => source.line.id },
      ),
    exchangeLineItems: (entry: Return, args: PageArguments) =>
      connection(entry.exchangeLines, args, { idOf: (line) => line.id }),
    returnShippingFees: (entry: Return, _args, context) => {
      const order = orderOf(entry, context);
      return entry.shippingFee && order
        ? [
            as("ReturnShippingFee", {
              id: gid("Fee", entry.shippingFee.id),
              amountSet: bag(order, entry.shippingFee.amount),
            }),
          ]
        : [];
    },
    refunds: (entry: Return, args: PageArguments, context) => {
      const order = orderOf(entry, context);
      const own = order?.refunds.filter((refund) => refund.returnId === entry.id) ?? [];
      return connection(
        own.map((refund) => as("Refund", { order, refund })),
        args,
        { idOf: (source) => source.refund.id },
      );
    },
    transactions: (entry: Return, args: PageArguments, context) => {
      const order = orderOf(entry, context);
      const refunds = new Set(
        order?.refunds.filter((refund) => refund.returnId === entry.id).map((refund) => refund.id),
      );
      const own =
        order?.transactions.filter(
          (transaction) => transaction.refundId !== null && refunds.has(transaction.refundId),
        ) ?? [];
      return connection(
        own.map((transaction) => as("OrderTransaction", { order, transaction })),
        args,
        { idOf: (source) => source.transaction.id },
      );
    },
    reverseFulfillmentOrders: (entry: Return, args: PageArguments) =>
      connection(
        entry.reverseFulfillmentOrders.map((reverse) => as("ReverseFulfillmentOrder", { entry, reverse })),
        args,
        { idOf: (source) => source.reverse.id },
      ),
    suggestedFinancialOutcome,
    suggestedRefund: suggestedReturnRefund,
  },
  ReturnLineItem: {
    id: ({ line }: LineSource) => gid("ReturnLineItem", line.id),
    quantity: ({ line }: LineSource) => line.quantity,
    processedQuantity: ({ line }: LineSource) => line.processedQuantity,
    unprocessedQuantity: ({ line }: LineSource) => line.quantity - line.processedQuantity,
    /** Nothing can be processed before the request is approved (recorded). */
    processableQuantity: ({ entry, line }: LineSource) =>
      entry.status === "REQUESTED" ? 0 : line.quantity - line.processedQuantity,
    refundedQuantity: ({ line }: LineSource) => line.refundedQuantity,
    refundableQuantity: ({ line }: LineSource) => line.quantity - line.refundedQuantity,
    returnReason: ({ line }: LineSource) => line.reason,
    returnReasonNote: ({ line }: LineSource) => line.reasonNote,
    returnReasonDefinition: ({ line }: LineSource) =>
      reasonDefinitions.find((reason) => reason.number === line.reasonDefinitionId) ?? null,
    customerNote: ({ line }: LineSource) => line.customerNote,
    fulfillmentLineItem: ({ entry, line }: LineSource, _args, context) => {
      const order = orderOf(entry, context);
      return order ? fulfilledLine(order, line.fulfillmentLineId ?? undefined) : null;
    },
    withCodeDiscountedTotalPriceSet: ({ entry, line }: LineSource, _args, context) => {
      const order = orderOf(entry, context);
      const of = order?.lines.find((candidate) => candidate.id === line.lineId);
      return order && of
        ? bag(order, divideHalfUp(discountedTotal(of) * BigInt(line.quantity), BigInt(of.quantity)))
        : null;
    },
    restockingFee: ({ entry, line }: LineSource, _args, context) => {
      const order = orderOf(entry, context);
      const of = order?.lines.find((candidate) => candidate.id === line.lineId);
      if (!line.restockingFee || !order || !of) return null;
      const fee = restockingFee(line.restockingFee.percentage, worthOf(order, of, line.quantity, 0).subtotal);
      return as("RestockingFee", {
        id: gid("Fee", line.restockingFee.id),
        percentage: Number(line.restockingFee.percentage),
        amountSet: bag(order, fee),
      });
    },
    totalWeight: ({ entry, line }: LineSource, _args, context) => {
      const of = orderOf(entry, context)?.lines.find((candidate) => candidate.id === line.lineId);
      return { unit: "GRAMS", value: (of?.weightGrams ?? 0) * line.quantity };
    },
  },
  ExchangeLineItem: {
    id: (line: ExchangeLine) => gid("ExchangeLineItem", line.id),
    processableQuantity: (line: ExchangeLine) => line.quantity,
    unprocessedQuantity: (line: ExchangeLine) => line.quantity,
    processedQuantity: () => 0,
  },
  ReverseFulfillmentOrder: {
    id: ({ reverse }: ReverseSource) => gid("ReverseFulfillmentOrder", reverse.id),
    status: ({ reverse }: ReverseSource) => reverse.status,
    order: ({ entry }: ReverseSource, _args, context) => orderOf(entry, context),
    lineItems: ({ entry, reverse }: ReverseSource, args: PageArguments) =>
      connection(
        reverse.lines.map((line) => as("ReverseFulfillmentOrderLineItem", { entry, line })),
        args,
        { idOf: (source) => source.line.id },
      ),
    reverseDeliveries: ({ entry, reverse }: ReverseSource, args: PageArguments) =>
      connection(
        reverse.deliveries.map((delivery) => as("ReverseDelivery", { entry, reverse, delivery })),
        args,
        { idOf: (source) => source.delivery.id },
      ),
  },
  ReverseFulfillmentOrderLineItem: {
    id: ({ line }: { line: ReverseFulfillmentLine }) => gid("ReverseFulfillmentOrderLineItem", line.id),
    totalQuantity: ({ line }: { line: ReverseFulfillmentLine }) => line.totalQuantity,
    fulfillmentLineItem: (
      { entry, line }: { entry: Return; line: ReverseFulfillmentLine },
      _args,
      context,
    ) => {
      const order = orderOf(entry, context);
      return order ? fulfilledLine(order, line.fulfillmentLineId) : null;
    },
    dispositions: ({ line }: { line: ReverseFulfillmentLine }, _args, { shop }) =>
      line.dispositions.map((entry) => ({
        id: gid("ReverseFulfillmentOrderDisposition", entry.id),
        type: entry.type,
        quantity: entry.quantity,
        createdAt: entry.at,
        location: shop.locations.get(entry.locationId) ?? null,
      })),
  },
  ReverseDelivery: {
    id: ({ delivery }: { delivery: ReverseDelivery }) => gid("ReverseDelivery", delivery.id),
    reverseFulfillmentOrder: ({ entry, reverse }: ReverseSource) =>
      as("ReverseFulfillmentOrder", { entry, reverse }),
    deliverable: ({ delivery }: { delivery: ReverseDelivery }) =>
      as("ReverseDeliveryShippingDeliverable", { delivery }),
    reverseDeliveryLineItems: (
      { entry, reverse, delivery }: ReverseSource & { delivery: ReverseDelivery },
      args: PageArguments,
    ) =>
      connection(
        delivery.lines.map((part) =>
          as("ReverseDeliveryLineItem", {
            entry,
            part,
            line: reverse.lines.find((line) => line.id === part.reverseLineId),
          }),
        ),
        args,
        { idOf: (source) => source.part.id },
      ),
  },
  ReverseDeliveryLineItem: {
    id: ({ part }) => gid("ReverseDeliveryLineItem", part.id),
    quantity: ({ part }) => part.quantity,
    reverseFulfillmentOrderLineItem: ({ entry, line }) =>
      as("ReverseFulfillmentOrderLineItem", { entry, line }),
    dispositions: () => [],
  },
  ReverseDeliveryShippingDeliverable: {
    tracking: ({ delivery }: { delivery: ReverseDelivery }) => delivery.tracking,
    label: ({ delivery }: { delivery: ReverseDelivery }) =>
      delivery.label && { publicFileUrl: delivery.label.url, createdAt: null, updatedAt: null },
  },
  ReturnableFulfillment: {
    id: ({ fulfillment }: FulfillmentSource) => gid("ReturnableFulfillment", fulfillment.id),
    fulfillment: (source: FulfillmentSource) => as("Fulfillment", { ...source }),
    returnableFulfillmentLineItems: (source: FulfillmentSource, args: PageArguments, context) =>
      connection(returnableLines(source, context), args, {
        idOf: (line) => line.fulfillmentLineItem.fulfillmentLineId,
      }),
  },
};

function returnableLines({ order, fulfillment }: FulfillmentSource, { shop }: Context) {
  return fulfillment.lines.flatMap((part) => {
    const of = fulfilledLine(order, part.id);
    const quantity = of ? returnableQuantity(shop, of) : 0;
    return of && quantity > 0 ? [{ quantity, fulfillmentLineItem: of }] : [];
  });
}

/** returnableFulfillments: fulfilments of an order that still hold something that may be sent back. */
export function returnableFulfillments(
  _source: unknown,
  args: PageArguments & { orderId: string },
  context: Context,
) {
  const order = context.shop.orders.get(idIn(args.orderId, "Order"));
  const sources = (order && !order.cancelledAt ? order.fulfillments : []).flatMap((fulfillment) =>
    order ? [as("ReturnableFulfillment", { order, fulfillment })] : [],
  );
  const open = sources.filter(
    (source) => source.fulfillment.status === "SUCCESS" && returnableLines(source, context).length > 0,
  );
  return connection(open, args, { idOf: (source) => source.fulfillment.id });
}
