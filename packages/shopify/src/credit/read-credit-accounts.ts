import type { Money } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import { fromShopify } from "../amount.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query ReadCreditAccounts($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on StoreCreditAccount {
        id
        balance { amount currencyCode }
        transactions(first: 1, sortKey: CREATED_AT, reverse: true) {
          nodes {
            __typename createdAt
            balanceAfterTransaction { amount currencyCode }
          }
        }
      }
    }
  }
`);

/** An account at a glance: enough to know whether anything happened since it was read. */
export interface CreditAccountGlance {
  readonly accountId: string;
  readonly balance: Money;
  /** When its newest movement was made, and the balance after it; null when nothing ever moved. */
  readonly newest: { readonly at: Date; readonly balanceAfter: Money } | null;
}

/** So many accounts are asked about in one question. */
export const accountsAtOnce = 50;

/** Looks at many accounts at once. One that is gone is not in the answer. Throws ShopifyUnavailable. */
export async function readCreditAccounts(
  admin: Admin,
  ids: readonly string[],
  options: { readonly deadlineMs?: number } = {},
): Promise<readonly CreditAccountGlance[]> {
  const { nodes } = await admin.read(document, { ids: [...ids] }, options);
  return nodes.flatMap((node) => {
    if (node?.__typename !== "StoreCreditAccount") return [];
    const [newest] = node.transactions.nodes;
    return {
      accountId: node.id,
      balance: fromShopify(node.balance),
      newest: newest
        ? { at: new Date(newest.createdAt), balanceAfter: fromShopify(newest.balanceAfterTransaction) }
        : null,
    };
  });
}
