import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolver, Resolvers } from "../graphql/context.ts";
import { as, gid } from "../graphql/gid.ts";
import { bag, money, scalar } from "../graphql/money.ts";
import { metafieldFields } from "../metafields/metafield-resolvers.ts";
import { suggestRefund } from "../refunds/suggest-refund.ts";
import { addressSource } from "./address.ts";
import { discountApplications } from "./discount-applications.ts";
import { localizedFields } from "./localized-fields.ts";
import type { Order } from "./order.ts";
import { financialStatus, fulfillmentStatus, returnStatus } from "./status.ts";
import {
  capturable,
  currentQuantity,
  currentTotal,
  dutiesTotal,
  netPayment,
  orderTotal,
  received,
  refunded,
  refundedShipping,
  shippingTotal,
  subtotal,
  sum,
  taxTotal,
} from "./totals.ts";

const byId = { idOf: (entry: { id: number }) => entry.id };
const first = <T>(items: readonly T[], args: { first?: number | null }) => items.slice(0, args.first ?? 250);
const set =
  (of: (order: Order) => bigint): Resolver =>
  (order: Order) =>
    bag(order, of(order));
const old =
  (of: (order: Order) => bigint): Resolver =>
  (order: Order) =>
    scalar(order, of(order));
const discounts = (order: Order) =>
  sum(order.lines, (line) => sum(line.discounts, (share) => share.amount)) +
  sum(order.shippingLines, (line) => line.discount);
const shipping = (order: Order) => sum(order.shippingLines, shippingTotal);
const outstanding = (order: Order) =>
  order.cancelledAt ? 0n : currentTotal(order) - netPayment(order) - capturable(order);
const currentTax = (order: Order) =>
  order.cancelledAt
    ? 0n
    : taxTotal(order) -
      sum(order.refunds, (refund) => sum(refund.lines, (line) => line.tax) + refund.shippingTax);
const currentSubtotal = (order: Order) =>
  order.cancelledAt
    ? 0n
    : subtotal(order) - sum(order.refunds, (refund) => sum(refund.lines, (line) => line.subtotal));

