import { type Customer, displayName } from "../customers/customer.ts";
import { openFulfillmentOrder } from "../fulfillment-orders/open-fulfillment-order.ts";
import { gid } from "../graphql/gid.ts";
import type { Order, OrderLine, OrderTransaction } from "../orders/order.ts";
import { orderTotal } from "../orders/totals.ts";
import { findAccount } from "../store-credit/find-account.ts";
import { debit } from "../store-credit/spend.ts";
import { announce, announceOrder, announceTransactions } from "../webhooks/announce.ts";
import type { ShopWorld } from "../world/shop-world.ts";

export interface Purchase {
  customer: Customer;
  lines: { variantId: number; quantity: number }[];
  useStoreCredit: boolean;
}

/**
 * A customer buys something in the shop's own currency. With store credit the whole balance is used, up to the total,
 * and the card pays what is left; a debit with the order as its origin is what redemption looks like afterwards.
 */
export function placeOrder(shop: ShopWorld, purchase: Purchase): Order {
  const order = newOrder(shop, purchase);
  order.fulfillmentOrders = [openFulfillmentOrder(shop, order)];
  const total = orderTotal(order);
  const paid = purchase.useStoreCredit ? payWithCredit(shop, order, purchase.customer, total) : 0n;
  if (paid < total) order.transactions.push(sale(shop, order, "shopify_payments", total - paid));
  shop.orders.save(order);
  announceOrder(shop, "create", order);
  announceTransactions(shop, order, order.transactions);
  announce(shop, "customers/purchasing_summary", {
    customer_id: purchase.customer.id,
    admin_graphql_api_customer_id: gid("Customer", purchase.customer.id),
    number_of_orders: shop.ordersOf(purchase.customer.id).length,
    last_order_id: order.id,
    occurred_at: order.createdAt,
  });
  return order;
}

/** Why a balance cannot be spent at this checkout; `undefined` when it can. */
export function whyNoCredit(shop: ShopWorld): string | undefined {
  if (!shop.shop.storeCreditEnabled) return "Store credit is switched off in this shop’s settings.";
  if (shop.shop.customerAccountsVersion === "CLASSIC")
    return "Store credit is spent by customers who signed in with new customer accounts; this shop uses classic ones.";
  return undefined;
}

function payWithCredit(shop: ShopWorld, order: Order, customer: Customer, total: bigint): bigint {
  const account = findAccount(shop, { type: "Customer", id: customer.id }, order.presentmentCurrency);
  if (!account || account.balance <= 0n || whyNoCredit(shop)) return 0n;
  const amount = account.balance < total ? account.balance : total;
  const transaction = sale(shop, order, "shopify_store_credit", amount);
  order.transactions.push(transaction);
  debit(shop, account, {
    amount,
    event: "ORDER_PAYMENT",
    issuer: { kind: "checkout", name: "Online checkout", requestId: null },
    origin: { orderId: order.id, transactionId: transaction.id },
  });
  return amount;
}

function newOrder(shop: ShopWorld, { customer, lines }: Purchase): Order {
  const { world } = shop;
  const now = world.nowText();
  const { currency, taxesIncluded, nextOrderNumber: number } = shop.shop;
  shop.settings.save(Object.assign(shop.shop, { nextOrderNumber: number + 1 }));
  const bought = lines.map(({ variantId, quantity }) => newLine(shop, variantId, quantity));
  return {
    id: world.nextId("Order"),
    number,
    name: `#${number}`,
    customerId: customer.id,
    email: customer.email,
    phone: customer.phone,
    currency,
    presentmentCurrency: currency,
    rate: "1",
    createdAt: now,
    processedAt: now,
    updatedAt: now,
    locale: customer.locale,
    taxesIncluded,
    lines: bought,
    shippingLines: [],
    tip: 0n,
    transactions: [],
    fulfillmentOrders: [],
    fulfillments: [],
    refunds: [],
    cancelledAt: null,
    cancelReason: null,
    staffNote: null,
    closedAt: null,
    test: false,
    company: null,
    shippingAddress: customer.address,
    billingAddress: customer.address,
    tags: [],
    note: null,
    timeline: [
      { at: now, text: `${displayName(customer)} placed this order`, by: "Online checkout", requestId: null },
    ],
  };
}

function newLine(shop: ShopWorld, variantId: number, quantity: number): OrderLine {
  const product = shop.products.find(({ variants }) => variants.some(({ id }) => id === variantId));
  const variant = product?.variants.find(({ id }) => id === variantId);
  if (!product || !variant) throw new RangeError(`${shop.domain} sells no variant ${variantId}`);
  variant.inventory -= quantity;
  shop.products.save(product);
  const id = shop.world.nextId("LineItem");
  return {
    id,
    ref: String(id),
    variantId,
    productId: product.id,
    title: product.title,
    variantTitle: variant.title === "Default Title" ? null : variant.title,
    sku: variant.sku,
    vendor: product.vendor,
    quantity,
    removedQuantity: 0,
    unitPrice: variant.price,
    discounts: [],
    taxes: [],
    duties: [],
    requiresShipping: true,
    taxable: false,
    giftCard: product.giftCard,
    weightGrams: variant.weightGrams,
    customAttributes: [],
  };
}

function sale(shop: ShopWorld, order: Order, gateway: string, amount: bigint): OrderTransaction {
  return {
    id: shop.world.nextId("OrderTransaction"),
    kind: "SALE",
    status: "SUCCESS",
    gateway,
    amount,
    parentId: null,
    refundId: null,
    at: order.createdAt,
    test: order.test,
  };
}
