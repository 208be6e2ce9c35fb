import type { Order } from "../../orders/order.ts";
import { financialStatus, fulfillmentStatus, returnStatus } from "../../orders/status.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { type Html, html } from "../html.ts";
import { spoken } from "../words.ts";

const tones: Record<string, string> = {
  PAID: "good",
  FULFILLED: "good",
  REFUNDED: "",
  PARTIALLY_REFUNDED: "",
  PENDING: "warn",
  UNFULFILLED: "warn",
  PARTIALLY_FULFILLED: "warn",
  RETURN_REQUESTED: "blue",
  IN_PROGRESS: "blue",
};

const names: Record<string, string> = { IN_PROGRESS: "Return in progress" };

/** Where an order stands, at a glance: paid, sent, coming back. */
export function orderPills(order: Order, shop: ShopWorld): Html[] {
  const returns = returnStatus(shop.returnsOf(order.id));
  const statuses = [
    order.cancelledAt ? null : financialStatus(order),
    order.cancelledAt ? null : fulfillmentStatus(order),
    returns === "NO_RETURN" ? null : returns,
  ].filter((status) => status !== null);
  return [
    ...(order.cancelledAt ? [pill("Cancelled", "bad")] : []),
    ...statuses.map((status) => pill(names[status] ?? spoken(status), tones[status] ?? "")),
    ...(order.company ? [pill("Company", "")] : []),
    ...(order.test ? [pill("Test", "")] : []),
  ];
}

export function pill(text: string, tone: string): Html {
  return html`<span class="pill ${tone}">${text}</span>`;
}
