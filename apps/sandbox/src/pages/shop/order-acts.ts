import type { Order } from "../../orders/order.ts";
import { cancelByHand } from "../../staff/cancel-by-hand.ts";
import { type Destination, refundByHand } from "../../staff/refund-by-hand.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { goTo } from "../answer.ts";
import { amountIn } from "./entered-amount.ts";
import { orderPage } from "./order.ts";

const reasons = ["CUSTOMER", "INVENTORY", "FRAUD", "DECLINED", "STAFF", "OTHER"];

/** A staff form of the order's page was sent. What could not be done is said beside what was entered. */
export function actOnOrder(shop: ShopWorld, order: Order, fields: URLSearchParams): Response {
  const act = fields.get("act");
  const refuse = (refused: string) => orderPage(shop, order, { refused, values: fields });
  const to: Destination = fields.get("to") === "store_credit" ? "store_credit" : "original";
  if (act === "cancel") {
    const reason = fields.get("reason") ?? "";
    const done = cancelByHand(shop, order, { reason: reasons.includes(reason) ? reason : "OTHER", to });
    return "refused" in done ? refuse(done.refused) : goTo(`${pathOf(shop, order)}?done=cancelled#main`);
  }
  const amount = amountIn(fields.get("amount"), order.presentmentCurrency);
  if (amount === "unreadable")
    return refuse(`“${fields.get("amount")}” is not an amount in ${order.presentmentCurrency}.`);
  const done = refundByHand(shop, order, {
    lines: order.lines.flatMap(({ id }) => {
      const quantity = Math.trunc(Number(fields.get(`line-${id}`)));
      return quantity > 0 ? [{ lineId: id, quantity }] : [];
    }),
    shipping: fields.get("shipping") === "full",
    amount,
    to,
    note: fields.get("note")?.trim() || null,
  });
  return "refused" in done ? refuse(done.refused) : goTo(`${pathOf(shop, order)}?done=refunded#main`);
}

function pathOf(shop: ShopWorld, order: Order): string {
  return `/store/${shop.shop.handle}/orders/${order.id}`;
}