export const orderResolvers: Resolvers = {
  Order: {
    ...metafieldFields,
    id: (order: Order) => gid("Order", order.id),
    legacyResourceId: (order: Order) => String(order.id),
    currencyCode: (order: Order) => order.currency,
    presentmentCurrencyCode: (order: Order) => order.presentmentCurrency,
    customer: (order: Order, _args, { shop }) => shop.customers.get(order.customerId) ?? null,
    customerLocale: (order: Order) => order.locale,
    customerAcceptsMarketing: () => false,
    confirmed: () => true,
    confirmationNumber: (order: Order) => order.id.toString(36).toUpperCase().padStart(9, "0").slice(-9),
    closed: (order: Order) => order.closedAt !== null,
    cancellation: (order: Order) => (order.cancelledAt ? { staffNote: order.staffNote } : null),
    displayFinancialStatus: financialStatus,
    displayFulfillmentStatus: fulfillmentStatus,
    returnStatus: (order: Order, _args, { shop }) => returnStatus(shop.returnsOf(order.id)),
    purchasingEntity: (order: Order, args, context, info) => purchasingEntity(order, args, context, info),
    billingAddress: (order: Order) => addressSource(order.billingAddress),
    shippingAddress: (order: Order) => addressSource(order.shippingAddress),
    displayAddress: (order: Order) => addressSource(order.shippingAddress ?? order.billingAddress),
    billingAddressMatchesShippingAddress: (order: Order) =>
      JSON.stringify(order.billingAddress) === JSON.stringify(order.shippingAddress),
    paymentGatewayNames: (order: Order) => [
      ...new Set(order.transactions.filter((entry) => entry.kind !== "REFUND").map((entry) => entry.gateway)),
    ],
    poNumber: (order: Order) => order.poNumber ?? null,
    localizedFields,
    localizationExtensions: localizedFields,
    customAttributes: (order: Order) => order.customAttributes ?? [],
    discountCode: (order: Order) => discountCodes(order)[0] ?? null,
    discountCodes,
    discountApplications: (order: Order, args: PageArguments) =>
      connection(discountApplications(order), args, { idOf: (entry) => entry.index }),
    lineItems: (order: Order, args: PageArguments) =>
      connection(
        order.lines.map((line) => as("LineItem", { order, line })),
        args,
        { idOf: (entry) => entry.line.id },
      ),
    shippingLine: (order: Order) => (order.shippingLines[0] ? { order, line: order.shippingLines[0] } : null),
    shippingLines: (order: Order, args: PageArguments) =>
      connection(
        order.shippingLines.map((line) => ({ order, line })),
        args,
        { idOf: (entry) => entry.line.id },
      ),
    transactions: (order: Order, args) =>
      first(order.transactions, args).map((transaction) => as("OrderTransaction", { order, transaction })),
    transactionsCount: (order: Order) => ({ count: order.transactions.length, precision: "EXACT" }),
    refunds: (order: Order, args) =>
      first(order.refunds, args).map((refund) => as("Refund", { order, refund })),
    returns: (order: Order, args: PageArguments & { query?: string }, { shop }) => {
      const wanted = /status:\s*'?(\w+)/i.exec(args.query ?? "")?.[1]?.toUpperCase();
      return connection(
        shop.returnsOf(order.id).filter((entry) => !wanted || entry.status === wanted),
        args,
        byId,
      );
    },
    fulfillments: (order: Order, args) =>
      first(order.fulfillments, args).map((fulfillment) => as("Fulfillment", { order, fulfillment })),
    fulfillmentsCount: (order: Order) => ({ count: order.fulfillments.length, precision: "EXACT" }),
    fulfillmentOrders: (order: Order, args: PageArguments) =>
      connection(
        order.fulfillmentOrders.map((entry) => as("FulfillmentOrder", { order, fulfillmentOrder: entry })),
        args,
        { idOf: (entry) => entry.fulfillmentOrder.id },
      ),
    suggestedRefund: suggestRefund,
    taxLines: (order: Order) => order.lines.flatMap((line) => line.taxes).map((tax) => ({ order, tax })),
    currentTaxLines: (order: Order) =>
      order.lines.flatMap((line) => line.taxes).map((tax) => ({ order, tax })),
    fullyPaid: (order: Order) => received(order) >= orderTotal(order),
    unpaid: (order: Order) => order.transactions.length > 0 && received(order) === 0n,
    refundable: (order: Order) => netPayment(order) > 0n,
    restockable: (order: Order) => order.lines.some((line) => currentQuantity(order, line) > 0),
    requiresShipping: (order: Order) => order.lines.some((line) => line.requiresShipping),
    fulfillable: (order: Order) => !order.cancelledAt && fulfillmentStatus(order) !== "FULFILLED",
    capturable: (order: Order) => capturable(order) > 0n,
    canMarkAsPaid: (order: Order) => received(order) < orderTotal(order),
    canNotifyCustomer: (order: Order) => order.email !== null,
    edited: (order: Order) => order.lines.some((line) => line.removedQuantity > 0),
    estimatedTaxes: () => false,
    dutiesIncluded: () => false,
    taxExempt: () => false,
    merchantEditable: (order: Order) => order.cancelledAt === null,
    hasTimelineComment: () => false,
    productNetwork: () => false,
    subtotalLineItemsQuantity: (order: Order) => order.lines.reduce((all, line) => all + line.quantity, 0),
    currentSubtotalLineItemsQuantity: (order: Order) =>
      order.lines.reduce((all, line) => all + currentQuantity(order, line), 0),
    totalWeight: (order: Order) =>
      String(order.lines.reduce((all, line) => all + line.weightGrams * line.quantity, 0)),
    currentTotalWeight: (order: Order) =>
      String(order.lines.reduce((all, line) => all + line.weightGrams * currentQuantity(order, line), 0)),
    statusPageUrl: (order: Order, _args, { shop }) =>
      `https://${shop.shop.primaryDomain}/${shop.shop.id}/orders/${order.id.toString(36)}`,
    subtotalPriceSet: set(subtotal),
    subtotalPrice: old(subtotal),
    currentSubtotalPriceSet: set(currentSubtotal),
    currentTotalPriceSet: set(currentTotal),
    currentTotalTaxSet: set(currentTax),
    currentTotalDiscountsSet: set(discounts),
    currentCartDiscountAmountSet: set(cartDiscounts),
    cartDiscountAmountSet: set(cartDiscounts),
    currentShippingPriceSet: set((order) => shipping(order) - refundedShipping(order)),
    currentTotalDutiesSet: (order: Order) => (dutiesTotal(order) ? bag(order, dutiesTotal(order)) : null),
    originalTotalDutiesSet: (order: Order) => (dutiesTotal(order) ? bag(order, dutiesTotal(order)) : null),
    originalTotalPriceSet: set(orderTotal),
    totalPriceSet: set(orderTotal),
    totalPrice: old(orderTotal),
    totalDiscountsSet: set(discounts),
    totalDiscounts: old(discounts),
    totalTaxSet: set(taxTotal),
    totalTax: old(taxTotal),
    totalShippingPriceSet: set(shipping),
    totalShippingPrice: old(shipping),
    totalReceivedSet: set(received),
    totalReceived: old(received),
    totalRefundedSet: set(refunded),
    totalRefunded: old(refunded),
    totalRefundedShippingSet: set(refundedShipping),
    netPaymentSet: set(netPayment),
    netPayment: old(netPayment),
    totalOutstandingSet: set(outstanding),
    totalCapturableSet: set(capturable),
    totalCapturable: old(capturable),
    totalTipReceivedSet: set((order) => order.tip),
    totalTipReceived: (order: Order) => money(order.tip, order.presentmentCurrency),
    totalCashRoundingAdjustment: (order: Order) => ({
      paymentSet: bag(order, 0n),
      refundSet: bag(order, 0n),
    }),
    paymentCollectionDetails: () => ({ additionalPaymentCollectionUrl: null, vaultedPaymentMethods: [] }),
    riskLevel: () => "LOW",
    risk: () => ({ assessments: [], recommendation: "NONE" }),
    refundDiscrepancySet: set(() => 0n),
  },
};

function discountCodes(order: Order): string[] {
  return [...new Set(order.lines.flatMap((line) => line.discounts).flatMap((share) => share.code ?? []))];
}

function cartDiscounts(order: Order): bigint {
  return sum(order.lines, (line) => sum(line.discounts, (share) => (share.across ? share.amount : 0n)));
}

const purchasingEntity: Resolver = (order: Order, _args, { shop }) => {
  if (order.company) {
    const { company } = order;
    return as("PurchasingCompany", {
      company: { id: gid("Company", company.id), name: company.name },
      contact: { id: gid("CompanyContact", company.contactId) },
      location: as("CompanyLocation", {
        id: gid("CompanyLocation", company.locationId),
        name: company.locationName,
      }),
    });
  }
  const customer = shop.customers.get(order.customerId);
  return customer ? as("Customer", customer) : null;
};
