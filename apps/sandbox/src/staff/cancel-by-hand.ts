import type { Order } from "../orders/order.ts";
import { currentQuantity, netPayment } from "../orders/totals.ts";
import { issueRefund } from "../refunds/issue-refund.ts";
import { shippingBack } from "../refunds/shipping.ts";
import { announceOrder } from "../webhooks/announce.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import { type Destination, moneyBack, whyNoStoreCredit } from "./refund-by-hand.ts";
import { type Refused, staff } from "./staff.ts";

/** Calls the whole order off and gives back everything that was paid. Not once something has been sent. */
export function cancelByHand(
  shop: ShopWorld,
  order: Order,
  { reason, to }: { reason: string; to: Destination },
): Order | Refused {
  if (order.cancelledAt) return { refused: "The order is cancelled already." };
  if (order.fulfillments.some(({ status }) => status === "SUCCESS"))
    return { refused: "Something of it has been sent. Refund it instead." };
  const why = to === "store_credit" ? whyNoStoreCredit(shop, order) : undefined;
  if (why) return { refused: why };
  const total = netPayment(order);
  const lines = order.lines.flatMap((line) => {
    const quantity = currentQuantity(order, line);
    return quantity > 0
      ? [{ lineId: line.id, quantity, restockType: "CANCEL" as const, locationId: null }]
      : [];
  });
  const at = shop.world.nowText();
  order.cancelledAt = at;
  order.cancelReason = reason;
  order.timeline.push({ at, text: "Cancelled", by: staff.name, requestId: null });
  if (total > 0n) {
    const shipping = shippingBack(order, "all");
    const note = "Order cancelled";
    issueRefund(shop, order, {
      lines,
      shipping,
      duties: [],
      note,
      returnId: null,
      issuer: staff,
      ...moneyBack(order, total, to),
    });
  }
  shop.orders.save(order);
  announceOrder(shop, "cancelled", order);
  if (total === 0n) announceOrder(shop, "updated", order);
  return order;
}
