import type { Order } from "../../orders/order.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { page } from "../frame.ts";
import { html } from "../html.ts";
import { exactly, when } from "../words.ts";
import { orderAside } from "./order-aside.ts";
import { type OrderFormState, orderForms } from "./order-forms.ts";
import { orderLines } from "./order-lines.ts";
import { orderMoney } from "./order-money.ts";
import { orderPills } from "./order-pills.ts";
import { orderReturns } from "./order-returns.ts";
import { orderTimeline } from "./order-timeline.ts";

/** /store/{handle}/orders/{id}: everything the stand-in knows about one order. */
export function orderPage(shop: ShopWorld, order: Order, state: OrderFormState = {}): Response {
  return page({
    title: `Order ${order.name}`,
    tab: "orders",
    shop,
    status: state.refused ? 422 : 200,
    body: html`
<a class="back" href="/store/${shop.shop.handle}/orders">← Orders</a>
<div class="title"><h1>Order ${order.name}</h1><span class="pills">${orderPills(order, shop)}</span>
<p class="sub">${when(order.createdAt, shop.world, shop.shop.timezone)}, on ${exactly(order.createdAt, shop.shop.timezone)}</p></div>
${state.done && html`<p class="note good" role="status">${state.done}</p>`}
${order.cancelledAt && state.refused && html`<p class="note bad" role="alert">${state.refused}</p>`}
<div class="columns">
<div class="stack">${orderLines(shop, order)}${orderMoney(shop, order)}${orderReturns(shop, order)}${orderTimeline(shop, order)}</div>
<div class="stack">${orderAside(shop, order)}${orderForms(shop, order, state)}</div>
</div>`,
  });
}
