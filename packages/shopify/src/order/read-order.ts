import { max, sum, zero } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import type { ReadOptions } from "../admin/read.ts";
import { ShopifyUnavailable } from "../admin/unavailable.ts";
import { presented, presentedOrZero } from "../amount.ts";
import { toCustomer } from "../customer/customer.ts";
import type { ReadOrderQuery } from "../generated/graphql.ts";
import type { Order } from "../order.ts";
import { goneUnits } from "./gone-units.ts";
import { orderDocument, orderLinesDocument, returnableDocument } from "./order-document.ts";
import { toLine } from "./order-line.ts";
import { toPayments } from "./payment.ts";
import { returnableUnits } from "./returnable-units.ts";
import { withAllCollections } from "./with-all-collections.ts";

/**
 * Reads everything a quote and an issuing need about an order, in its presentment currency. Null when there is no
 * such order, or none we may see. Lines and what is returnable are read page by page, to the end.
 * Throws ShopifyUnavailable, also when an order is larger than what can be read completely: half an order is none.
 */
export async function readOrder(admin: Admin, id: string, options: ReadOptions = {}): Promise<Order | null> {
  const { order, returnableFulfillments } = await admin.read(orderDocument, { id }, options);
  if (!order) return null;
  const [lines, returnable] = await Promise.all([
    allLines(admin, id, order.lineItems, options).then((some) => withAllCollections(admin, some, options)),
    allReturnable(admin, id, returnableFulfillments, options),
  ]);
  return toOrder(order, lines, returnable);
}

export type OrderNode = NonNullable<ReadOrderQuery["order"]>;
export type LineNode = OrderNode["lineItems"]["nodes"][number];
export type ReturnableNode = ReadOrderQuery["returnableFulfillments"]["nodes"][number];

function toOrder(order: OrderNode, lines: readonly LineNode[], returnable: readonly ReturnableNode[]): Order {
  const currency: string = order.presentmentCurrencyCode;
  whole(!order.returns.pageInfo.hasNextPage, "more than 20 returns");
  whole(
    !order.returns.nodes.some((r) => r.returnLineItems.pageInfo.hasNextPage),
    "a return of more than 50 lines",
  );
  // Lists without pages: one that is as long as it was asked for may go on.
  whole(order.refunds.length < 50, "50 refunds or more");
  whole(order.transactions.length < 100, "100 transactions or more");
  whole(!order.shippingLines.pageInfo.hasNextPage, "more than 10 shipping lines");
  whole(!order.refunds.some((r) => r.refundLineItems.pageInfo.hasNextPage), "a refund of more than 50 lines");
  const shipping = order.shippingLines.nodes.filter((line) => !line.isRemoved);
  const units = returnableUnits(returnable);
  return {
    id: order.id,
    name: order.name,
    createdAt: new Date(order.createdAt),
    cancelledAt: order.cancelledAt === null ? null : new Date(order.cancelledAt),
    test: order.test,
    email: order.email,
    phone: order.phone,
    customer: order.customer ? toCustomer(order.customer) : null,
    businessToBusiness: order.purchasingEntity?.__typename === "PurchasingCompany",
    currency,
    shopCurrency: order.currencyCode,
    taxesIncluded: order.taxesIncluded,
    lines: lines.map((line) => toLine(line, currency, goneUnits(line, order), units.get(line.id) ?? [])),
    shipping: {
      paid: sum(
        shipping.map((line) => presented(line.discountedPriceSet)),
        currency,
      ),
      tax: sum(
        shipping.flatMap((line) => line.taxLines).map((tax) => presented(tax.priceSet)),
        currency,
      ),
      refunded: presented(order.totalRefundedShippingSet),
    },
    duties: presentedOrZero(order.originalTotalDutiesSet, currency),
    dutiesRefunded: sum(
      order.refunds.flatMap((refund) => refund.duties ?? []).map((duty) => presented(duty.amountSet)),
      currency,
    ),
    payments: toPayments(order.transactions),
    refundable: max(presented(order.netPaymentSet), zero(currency)),
    refunded: presented(order.totalRefundedSet),
    tags: order.tags,
    countryCode: order.shippingAddress?.countryCodeV2 ?? null,
    shippingPostcode: order.shippingAddress?.zip ?? null,
    refundIds: [...order.refunds]
      .sort((a, b) => Date.parse(a.createdAt ?? "") - Date.parse(b.createdAt ?? ""))
      .map((refund) => refund.id),
  };
}

async function allLines(
  admin: Admin,
  id: string,
  first: OrderNode["lineItems"],
  options: ReadOptions,
): Promise<LineNode[]> {
  const lines = [...first.nodes];
  for (let { pageInfo } = first; pageInfo.hasNextPage; ) {
    const { order } = await admin.read(orderLinesDocument, { id, after: pageInfo.endCursor }, options);
    if (!order) throw new ShopifyUnavailable("not_understood", "the order went away while it was read");
    lines.push(...order.lineItems.nodes);
    pageInfo = order.lineItems.pageInfo;
  }
  return lines;
}

async function allReturnable(
  admin: Admin,
  orderId: string,
  first: ReadOrderQuery["returnableFulfillments"],
  options: ReadOptions,
): Promise<ReturnableNode[]> {
  const parcels = [...first.nodes];
  for (let { pageInfo } = first; pageInfo.hasNextPage; ) {
    const page = await admin.read(returnableDocument, { orderId, after: pageInfo.endCursor }, options);
    parcels.push(...page.returnableFulfillments.nodes);
    pageInfo = page.returnableFulfillments.pageInfo;
  }
  whole(
    !parcels.some((each) => each.returnableFulfillmentLineItems.pageInfo.hasNextPage),
    "a parcel of more than 50 lines",
  );
  return parcels;
}

function whole(complete: boolean, what: string): void {
  if (!complete) throw new ShopifyUnavailable("not_understood", `the order has ${what}`);
}
