import { type Money, sum } from "@kept/money";
import { toShopify } from "../amount.ts";

/** Where refunded money goes: to the customer's store credit, or back to payments of the order. */
export type RefundTo =
  | { readonly storeCredit: Money; readonly expiresAt?: Date | null }
  | { readonly payments: readonly PaymentBack[] };

export interface PaymentBack {
  /** The payment's transaction: Payment.transactionId. */
  readonly parentId: string;
  readonly gateway: string;
  readonly amount: Money;
}

/** `refundMethods` of a refund: one store credit, or none when the money goes back to payments. */
export function storeCreditMethods(money: RefundTo) {
  if (!("storeCredit" in money)) return [];
  const expiresAt = money.expiresAt ? { expiresAt: money.expiresAt.toISOString() } : {};
  return [{ storeCreditRefund: { amount: toShopify(money.storeCredit), ...expiresAt } }];
}

/** The sum of a refund, wherever it goes. Throws a RangeError when its currencies differ. */
export function refundTotal(money: RefundTo, currency: string): Money {
  return sum(
    "storeCredit" in money ? [money.storeCredit] : money.payments.map((part) => part.amount),
    currency,
  );
}
