import { money } from "@kept/money";
import type { Order, Payment } from "@kept/shopify";
import type { OriginalPaymentPolicy } from "../policy/policy.ts";
import type { PaymentShare } from "./quote-types.ts";
import { least } from "./rows.ts";

/** What can still go back to the payments it came from. */
export function leftOnPayments(order: Order): bigint {
  let left = 0n;
  for (const payment of order.payments) left += leftOn(payment);
  return left;
}

/** Sends a base back payment by payment, gift cards and credit first or last, each up to what is left on it. */
export function paymentShares(order: Order, base: bigint, { first }: OriginalPaymentPolicy): PaymentShare[] {
  const inOrder = [...order.payments].sort((a, b) => Number(isFirst(b, first)) - Number(isFirst(a, first)));
  const shares: PaymentShare[] = [];
  let left = base;
  for (const payment of inOrder) {
    const part = least(left, leftOn(payment));
    if (part > 0n) {
      shares.push({
        transactionId: payment.transactionId,
        kind: payment.kind,
        amount: money(part, order.currency),
      });
    }
    left -= part;
  }
  return shares;
}

function isFirst({ kind }: Payment, first: OriginalPaymentPolicy["first"]): boolean {
  const isCredit = kind === "gift_card" || kind === "store_credit";
  return first === "gift_cards" ? isCredit : !isCredit;
}

function leftOn({ amount, refunded }: Payment): bigint {
  return amount.minor > refunded.minor ? amount.minor - refunded.minor : 0n;
}
