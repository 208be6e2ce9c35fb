import type { Money } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import { presented } from "../amount.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query ReadOrderTotals($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Order {
        id name createdAt
        totalPriceSet { presentmentMoney { amount currencyCode } }
      }
    }
  }
`);

/** What an order came to, in its presentment currency, when it was placed. */
export interface OrderTotal {
  readonly id: string;
  readonly name: string;
  readonly placedAt: Date;
  readonly total: Money;
}

/** At most 50 at once; orders that may not be read are left out. Throws ShopifyUnavailable. */
export async function readOrderTotals(admin: Admin, ids: readonly string[]): Promise<readonly OrderTotal[]> {
  const { nodes } = await admin.read(document, { ids: [...ids] });
  return nodes.flatMap((node) =>
    node?.__typename === "Order"
      ? {
          id: node.id,
          name: node.name,
          placedAt: new Date(node.createdAt),
          total: presented(node.totalPriceSet),
        }
      : [],
  );
}
