import type { Admin } from "../admin/admin.ts";
import { ShopifyUnavailable } from "../admin/unavailable.ts";
import { graphql } from "../generated/gql.ts";
import { type Refund, toRefund } from "../refund/refund.ts";
import type { ShopifyReturnLine } from "./read-return.ts";

// Edges, because a page of them that is empty, as before every refund, costs a fifth of one of nodes.
const document = graphql(`
  query ReadReturnProgress($id: ID!) {
    return(id: $id) {
      returnLineItems(first: 100) {
        nodes { id processableQuantity processedQuantity refundedQuantity }
        pageInfo { hasNextPage }
      }
      refunds(first: 50) {
        edges { node { ...RefundParts } }
        pageInfo { hasNextPage }
      }
    }
  }
`);

/** How far the lines of a return are, and what was paid for it. */
export interface ReturnProgress {
  readonly lines: readonly Pick<ShopifyReturnLine, "id" | "processable" | "processed" | "refunded">[];
  readonly refunds: readonly Refund[];
}

/**
 * The part of a return that a payment changes, read before and after each: a third of the points of reading it whole.
 * Null when there is no such return. Throws ShopifyUnavailable, also when it is too large to be read completely.
 */
export async function readReturnProgress(admin: Admin, id: string): Promise<ReturnProgress | null> {
  const { return: found } = await admin.read(document, { id });
  if (!found) return null;
  if (found.returnLineItems.pageInfo.hasNextPage || found.refunds.pageInfo.hasNextPage) {
    throw new ShopifyUnavailable("not_understood", "the return is too large to be read in one piece");
  }
  return {
    lines: found.returnLineItems.nodes.map((line) => ({
      id: line.id,
      processable: line.processableQuantity,
      processed: line.processedQuantity,
      refunded: line.refundedQuantity,
    })),
    refunds: found.refunds.edges.map(({ node }) => toRefund(node)),
  };
}
