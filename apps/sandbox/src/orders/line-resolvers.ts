import { isHeld } from "../fulfillment-orders/fulfillment-order.ts";
import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolver, Resolvers } from "../graphql/context.ts";
import { gid } from "../graphql/gid.ts";
import { bag, scalar } from "../graphql/money.ts";
import { divideHalfUp, scaled } from "../money/amount.ts";
import { imageOf } from "../products/product-resolvers.ts";
import { reasonDefinitions } from "../returns/reasons.ts";
import { applicationOf } from "./discount-applications.ts";
import type { Order, OrderLine, ShippingLine, TaxLine } from "./order.ts";
import { fulfilledQuantity } from "./status.ts";
import {
  currentQuantity,
  discountedTotal,
  originalTotal,
  refundedQuantity,
  sum,
  taxOf,
  totalBeforeOrderDiscounts,
} from "./totals.ts";

interface LineSource {
  order: Order;
  line: OrderLine;
}

const set =
  (of: (source: LineSource) => bigint): Resolver =>
  (source: LineSource) =>
    bag(source.order, of(source));
const old =
  (of: (source: LineSource) => bigint): Resolver =>
  (source: LineSource) =>
    scalar(source.order, of(source));
const own =
  (name: keyof OrderLine): Resolver =>
  ({ line }: LineSource) =>
    line[name];
const unitOf =
  (of: (line: OrderLine) => bigint) =>
  ({ line }: LineSource) =>
    divideHalfUp(of(line), BigInt(line.quantity));
const open = ({ order, line }: LineSource) =>
  currentQuantity(order, line) - Math.min(currentQuantity(order, line), fulfilledQuantity(order, line));
/** Pieces that wait on a hold cannot be sent yet. */
const heldQuantity = (order: Order, line: OrderLine) =>
  order.fulfillmentOrders
    .filter(isHeld)
    .flatMap(({ lines }) => lines)
    .reduce((all, part) => (part.lineId === line.id ? all + part.remainingQuantity : all), 0);
const productOf: Resolver = ({ line }: LineSource, _args, { shop }) =>
  shop.products.get(line.productId) ?? null;

