import type { Money } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import { ShopifyUnavailable } from "../admin/unavailable.ts";
import { presented } from "../amount.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query ReadOrderNews($id: ID!) {
    order(id: $id) {
      id cancelledAt
      customer { id }
      refunds(first: 100) {
        id note createdAt
        return { id }
        totalRefundedSet { presentmentMoney { amount currencyCode } }
      }
    }
  }
`);

/** What may have happened to an order since somebody asked to send something of it back. */
export interface OrderNews {
  readonly cancelledAt: Date | null;
  /** Null when the order has no customer (any more). */
  readonly customerId: string | null;
  readonly refunds: readonly OrderRefund[];
}

export interface OrderRefund {
  readonly id: string;
  readonly note: string | null;
  readonly createdAt: Date | null;
  /** Null when it was made outside of any return. */
  readonly returnId: string | null;
  readonly total: Money;
}

/** Null when there is no such order, or none we may see (any more). Throws ShopifyUnavailable. */
export async function readOrderNews(admin: Admin, id: string): Promise<OrderNews | null> {
  const { order } = await admin.read(document, { id });
  if (!order) return null;
  if (order.refunds.length === 100)
    throw new ShopifyUnavailable("not_understood", "the order has too many refunds");
  return {
    cancelledAt: order.cancelledAt === null ? null : new Date(order.cancelledAt),
    customerId: order.customer?.id ?? null,
    refunds: order.refunds.map((refund) => ({
      id: refund.id,
      note: refund.note,
      createdAt: refund.createdAt === null ? null : new Date(refund.createdAt),
      returnId: refund.return?.id ?? null,
      total: presented(refund.totalRefundedSet),
    })),
  };
}
