import { max, sum, zero } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import type { ReadOptions } from "../admin/read.ts";
import { ShopifyUnavailable } from "../admin/unavailable.ts";
import { presented, presentedOrZero } from "../amount.ts";
import { toCustomer } from "../customer/customer.ts";
import type { ReadOrderLinesQuery, ReadOrderQuery, ReadReturnableQuery } from "../generated/graphql.ts";
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
  const [head, lines, returnable] = await Promise.all([
    admin.read(orderDocument, { id }, options),
    readLines(admin, id, options).then((some) => withAllCollections(admin, some, options)),
    readReturnable(admin, id, options),
  ]);
  return head.order ? toOrder(head.order, lines, returnable) : null;
}

export type OrderNode = NonNullable<ReadOrderQuery["order"]>;
export type LineNode = NonNullable<ReadOrderLinesQuery["order"]>["lineItems"]["nodes"][number];
export type ReturnableNode = ReadReturnableQuery["returnableFulfillments"]["nodes"][number];

function toOrder(order: OrderNode, lines: readonly LineNode[], returnable: readonly ReturnableNode[]): Order {
  const currency: string = order.presentmentCurrencyCode;
  whole(!order.returns.pageInfo.hasNextPage, "more than 20 returns");
  whole(
    !order.returns.nodes.some((r) => r.returnLineItems.pageInfo.hasNextPage),
    "a return of more than 50 lines",
  );
  whole(!order.refunds.some((r) => r.refundLineItems.pageInfo.hasNextPage), "a refund of more than 50 lines");
  // Lists without pages: one that is as long as it was asked for may go on.
  whole(order.refunds.length < 50, "50 refunds or more");
  whole(order.transactions.length < 100, "100 transactions or more");
  whole(!order.shippingLines.pageInfo.hasNextPage, "more than 10 shipping lines");
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

async function readLines(admin: Admin, id: string, options: ReadOptions): Promise<LineNode[]> {
  const lines: LineNode[] = [];
  for (let after: string | null = null; ; ) {
    const page: ReadOrderLinesQuery = await admin.read(orderLinesDocument, { id, after }, options);
    if (!page.order) return lines;
    lines.push(...page.order.lineItems.nodes);
    if (!page.order.lineItems.pageInfo.hasNextPage) return lines;
    after = page.order.lineItems.pageInfo.endCursor;
  }
}

async function readReturnable(
  admin: Admin,
  orderId: string,
  options: ReadOptions,
): Promise<ReturnableNode[]> {
  const fulfillments: ReturnableNode[] = [];
  for (let after: string | null = null; ; ) {
    const page: ReadReturnableQuery = await admin.read(returnableDocument, { orderId, after }, options);
    const { nodes, pageInfo } = page.returnableFulfillments;
    whole(
      !nodes.some((n) => n.returnableFulfillmentLineItems.pageInfo.hasNextPage),
      "a parcel of more than 50 lines",
    );
    fulfillments.push(...nodes);
    if (!pageInfo.hasNextPage) return fulfillments;
    after = pageInfo.endCursor;
  }
}

function whole(complete: boolean, what: string): void {
  if (!complete) throw new ShopifyUnavailable("not_understood", `the order has ${what}`);
}
