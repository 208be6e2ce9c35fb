import type { ParsedOrder } from "../description/shop.ts";
import { parseMinor } from "../money/amount.ts";
import type { Order, OrderTransaction } from "../orders/order.ts";
import { sum } from "../orders/totals.ts";
import { accountFor } from "../store-credit/find-account.ts";
import { credit, debit } from "../store-credit/spend.ts";
import { readWhen } from "../world/clock.ts";
import { type Loading, setupIssuer } from "./loading.ts";

/** Writes what the buyer paid: as described, or one sale for the whole order. */
export function payFor(loading: Loading, order: Order, described: ParsedOrder, total: bigint): void {
  const wishes = described.transactions ?? [
    {
      kind: "SALE" as const,
      status: "SUCCESS" as const,
      gateway: "shopify_payments",
      amount: "rest" as const,
    },
  ];
  const known = sum(wishes, (wish) =>
    wish.amount === "rest" ? 0n : parseMinor(wish.amount, order.presentmentCurrency),
  );
  for (const wish of wishes) {
    const amount =
      wish.amount === "rest" ? total - known : parseMinor(wish.amount, order.presentmentCurrency);
    const id =
      "id" in wish && wish.id !== undefined
        ? loading.world.reserveId("OrderTransaction", wish.id)
        : loading.world.nextId("OrderTransaction");
    const at = "at" in wish && wish.at ? readWhen(wish.at, loading.world.now()) : order.createdAt;
    const transaction: OrderTransaction = {
      id,
      kind: wish.kind,
      status: wish.status,
      gateway: wish.gateway,
      amount,
      parentId: parentFor(order, wish.kind),
      refundId: null,
      at,
      test: order.test,
    };
    order.transactions.push(transaction);
    if (wish.gateway === "shopify_store_credit") spendStoreCredit(loading, order, transaction);
  }
}

function parentFor(order: Order, kind: string): number | null {
  if (kind !== "CAPTURE" && kind !== "VOID") return null;
  return order.transactions.find((entry) => entry.kind === "AUTHORIZATION")?.id ?? null;
}

/** What an order paid with store credit took from the account; an account too small is topped up beforehand. */
function spendStoreCredit({ shop, credits }: Loading, order: Order, transaction: OrderTransaction): void {
  const { customerId } = order;
  if (customerId === null) throw new Error(`Order ${order.name} was paid with store credit by nobody`);
  const run = () => {
    const account = accountFor(shop, { type: "Customer", id: customerId }, order.presentmentCurrency);
    const missing = transaction.amount - account.balance;
    if (missing > 0n)
      credit(shop, account, {
        amount: missing,
        event: "ADJUSTMENT",
        issuer: setupIssuer,
        at: order.createdAt,
      });
    const origin = { orderId: order.id, transactionId: transaction.id };
    debit(shop, account, {
      amount: transaction.amount,
      event: "ORDER_PAYMENT",
      origin,
      at: transaction.at,
      issuer: { ...setupIssuer, kind: "checkout", name: "Checkout" },
    });
  };
  credits.push({ at: transaction.at, run });
}
