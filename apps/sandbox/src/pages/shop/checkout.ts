import { whyNoCredit } from "../../checkout/place-order.ts";
import { type Customer, displayName } from "../../customers/customer.ts";
import { sum } from "../../orders/totals.ts";
import { findAccount } from "../../store-credit/find-account.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { page } from "../frame.ts";
import { type Html, html } from "../html.ts";
import { ending, money, moneyText } from "../words.ts";
import { type Basket, basketFrom } from "./basket.ts";

/**
 * /store/{handle}/checkout: a small checkout, so that store credit can be spent for real. First who and what (a GET, so
 * that nothing has happened yet), then the sum and one button. As at Shopify the whole balance is used, up to the total.
 */
export function checkout(shop: ShopWorld, query: URLSearchParams, refused?: string): Response {
  const basket = basketFrom(shop, query);
  return page({
    title: "Checkout",
    tab: "checkout",
    shop,
    status: refused ? 422 : 200,
    body: html`
<div class="title"><h1>Checkout</h1><p class="sub">Buy something as a customer, and spend their store credit on it</p></div>
${refused && html`<p class="note bad" role="alert">${refused}</p>`}
<div class="columns"><section class="sheet"><header><h2>Who buys what</h2></header><div class="body">${choose(shop, query)}</div></section>
<div class="stack">${basket ? payment(shop, basket, query) : html`<p class="sheet empty">Choose a customer and at least one thing to see what there is to pay.</p>`}</div></div>`,
  });
}

function choose(shop: ShopWorld, query: URLSearchParams): Html {
  const people = shop.customers.all().sort((a, b) => displayName(a).localeCompare(displayName(b)));
  return html`<form method="get"><label>Customer <select name="customer" required><option value="">Choose …</option>${people.map(
    (one) =>
      html`<option value="${one.id}"${String(one.id) === query.get("customer") && html` selected`}>${displayName(one)}${creditText(shop, one)}</option>`,
  )}</select></label>
<fieldset><legend>Things</legend><div class="quantities things">${shop.products
    .all()
    .flatMap((product) =>
      product.variants
        .slice(0, 1)
        .map(
          (variant) =>
            html`<label><span>${product.title} <span class="soft">${money(variant.price, shop.shop.currency)}</span></span><input type="number" name="buy-${variant.id}" min="0" max="20" value="${query.get(`buy-${variant.id}`) ?? "0"}"></label>`,
        ),
    )}</div></fieldset>
<div class="buttons"><button class="quiet">Work out the sum</button></div></form>`;
}

function creditText(shop: ShopWorld, customer: Customer): string {
  const account = findAccount(shop, { type: "Customer", id: customer.id }, shop.shop.currency);
  return account && account.balance > 0n ? ` — ${moneyText(account.balance, account.currency)} credit` : "";
}

function payment(shop: ShopWorld, basket: Basket, query: URLSearchParams): Html {
  const { currency, handle } = shop.shop;
  const total = sum(basket.lines, ({ cost }) => cost);
  const account = findAccount(shop, { type: "Customer", id: basket.customer.id }, currency);
  const balance = account?.balance ?? 0n;
  const usable = balance < total ? balance : total;
  return html`<section class="sheet"><header><h2>To pay</h2></header><div class="body"><dl class="sum">
${basket.lines.map(({ title, quantity, cost }) => html`<dt>${quantity} × ${title}</dt><dd>${money(cost, currency)}</dd>`)}
<dt class="total">Total</dt><dd class="total">${money(total, currency)}</dd></dl>
<form method="post" action="/store/${handle}/checkout">${[...query].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${credit(shop, usable, account?.id)}
<div class="buttons"><button>Pay ${moneyText(total, currency)}</button></div></form></div></section>`;
}

function credit(shop: ShopWorld, usable: bigint, accountId: number | undefined): Html {
  if (usable === 0n || accountId === undefined)
    return html`<p class="soft small">No store credit in ${shop.shop.currency}: the card pays everything.</p>`;
  const why = whyNoCredit(shop);
  if (why) return html`<p class="note warn small">${why} So it is not offered here.</p>`;
  return html`<label class="check"><input type="checkbox" name="credit" value="use" checked><span>Use store credit <b class="mono">${ending(accountId)}</b>: ${money(usable, shop.shop.currency)}<br><span class="soft small">The card pays the rest.</span></span></label>`;
}
