import { type Customer, displayName } from "../../customers/customer.ts";
import { orderTotal } from "../../orders/totals.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { page } from "../frame.ts";
import { type Html, html } from "../html.ts";
import { count, ending, money, when } from "../words.ts";
import { type CreditFormState, creditForm } from "./credit-form.ts";
import { orderPills } from "./order-pills.ts";

/** /store/{handle}/customers/{id}: who they are, their store credit, what they bought. */
export function customerPage(shop: ShopWorld, customer: Customer, state: CreditFormState = {}): Response {
  const orders = shop.ordersOf(customer.id).sort((a, b) => b.number - a.number);
  return page({
    title: displayName(customer),
    tab: "customers",
    shop,
    status: state.refused ? 422 : 200,
    body: html`
<a class="back" href="/store/${shop.shop.handle}/customers">← Customers</a>
<div class="title"><h1>${displayName(customer)}</h1><span class="pills">${customer.tags.map((tag) => html`<span class="pill">${tag}</span>`)}</span>
<p class="sub">${customer.email ?? "no e-mail address"} · customer since ${when(customer.createdAt, shop.world, shop.shop.timezone)}</p></div>
${state.done && html`<p class="note good" role="status">${state.done}</p>`}
<div class="columns">
<div class="stack">${storeCredit(shop, customer)}
<section class="sheet orders few"><header><h2>Orders</h2><span class="soft small">${count(orders.length, "order")}</span></header><div class="list">${
      orders.length
        ? html`<ul class="rows">${orders.map(
            (order) =>
              html`<li><a class="row" href="/store/${shop.shop.handle}/orders/${order.id}"><b>${order.name}</b><span class="soft small">${when(order.createdAt, shop.world, shop.shop.timezone)}</span><span class="pills">${orderPills(order, shop)}</span><span class="end total">${money(orderTotal(order), order.presentmentCurrency)}</span></a></li>`,
          )}</ul>`
        : html`<p class="empty">No orders yet.</p>`
    }</div></section></div>
<div class="stack"><section class="sheet">${creditForm(shop, customer, undefined, state)}</section>${facts(customer)}</div>
</div>`,
  });
}

function storeCredit(shop: ShopWorld, customer: Customer): Html {
  const accounts = shop.accountsOf(customer.id);
  return html`<section class="sheet" id="store-credit"><header><h2>Store credit</h2>${!shop.shop.storeCreditEnabled && html`<span class="pill warn">Switched off at checkout</span>`}</header><div class="list">${
    accounts.length
      ? html`<ul class="rows">${accounts.map(
          (account) =>
            html`<li><a class="row two" href="/store/${shop.shop.handle}/customers/${customer.id}/store-credit/${account.id}"><span>Account ending <b class="mono">${ending(account.id)}</b></span><b class="end">${money(account.balance, account.currency)}</b><span class="soft small">${account.currency} · ${count(shop.movementsOf(account.id).length, "movement")}</span></a></li>`,
        )}</ul>`
      : html`<p class="empty">No store credit yet. An account is opened with the first credit, one for each currency.</p>`
  }</div></section>`;
}

function facts(customer: Customer): Html {
  const rows: [string, string | null][] = [
    ["Id", String(customer.id)],
    ["Phone", customer.phone],
    ["Language", customer.locale],
    ["Account", customer.state === "ENABLED" ? "signs in" : "ordered as a guest"],
    ["Lives in", [customer.address?.city, customer.address?.countryCode].filter(Boolean).join(", ")],
    ["Note", customer.note],
  ];
  return html`<section class="sheet"><header><h2>Facts</h2></header><div class="body"><dl class="facts small">${rows
    .filter(([, value]) => value)
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div></section>`;
}
