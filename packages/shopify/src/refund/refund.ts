import type { Money } from "@kept/money";
import { presented } from "../amount.ts";
import { graphql } from "../generated/gql.ts";
import type { RefundPartsFragment } from "../generated/graphql.ts";

/** Money that went back for an order, as Shopify has it. */
export interface Refund {
  readonly id: string;
  readonly note: string | null;
  readonly createdAt: Date | null;
  readonly total: Money;
  readonly transactions: readonly RefundTransaction[];
}

export interface RefundTransaction {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  /** "shopify_store_credit" when the money went to store credit. */
  readonly gateway: string | null;
  readonly amount: Money;
}

/** What is read of a refund, wherever it is met: as many transactions as an order has payments, and one to store credit. */
graphql(`
  fragment RefundParts on Refund {
    id note createdAt
    totalRefundedSet { presentmentMoney { amount currencyCode } }
    transactions(first: 10) {
      nodes { id kind gateway status amountSet { presentmentMoney { amount currencyCode } } }
    }
  }
`);

export function toRefund(node: RefundPartsFragment): Refund {
  return {
    id: node.id,
    note: node.note,
    createdAt: node.createdAt === null ? null : new Date(node.createdAt),
    total: presented(node.totalRefundedSet),
    transactions: node.transactions.nodes.map(({ id, kind, status, gateway, amountSet }) => ({
      id,
      kind,
      status,
      gateway,
      amount: presented(amountSet),
    })),
  };
}
