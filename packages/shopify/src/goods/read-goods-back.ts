import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query ReadGoodsBack($id: ID!) {
    return(id: $id) {
      reverseFulfillmentOrders(first: 10) {
        nodes {
          id status
          lineItems(first: 50) {
            nodes {
              id totalQuantity
              fulfillmentLineItem { id }
              dispositions { quantity }
            }
          }
          reverseDeliveries(first: 10) {
            nodes {
              id
              deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number } } }
            }
          }
        }
      }
    }
  }
`);

/** What has to come back through the door, as Shopify has it: one for each place the goods came from. */
export interface GoodsBack {
  readonly id: string;
  readonly open: boolean;
  readonly lines: readonly {
    readonly id: string;
    readonly fulfillmentLineItemId: string | null;
    readonly quantity: number;
    /** Units somebody has already said of where they went. */
    readonly disposed: number;
  }[];
  readonly parcels: readonly { readonly id: string; readonly number: string | null }[];
}

/** Empty when there is no such return or nothing has to come back. Throws ShopifyUnavailable. */
export async function readGoodsBack(admin: Admin, returnId: string): Promise<GoodsBack[]> {
  const { return: found } = await admin.read(document, { id: returnId });
  return (found?.reverseFulfillmentOrders.nodes ?? []).map((order) => ({
    id: order.id,
    open: order.status === "OPEN",
    lines: order.lineItems.nodes.map((line) => ({
      id: line.id,
      fulfillmentLineItemId: line.fulfillmentLineItem?.id ?? null,
      quantity: line.totalQuantity,
      disposed: line.dispositions.reduce((units, { quantity }) => units + quantity, 0),
    })),
    parcels: order.reverseDeliveries.nodes.map(({ id, deliverable }) => ({
      id,
      number: deliverable && "tracking" in deliverable ? (deliverable.tracking?.number ?? null) : null,
    })),
  }));
}
