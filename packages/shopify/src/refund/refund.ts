import type { Money } from "@kept/money";
import { type MoneyBag, presented } from "../amount.ts";

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

/** A refund as queries select it. */
export interface RefundNode {
  readonly id: string;
  readonly note: string | null;
  readonly createdAt: string | null;
  readonly totalRefundedSet: MoneyBag;
  readonly transactions: {
    readonly nodes: readonly {
      readonly id: string;
      readonly kind: string;
      readonly status: string;
      readonly gateway: string | null;
      readonly amountSet: MoneyBag;
    }[];
  };
}

export function toRefund(node: RefundNode): Refund {
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
