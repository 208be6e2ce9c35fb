import { displayName } from "../../customers/customer.ts";
import type { Order } from "../../orders/order.ts";
import { orderTotal } from "../../orders/totals.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { page } from "../frame.ts";
import { type Html, html } from "../html.ts";
import { count, money, when } from "../words.ts";
import { orderPills } from "./order-pills.ts";

const perPage = 50;

/** /store/{handle}/orders, newest number first; `?q=` finds by number, name or e-mail, `?returns=open` what is under way. */
export function orders(shop: ShopWorld, query: URLSearchParams): Response {
  const wanted = (query.get("q") ?? "").trim().toLowerCase();
  const found = shop.orders
    .all()
    .filter((order) => said(order, shop).includes(wanted))
    .filter((order) => query.get("returns") !== "open" || shop.returnsOf(order.id).some(isUnderWay))
    .sort((a, b) => b.number - a.number);
  const first = Math.max(0, Number(query.get("from")) || 0);
  return page({
    title: "Orders",
    tab: "orders",
    shop,
    body: html`
<div class="title"><h1>Orders</h1><p class="sub">${count(found.length, "order")}${query.get("returns") === "open" && html` with a return under way · <a href="?">show all</a>`}</p></div>
<form method="get" class="search"><label>Number, name or e-mail <input type="search" name="q" value="${query.get("q") ?? ""}" autocomplete="off"></label><button class="quiet">Find</button></form>
<section class="sheet orders"><div class="list">${
      found.length
        ? html`<ul class="rows">${found.slice(first, first + perPage).map((order) => row(order, shop))}</ul>`
        : html`<p class="empty">No order matches. <a href="?">Show all</a>.</p>`
    }</div></section>
${first + perPage < found.length && html`<p><a href="?q=${encodeURIComponent(wanted)}&amp;from=${first + perPage}">Older orders →</a></p>`}`,
  });
}

function row(order: Order, shop: ShopWorld): Html {
  const customer = shop.customers.get(order.customerId);
  const pieces = order.lines.reduce((all, line) => all + line.quantity, 0);
  return html`<li><a class="row" href="/store/${shop.shop.handle}/orders/${order.id}"><b>${order.name}</b>
<span class="cut">${customer ? displayName(customer) : (order.email ?? "No customer")}</span>
<span class="wide soft small">${when(order.createdAt, shop.world, shop.shop.timezone)} · ${count(pieces, "item")}</span>
<span class="pills">${orderPills(order, shop)}</span>
<span class="end total">${money(orderTotal(order), order.presentmentCurrency)}</span></a></li>`;
}

function said(order: Order, shop: ShopWorld): string {
  const customer = shop.customers.get(order.customerId);
  return [order.name, order.email, customer && displayName(customer)].join(" ").toLowerCase();
}

function isUnderWay({ status }: { status: string }): boolean {
  return status === "REQUESTED" || status === "OPEN";
}
