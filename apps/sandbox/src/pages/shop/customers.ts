import { type Customer, displayName } from "../../customers/customer.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { page } from "../frame.ts";
import { type Html, html } from "../html.ts";
import { count, money } from "../words.ts";

/** /store/{handle}/customers, by name; `?credit=yes` shows only those who have credit to spend. */
export function customers(shop: ShopWorld, query: URLSearchParams): Response {
  const onlyWithCredit = query.get("credit") === "yes";
  const found = shop.customers
    .all()
    .filter(({ id }) => !onlyWithCredit || shop.accountsOf(id).some(({ balance }) => balance > 0n))
    .sort((a, b) => displayName(a).localeCompare(displayName(b)));
  return page({
    title: "Customers",
    tab: "customers",
    shop,
    body: html`
<div class="title"><h1>Customers</h1><p class="sub">${count(found.length, "customer")}${onlyWithCredit && html` with store credit · <a href="?">show all</a>`}</p></div>
<section class="sheet"><div class="list">${
      found.length
        ? html`<ul class="rows">${found.map((customer) => row(customer, shop))}</ul>`
        : html`<p class="empty">Nobody here yet.</p>`
    }</div></section>`,
  });
}

function row(customer: Customer, shop: ShopWorld): Html {
  const accounts = shop.accountsOf(customer.id).filter(({ balance }) => balance > 0n);
  const orders = shop.ordersOf(customer.id).length;
  return html`<li><a class="row two" href="/store/${shop.shop.handle}/customers/${customer.id}"><b class="cut">${displayName(customer)}</b><span class="end">${accounts.map(({ balance, currency }) => html`<span class="pill good">${money(balance, currency)} credit</span> `)}</span><span class="soft small cut">${customer.email ?? "no e-mail address"}</span><span class="soft small end">${count(orders, "order")}</span></a></li>`;
}