export const lineResolvers: Resolvers = {
  LineItem: {
    id: ({ line }: LineSource) => gid("LineItem", line.id),
    title: own("title"),
    name: ({ line }: LineSource) => (line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title),
    variantTitle: own("variantTitle"),
    sku: own("sku"),
    vendor: own("vendor"),
    quantity: own("quantity"),
    currentQuantity: ({ order, line }: LineSource) => currentQuantity(order, line),
    refundableQuantity: ({ order, line }: LineSource) =>
      Math.max(0, line.quantity - line.removedQuantity - refundedQuantity(order, line.id)),
    unfulfilledQuantity: open,
    fulfillableQuantity: ({ order, line }: LineSource) =>
      order.cancelledAt ? 0 : Math.max(0, open({ order, line }) - heldQuantity(order, line)),
    nonFulfillableQuantity: ({ order, line }: LineSource) => line.quantity - currentQuantity(order, line),
    fulfillmentStatus: ({ order, line }: LineSource) =>
      open({ order, line }) === 0 ? "fulfilled" : "unfulfilled",
    isGiftCard: own("giftCard"),
    requiresShipping: own("requiresShipping"),
    taxable: own("taxable"),
    restockable: ({ line }: LineSource) => line.variantId !== null,
    canRestock: ({ line }: LineSource) => line.variantId !== null,
    merchantEditable: () => true,
    customAttributes: own("customAttributes"),
    product: (source, args, context, info) => productOf(source, args, context, info),
    variant: ({ line }: LineSource, _args, { shop }) => {
      const product = shop.products.get(line.productId);
      const variant = product?.variants.find((entry) => entry.id === line.variantId);
      return product && variant ? { product, variant } : null;
    },
    image: ({ line }: LineSource, _args, { shop }) => imageOf(shop, shop.products.get(line.productId)),
    weight: ({ line }: LineSource) => ({ unit: "GRAMS", value: line.weightGrams }),
    originalUnitPriceSet: set(({ line }) => line.unitPrice),
    originalUnitPrice: old(({ line }) => line.unitPrice),
    originalTotalSet: set(({ line }) => originalTotal(line)),
    originalTotal: old(({ line }) => originalTotal(line)),
    discountedTotalSet: ({ order, line }: LineSource, args: { withCodeDiscounts?: boolean }) =>
      bag(order, args.withCodeDiscounts ? discountedTotal(line) : totalBeforeOrderDiscounts(line)),
    discountedTotal: old(({ line }) => totalBeforeOrderDiscounts(line)),
    discountedUnitPriceSet: set(unitOf(totalBeforeOrderDiscounts)),
    discountedUnitPrice: old(unitOf(totalBeforeOrderDiscounts)),
    discountedUnitPriceAfterAllDiscountsSet: set(unitOf(discountedTotal)),
    priceAfterAllDiscountsBeforeTaxesSet: set(
      ({ order, line }) => discountedTotal(line) - (order.taxesIncluded ? taxOf(line) : 0n),
    ),
    totalDiscountSet: set(({ line }) => sum(line.discounts, (share) => (share.across ? 0n : share.amount))),
    totalDiscount: old(({ line }) => sum(line.discounts, (share) => (share.across ? 0n : share.amount))),
    unfulfilledOriginalTotalSet: set((source) => source.line.unitPrice * BigInt(open(source))),
    unfulfilledDiscountedTotalSet: set((source) =>
      divideHalfUp(
        totalBeforeOrderDiscounts(source.line) * BigInt(open(source)),
        BigInt(source.line.quantity),
      ),
    ),
    discountAllocations: ({ order, line }: LineSource) =>
      line.discounts.map((share) => ({
        allocatedAmountSet: bag(order, share.amount),
        allocatedAmount: bag(order, share.amount).shopMoney,
        discountApplication: applicationOf(order, line.id, share),
      })),
    taxLines: ({ order, line }: LineSource, args: { first?: number }) =>
      line.taxes.slice(0, args.first ?? 250).map((tax) => ({ order, tax })),
    duties: ({ order, line }: LineSource) => line.duties.map((duty) => ({ order, duty })),
    suggestedReturnReasonDefinitions: (_source, args: PageArguments) =>
      connection(reasonDefinitions, args, { idOf: (entry) => entry.number }),
  },
  TaxLine: {
    title: ({ tax }: TaxSource) => tax.title,
    rate: ({ tax }: TaxSource) => Number(tax.rate),
    ratePercentage: ({ tax }: TaxSource) => Number(scaled(tax.rate, 8)) / 1_000_000,
    priceSet: ({ order, tax }: TaxSource) => bag(order, tax.amount),
    price: ({ order, tax }: TaxSource) => scalar(order, tax.amount),
    channelLiable: () => false,
  },
  Duty: {
    id: ({ duty }) => gid("Duty", duty.id),
    price: ({ order, duty }) => bag(order, duty.amount),
    harmonizedSystemCode: ({ duty }) => duty.harmonizedSystemCode,
  },
  ShippingLine: {
    id: ({ line }: ShippingSource) => gid("ShippingLine", line.id),
    title: ({ line }: ShippingSource) => line.title,
    code: ({ line }: ShippingSource) => line.code ?? line.title,
    source: ({ line }: ShippingSource) => (line.source === undefined ? "shopify" : line.source),
    custom: () => false,
    isRemoved: () => false,
    originalPriceSet: ({ order, line }: ShippingSource) => bag(order, line.price),
    originalPrice: ({ order, line }: ShippingSource) => bag(order, line.price).shopMoney,
    price: ({ order, line }: ShippingSource) => scalar(order, line.price),
    discountedPriceSet: ({ order, line }: ShippingSource) => bag(order, line.price - line.discount),
    discountedPrice: ({ order, line }: ShippingSource) => bag(order, line.price - line.discount).shopMoney,
    currentDiscountedPriceSet: ({ order, line }: ShippingSource) =>
      bag(order, line.price - line.discount - sum(order.refunds, (refund) => refund.shipping)),
    taxLines: ({ order, line }: ShippingSource) => line.taxes.map((tax) => ({ order, tax })),
    discountAllocations: ({ order, line }: ShippingSource) =>
      line.discount === 0n
        ? []
        : [
            {
              allocatedAmountSet: bag(order, line.discount),
              allocatedAmount: bag(order, line.discount).shopMoney,
            },
          ],
  },
};

interface TaxSource {
  order: Order;
  tax: TaxLine;
}

interface ShippingSource {
  order: Order;
  line: ShippingLine;
}
