import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";
import type { ShopifyReturnStatus } from "./return-status.ts";

const document = graphql(`
  query ReadBeforeRequest($orderId: ID!) {
    order(id: $orderId) {
      returns(first: 50, reverse: true) {
        nodes {
          id name status createdAt
          returnLineItems(first: 50) {
            nodes {
              id quantity
              ... on ReturnLineItem { fulfillmentLineItem { id } }
            }
          }
        }
      }
    }
    returnReasonDefinitions(first: 100) {
      nodes { id handle deleted }
    }
  }
`);

export interface ReturnOfOrder {
  readonly id: string;
  readonly name: string;
  readonly status: ShopifyReturnStatus;
  readonly createdAt: Date;
  readonly lines: readonly {
    readonly id: string;
    readonly fulfillmentLineItemId: string | null;
    readonly quantity: number;
  }[];
}

export interface ReturnReason {
  readonly id: string;
  /** "size-too-small" */
  readonly handle: string;
}

/**
 * What is to be known before a return is requested: the order's returns, newest first, because one may have been asked
 * for without hearing the answer; and the reasons that can be named. Throws ShopifyUnavailable.
 */
export async function readBeforeRequest(
  admin: Admin,
  orderId: string,
): Promise<{ readonly returns: readonly ReturnOfOrder[]; readonly reasons: readonly ReturnReason[] }> {
  const { order, returnReasonDefinitions } = await admin.read(document, { orderId });
  const returns = (order?.returns.nodes ?? []).map((found) => ({
    id: found.id,
    name: found.name,
    status: found.status,
    createdAt: new Date(found.createdAt),
    lines: found.returnLineItems.nodes.map((line) => ({
      id: line.id,
      fulfillmentLineItemId: "fulfillmentLineItem" in line ? line.fulfillmentLineItem.id : null,
      quantity: line.quantity,
    })),
  }));
  const reasons = returnReasonDefinitions.nodes.filter(({ deleted }) => !deleted);
  return { returns, reasons: reasons.map(({ id, handle }) => ({ id, handle })) };
}
