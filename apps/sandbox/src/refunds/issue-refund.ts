import type { Order, OrderTransaction } from "../orders/order.ts";
import type { Issuer } from "../store-credit/account.ts";
import { accountFor } from "../store-credit/find-account.ts";
import { credit } from "../store-credit/spend.ts";
import { announceRefund } from "../webhooks/announce.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { Refund, RefundLine } from "./refund.ts";
import type { ShippingBack } from "./shipping.ts";
import { worthOf } from "./worth.ts";

/** A refund whose every check has passed. Amounts are minor units of the order's presentment currency. */
export interface RefundOrder {
  lines: {
    lineId: number;
    quantity: number;
    restockType: RefundLine["restockType"];
    locationId: number | null;
  }[];
  shipping: ShippingBack;
  duties: Refund["duties"];
  /** Back to the payments it came from. */
  payments: { parent: OrderTransaction; amount: bigint }[];
  storeCredit: { amount: bigint; expiresAt: string | null }[];
  note: string | null;
  returnId: number | null;
  issuer: Issuer;
  /** Only while a described shop is being set up. */
  at?: string;
}

/** Moves the money and writes the refund: one transaction per payment, one per store credit, each credit with its origin. */
export function issueRefund(shop: ShopWorld, order: Order, wish: RefundOrder): Refund {
  const at = wish.at ?? shop.world.nowText();
  const refund: Refund = {
    id: shop.world.nextId("Refund"),
    returnId: wish.returnId,
    note: wish.note,
    at,
    lines: [],
    shipping: wish.shipping.amount,
    shippingTax: wish.shipping.tax,
    duties: wish.duties,
    transactionIds: [],
    issuer: wish.issuer,
  };
  order.refunds.push(refund);
  for (const line of wish.lines) refund.lines.push(refundLine(shop, order, line));
  for (const { parent, amount } of wish.payments) {
    const transaction = moneyBack(shop, order, refund, parent.gateway, amount, parent.id, at);
    if (parent.gateway === "shopify_store_credit")
      creditOwner(shop, order, transaction, null, wish.issuer, at);
  }
  for (const { amount, expiresAt } of wish.storeCredit) {
    const transaction = moneyBack(shop, order, refund, "shopify_store_credit", amount, null, at);
    creditOwner(shop, order, transaction, expiresAt, wish.issuer, at);
  }
  order.updatedAt = at;
  order.timeline.push({
    at,
    text: `Refunded${wish.note ? `: ${wish.note}` : ""}`,
    by: wish.issuer.name,
    requestId: wish.issuer.requestId,
  });
  shop.orders.save(order);
  if (wish.issuer.kind !== "setup" && !wish.at) {
    const moved = order.transactions.filter((entry) => refund.transactionIds.includes(entry.id));
    announceRefund(shop, order, refund, moved);
  }
  return refund;
}

function refundLine(shop: ShopWorld, order: Order, wish: RefundOrder["lines"][number]): RefundLine {
  const line = order.lines.find((entry) => entry.id === wish.lineId);
  const worth = line ? worthOf(order, line, wish.quantity) : { subtotal: 0n, tax: 0n };
  const restocked = wish.restockType !== "NO_RESTOCK";
  if (line && restocked) restock(shop, line.productId, line.variantId, wish.quantity);
  return {
    id: shop.world.nextId("RefundLineItem"),
    ...wish,
    restocked,
    subtotal: worth.subtotal,
    tax: worth.tax,
  };
}

function restock(
  shop: ShopWorld,
  productId: number | null,
  variantId: number | null,
  quantity: number,
): void {
  const product = shop.products.get(productId);
  const variant = product?.variants.find((entry) => entry.id === variantId);
  if (!product || !variant) return;
  variant.inventory += quantity;
  shop.products.save(product);
}

function moneyBack(
  shop: ShopWorld,
  order: Order,
  refund: Refund,
  gateway: string,
  amount: bigint,
  parentId: number | null,
  at: string,
): OrderTransaction {
  const transaction: OrderTransaction = {
    id: shop.world.nextId("OrderTransaction"),
    kind: "REFUND",
    status: "SUCCESS",
    gateway,
    amount,
    parentId,
    refundId: refund.id,
    at,
    test: order.test,
  };
  order.transactions.push(transaction);
  refund.transactionIds.push(transaction.id);
  return transaction;
}

function creditOwner(
  shop: ShopWorld,
  order: Order,
  transaction: OrderTransaction,
  expiresAt: string | null,
  issuer: Issuer,
  at: string,
): void {
  if (order.customerId === null) return;
  const account = accountFor(shop, { type: "Customer", id: order.customerId }, order.presentmentCurrency);
  const event = order.cancelledAt ? "ORDER_CANCELLATION" : "ORDER_REFUND";
  credit(shop, account, {
    amount: transaction.amount,
    event,
    issuer,
    expiresAt,
    at,
    origin: { orderId: order.id, transactionId: transaction.id },
  });
}
