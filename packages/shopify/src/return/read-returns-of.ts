import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";
import type { ShopifyReturnStatus } from "./return-status.ts";

const document = graphql(`
  query ReadReturnsOf($orderId: ID!) {
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

/** The returns of an order, newest first: where to look after asking for one without hearing the answer. */
export async function readReturnsOf(admin: Admin, orderId: string): Promise<ReturnOfOrder[]> {
  const { order } = await admin.read(document, { orderId });
  return (order?.returns.nodes ?? []).map((found) => ({
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
}
