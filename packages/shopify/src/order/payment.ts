import { sum } from "@kept/money";
import { presented } from "../amount.ts";
import type { Payment } from "../order.ts";
import type { OrderNode } from "./read-order.ts";

type Transaction = OrderNode["transactions"][number];

/** The payments that succeeded, each with what went back to it. Refunds to store credit go back to none of them. */
export function toPayments(transactions: readonly Transaction[]): Payment[] {
  const succeeded = transactions.filter((transaction) => transaction.status === "SUCCESS");
  const refunds = succeeded.filter((transaction) => transaction.kind === "REFUND");
  return succeeded
    .filter((transaction) => transaction.kind === "SALE" || transaction.kind === "CAPTURE")
    .map((payment) => {
      const amount = presented(payment.amountSet);
      const back = refunds
        .filter((refund) => refund.parentTransaction?.id === payment.id && refund.gateway === payment.gateway)
        .map((refund) => presented(refund.amountSet));
      return {
        transactionId: payment.id,
        kind: paymentKind(payment),
        gateway: payment.gateway ?? "",
        amount,
        refunded: sum(back, amount.currency),
      };
    });
}

function paymentKind(payment: Transaction): Payment["kind"] {
  if (payment.gateway === "gift_card") return "gift_card";
  if (payment.gateway === storeCreditGateway) return "store_credit";
  if (payment.paymentDetails?.__typename === "CardPaymentDetails") return "card";
  return payment.gateway === "shopify_payments" || payment.gateway === "bogus" ? "card" : "other";
}

/** How Shopify names store credit among an order's payments and refunds. */
export const storeCreditGateway = "shopify_store_credit";
