import type { Money } from "@kept/money";
import { fromShopify } from "../amount.ts";
import type { ReadCreditAccountQuery } from "../generated/graphql.ts";

/** One movement on a store credit account. */
export type CreditTransaction = Movement &
  (
    | {
        readonly kind: "credit";
        readonly id: string;
        readonly expiresAt: Date | null;
        readonly remaining: Money;
      }
    | { readonly kind: "debit"; readonly id: string }
    /** A debit undone, `of` names it: an order that was paid with credit fell through. */
    | { readonly kind: "debit_revert"; readonly id: string; readonly of: string }
    /** Shopify gives expirations no id; `of` is the credit that expired. */
    | { readonly kind: "expiration"; readonly id: null; readonly of: string }
  );

interface Movement {
  readonly createdAt: Date;
  /** Signed: credits are positive, debits and expirations negative. */
  readonly amount: Money;
  readonly balanceAfter: Money;
  /** ADJUSTMENT: staff or an app. ORDER_REFUND: a refund. ORDER_PAYMENT: a customer spent it. */
  readonly event: string;
  /** The order behind it, for refunds and payments. */
  readonly orderId: string | null;
  readonly orderTransactionId: string | null;
  /** What its giver wrote; null before 2027-01. */
  readonly note: string | null;
}

export type TransactionNode = NonNullable<
  ReadCreditAccountQuery["customer"]
>["storeCreditAccounts"]["nodes"][number]["transactions"]["nodes"][number];

export function toTransaction(node: TransactionNode): CreditTransaction {
  const movement = {
    createdAt: new Date(node.createdAt),
    amount: signed(node),
    balanceAfter: fromShopify(node.balanceAfterTransaction),
    event: node.event,
    orderId: node.origin?.order?.id ?? null,
    orderTransactionId: node.origin?.id ?? null,
    note: noteOf(node),
  };
  switch (node.__typename) {
    case "StoreCreditAccountCreditTransaction":
      return {
        ...movement,
        kind: "credit",
        id: node.id,
        expiresAt: node.expiresAt === null ? null : new Date(node.expiresAt),
        remaining: fromShopify(node.remainingAmount),
      };
    case "StoreCreditAccountDebitTransaction":
      return { ...movement, kind: "debit", id: node.id };
    case "StoreCreditAccountDebitRevertTransaction":
      return { ...movement, kind: "debit_revert", id: node.id, of: node.debitTransaction.id };
    case "StoreCreditAccountExpirationTransaction":
      return { ...movement, kind: "expiration", id: null, of: node.creditTransaction.id };
  }
}

/** Debits are recorded as negative; expirations were not recorded, so their sign is settled here. */
function signed(node: TransactionNode): Money {
  const amount = fromShopify(node.amount);
  const takes =
    node.__typename === "StoreCreditAccountDebitTransaction" ||
    node.__typename === "StoreCreditAccountExpirationTransaction";
  const size = amount.minor < 0n ? -amount.minor : amount.minor;
  return { minor: takes ? -size : size, currency: amount.currency };
}

/** Asked for only where the version has it, so the published schema's type does not know it. */
function noteOf(node: object): string | null {
  return "note" in node && typeof node.note === "string" ? node.note : null;
}
