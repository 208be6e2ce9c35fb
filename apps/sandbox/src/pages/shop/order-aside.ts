import { type Address, displayName } from "../../customers/customer.ts";
import type { Order } from "../../orders/order.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { type Html, html } from "../html.ts";
import { count, ending, money, spoken, when } from "../words.ts";

/** Who bought, where it went, and the facts a developer asks for. */
export function orderAside(shop: ShopWorld, order: Order): Html[] {
  return [customerSheet(shop, order), ...parcels(shop, order), facts(order)];
}

function customerSheet(shop: ShopWorld, order: Order): Html {
  const customer = shop.customers.get(order.customerId);
  const at = `/store/${shop.shop.handle}/customers/${order.customerId}`;
  return html`<section class="sheet"><header><h2>Customer</h2></header><div class="body">${
    customer
      ? html`<div><a href="${at}"><b>${displayName(customer)}</b></a><br><span class="soft small">${customer.email}</span></div>
${shop.accountsOf(customer.id).map((account) => html`<a class="small" href="${at}/store-credit/${account.id}">Store credit ${ending(account.id)} · ${money(account.balance, account.currency)}</a>`)}`
      : html`<p class="soft">Nobody is linked to this order${order.email && html`, only the address <b>${order.email}</b>`}. It cannot be given store credit.</p>`
  }${order.company && html`<p class="small">For <b>${order.company.name}</b>, ${order.company.locationName}</p>`}${address(order.shippingAddress)}</div></section>`;
}

function address(to: Address | null): Html | false {
  if (!to) return false;
  const country = to.countryCode ?? to.country;
  const place =
    country === "US" || country === "CA"
      ? `${to.city}, ${to.provinceCode} ${to.zip}`
      : [to.zip, to.city].filter(Boolean).join(" ");
  const lines = [to.address1, place, country].filter(Boolean);
  return html`<address class="soft small">${lines.map((line) => html`${line}<br>`)}</address>`;
}

function parcels(shop: ShopWorld, order: Order): Html[] {
  if (order.fulfillments.length === 0) return [];
  return [
    html`<section class="sheet"><header><h2>Parcels</h2></header><div class="list"><ul class="rows">${order.fulfillments.map(
      (parcel) => html`<li class="row two"><span>${parcel.name}</span><span class="end soft small">${count(
        parcel.lines.reduce((all, line) => all + line.quantity, 0),
        "item",
      )}</span>
<span class="soft small">sent ${when(parcel.at, shop.world, shop.shop.timezone)}</span><span class="soft small end">${parcel.deliveredAt ? html`arrived ${when(parcel.deliveredAt, shop.world, shop.shop.timezone)}` : "on its way"}</span></li>`,
    )}</ul></div></section>`,
  ];
}

function facts(order: Order): Html {
  const rows: [string, string | null][] = [
    ["Id", String(order.id)],
    ["Currency", order.presentmentCurrency],
    ["Tags", order.tags.join(", ")],
    ["Note", order.note],
    ["Cancelled", order.cancelReason && spoken(order.cancelReason)],
  ];
  return html`<section class="sheet"><header><h2>Facts</h2></header><div class="body"><dl class="facts small">${rows
    .filter(([, value]) => value)
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div></section>`;
}
