import type { Admin } from "../admin/admin.ts";
import { ShopifyUnavailable } from "../admin/unavailable.ts";
import { graphql } from "../generated/gql.ts";
import { type Refund, toRefund } from "./refund.ts";

const document = graphql(`
  query ReadRefundsOf($orderId: ID!, $lineItemIds: [ID!]!) {
    order(id: $orderId) {
      id
      refunds(first: 100) { ...RefundParts }
    }
    nodes(ids: $lineItemIds) { ... on LineItem { id refundableQuantity } }
  }
`);

/** What was refunded for an order so far, and how much of some of its lines still can be. */
export interface RefundsOfOrder {
  readonly orderId: string;
  readonly refunds: readonly Refund[];
  readonly lines: readonly { readonly id: string; readonly refundable: number }[];
}

/** Null when there is no such order. Throws ShopifyUnavailable, also when there are more refunds than one reading shows. */
export async function readRefundsOf(
  admin: Admin,
  which: { readonly orderId: string; readonly lineItemIds: readonly string[] },
): Promise<RefundsOfOrder | null> {
  const { order, nodes } = await admin.read(document, {
    orderId: which.orderId,
    lineItemIds: [...which.lineItemIds],
  });
  if (!order) return null;
  if (order.refunds.length >= 100)
    throw new ShopifyUnavailable("not_understood", "the order has too many refunds to be read in one piece");
  return {
    orderId: order.id,
    refunds: order.refunds.map(toRefund),
    lines: nodes.flatMap((node) =>
      node && "refundableQuantity" in node ? [{ id: node.id, refundable: node.refundableQuantity }] : [],
    ),
  };
}
