/** One owner's store credit in one currency. The balance is kept with it and must equal the sum of its history. */
export interface StoreCreditAccount {
  id: number;
  owner: { type: "Customer" | "CompanyLocation"; id: number };
  currency: string;
  /** Minor units. */
  balance: bigint;
  createdAt: string;
}

export type StoreCreditEvent =
  | "ADJUSTMENT"
  | "ORDER_CANCELLATION"
  | "ORDER_PAYMENT"
  | "ORDER_REFUND"
  | "PAYMENT_FAILURE"
  | "PAYMENT_RETURNED"
  | "TAX_FINALIZATION";

/**
 * One movement of an account, never changed once written except for a credit's `remaining`.
 * `amount` is signed: credits and reverts add, debits and expirations take away.
 */
export interface StoreCreditTransaction {
  id: number;
  accountId: number;
  type: "credit" | "debit" | "debit_revert" | "expiration";
  amount: bigint;
  balanceAfter: bigint;
  createdAt: string;
  event: StoreCreditEvent;
  /** The order transaction behind it, for refunds and payments. */
  origin: { orderId: number; transactionId: number } | null;
  /** Credits only. */
  expiresAt: string | null;
  /** Credits only: what is still unspent and unexpired. */
  remaining: bigint | null;
  /** Expirations: the credit that ran out. Reverts: the debit that was undone. */
  relatedId: number | null;
  /** Debits: which credits paid for it. */
  spent: { creditId: number; amount: bigint }[];
  /** Merchant-only, from API 2027-01 on. */
  note: string | null;
  notify: boolean;
  issuer: Issuer;
}

/** Who moved it: an app's request, a staff member, a checkout, or the clock. */
export interface Issuer {
  kind: "app" | "staff" | "checkout" | "system" | "setup";
  name: string;
  requestId: string | null;
}
