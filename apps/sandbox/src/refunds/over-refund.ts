import { printExact } from "../money/amount.ts";
import { toShopMinor } from "../money/exchange.ts";
import type { Order } from "../orders/order.ts";
import { netPayment } from "../orders/totals.ts";

/**
 * The recorded sentence when more would go back than came in; undefined when it would not. `beyond` is what does not
 * count as gone: after a refund to store credit the payments can still take what they gave, once that is allowed.
 */
export function overRefund(order: Order, amount: bigint, allowed: boolean, beyond = 0n): string | undefined {
  const net = netPayment(order) + beyond;
  if (allowed || amount <= net) return undefined;
  return `Refund amount ${inWords(order, amount)} is greater than net payment received ${inWords(order, net)}`;
}

/** What refunds gave as store credit: money that went back to no payment. */
export function givenAsCredit(order: Order): bigint {
  return order.transactions
    .filter(
      ({ kind, status, gateway, parentId }) =>
        kind === "REFUND" && status === "SUCCESS" && gateway === "shopify_store_credit" && parentId === null,
    )
    .reduce((sum, { amount }) => sum + amount, 0n);
}

/** In the shop's own money, as staff read it: `$25.00`. */
function inWords(order: Order, minor: bigint): string {
  const shop = toShopMinor(minor, order.presentmentCurrency, order.currency, order.rate);
  const [whole = "0", fraction] = printExact(shop, order.currency).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const symbol = symbols[order.currency] ?? `${order.currency} `;
  return `${symbol}${grouped}${fraction ? `.${fraction}` : ""}`;
}

const symbols: Record<string, string> = { USD: "$", CAD: "$", AUD: "$", EUR: "€", GBP: "£", JPY: "¥" };
