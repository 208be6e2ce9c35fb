import type { Customer } from "../customers/customer.ts";
import type { FulfillmentOrder } from "../fulfillment-orders/fulfillment-order.ts";
import { gid } from "../graphql/gid.ts";
import { printMinor } from "../money/amount.ts";
import type { Installation } from "../oauth/installation.ts";
import type { Order, OrderTransaction } from "../orders/order.ts";
import type { Refund } from "../refunds/refund.ts";
import type { Return } from "../returns/return.ts";
import type { ShopWorld } from "../world/shop-world.ts";

/**
 * Something happened that apps may want to hear of. The payloads hold what is certain and no more: an app should take
 * them as a hint and read by id.
 */
export function announce(shop: ShopWorld, topic: string, payload: Record<string, unknown>): void {
  shop.world.post.announce(shop, topic, payload);
}

export function announceReturn(
  shop: ShopWorld,
  topic: "request" | "approve" | "decline" | "cancel" | "close" | "reopen" | "process" | "update",
  entry: Return,
): void {
  announce(shop, `returns/${topic}`, {
    id: entry.id,
    admin_graphql_api_id: gid("Return", entry.id),
    name: entry.name,
    status: entry.status.toLowerCase(),
    total_return_line_items: entry.lines.reduce((all, line) => all + line.quantity, 0),
    order: { id: entry.orderId, admin_graphql_api_id: gid("Order", entry.orderId) },
    ...(entry.decline ? { decline: entry.decline } : {}),
  });
}

export function announceRefund(
  shop: ShopWorld,
  order: Order,
  refund: Refund,
  transactions: readonly OrderTransaction[],
): void {
  announce(shop, "refunds/create", {
    id: refund.id,
    admin_graphql_api_id: gid("Refund", refund.id),
    order_id: order.id,
    note: refund.note,
    created_at: refund.at,
    processed_at: refund.at,
    return:
      refund.returnId === null
        ? null
        : { id: refund.returnId, admin_graphql_api_id: gid("Return", refund.returnId) },
    refund_line_items: refund.lines.map((line) => ({
      id: line.id,
      line_item_id: line.lineId,
      quantity: line.quantity,
      restock_type: line.restockType.toLowerCase(),
    })),
    transactions: transactions.map((entry) => transactionBody(order, entry)),
  });
  announceTransactions(shop, order, transactions);
  announceOrder(shop, "updated", order);
}

export function announceTransactions(
  shop: ShopWorld,
  order: Order,
  transactions: readonly OrderTransaction[],
): void {
  for (const entry of transactions)
    announce(shop, "order_transactions/create", transactionBody(order, entry));
}

export function announceOrder(
  shop: ShopWorld,
  what: "create" | "updated" | "cancelled" | "delete",
  order: Order,
): void {
  announce(shop, `orders/${what}`, {
    id: order.id,
    admin_graphql_api_id: gid("Order", order.id),
    name: order.name,
    cancelled_at: order.cancelledAt,
    updated_at: order.updatedAt,
    currency: order.currency,
    presentment_currency: order.presentmentCurrency,
    customer:
      order.customerId === null
        ? null
        : { id: order.customerId, admin_graphql_api_id: gid("Customer", order.customerId) },
  });
}

export function announceFulfillmentOrder(
  shop: ShopWorld,
  what: string,
  fulfillmentOrder: FulfillmentOrder,
): void {
  announce(shop, `fulfillment_orders/${what}`, {
    fulfillment_order: {
      id: gid("FulfillmentOrder", fulfillmentOrder.id),
      status: fulfillmentOrder.status.toLowerCase(),
    },
  });
}

export function announceCustomer(shop: ShopWorld, what: "create" | "update", customer: Customer): void {
  announce(shop, `customers/${what}`, {
    id: customer.id,
    admin_graphql_api_id: gid("Customer", customer.id),
    state: customer.state.toLowerCase(),
    updated_at: customer.updatedAt,
  });
}

/** Staff took a permission away, or the app asked for others and got them. */
export function announceScopes(
  shop: ShopWorld,
  installation: Installation,
  previous: readonly string[],
): void {
  announce(shop, "app/scopes_update", {
    id: installation.id,
    previous,
    current: installation.scopes,
    updated_at: shop.world.nowText(),
  });
}

function transactionBody(order: Order, entry: OrderTransaction): Record<string, unknown> {
  return {
    id: entry.id,
    admin_graphql_api_id: gid("OrderTransaction", entry.id),
    order_id: order.id,
    kind: entry.kind.toLowerCase(),
    gateway: entry.gateway,
    status: entry.status.toLowerCase(),
    amount: printMinor(entry.amount, order.presentmentCurrency),
    currency: order.presentmentCurrency,
    parent_id: entry.parentId,
    created_at: entry.at,
  };
}
