import { type Customer, displayName } from "../../customers/customer.ts";
import type { StoreCreditAccount, StoreCreditTransaction } from "../../store-credit/account.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { page } from "../frame.ts";
import { type Html, html } from "../html.ts";
import { count, day, ending, money, spoken, when } from "../words.ts";
import { type CreditFormState, creditForm } from "./credit-form.ts";

/** /store/{handle}/customers/{id}/store-credit/{account}: the balance, and every movement that led to it. */
export function accountPage(
  shop: ShopWorld,
  customer: Customer,
  account: StoreCreditAccount,
  state: CreditFormState = {},
): Response {
  const movements = [...shop.movementsOf(account.id)].reverse();
  return page({
    title: `Store credit ${ending(account.id)}`,
    tab: "customers",
    shop,
    status: state.refused ? 422 : 200,
    body: html`
<a class="back" href="/store/${shop.shop.handle}/customers/${customer.id}">← ${displayName(customer)}</a>
<div class="title"><h1>Store credit</h1><span class="pill mono">${ending(account.id)}</span>
<p class="sub">${displayName(customer)} · account ${account.id} · ${account.currency}</p></div>
${state.done && html`<p class="note good" role="status">${state.done}</p>`}
<div class="columns">
<div class="stack"><section class="sheet card"><span class="soft small">Balance</span><span class="figure balance">${money(account.balance, account.currency)}</span>${soonest(shop, movements, account)}</section>
<section class="sheet"><header><h2>Timeline</h2><span class="soft small">${count(movements.length, "movement")}, newest first</span></header><div class="body">${
      movements.length
        ? html`<ol class="timeline">${movements.map((movement) => entry(shop, account, movement))}</ol>`
        : html`<p class="soft">Nothing has moved yet.</p>`
    }</div></section></div>
<div class="stack"><section class="sheet">${creditForm(shop, customer, account, state)}</section></div>
</div>`,
  });
}

function soonest(
  shop: ShopWorld,
  movements: readonly StoreCreditTransaction[],
  account: StoreCreditAccount,
): Html | false {
  const next = movements
    .filter((movement) => movement.remaining && movement.expiresAt)
    .sort((a, b) => ((a.expiresAt ?? "") < (b.expiresAt ?? "") ? -1 : 1))[0];
  if (!next?.expiresAt || !next.remaining) return false;
  return html`<span class="soft small">${money(next.remaining, account.currency)} of it runs out on ${day(next.expiresAt, shop.shop.timezone)}</span>`;
}

const events: Record<string, string> = {
  ADJUSTMENT: "Adjustment",
  ORDER_REFUND: "Refund of an order",
  ORDER_PAYMENT: "Paid for an order",
  ORDER_CANCELLATION: "Order cancelled",
};

function entry(shop: ShopWorld, account: StoreCreditAccount, movement: StoreCreditTransaction): Html {
  const zone = shop.shop.timezone;
  const order = shop.orders.get(movement.origin?.orderId);
  return html`<li class="${movement.amount < 0n && "out"}"><div class="head"><b>${movement.amount > 0n && "+"}${money(movement.amount, account.currency)}</b><span class="soft small">${when(movement.createdAt, shop.world, zone)}</span></div>
<div>${movement.type === "expiration" ? "Ran out" : (events[movement.event] ?? spoken(movement.event))}${order && html` <a href="/store/${shop.shop.handle}/orders/${order.id}">${order.name}</a>`} <span class="soft">· ${movement.issuer.name}</span></div>
${movement.note && html`<div class="quote small">${movement.note}</div>`}
<div class="soft small">Balance then ${money(movement.balanceAfter, account.currency)}${
    movement.remaining !== null &&
    html` · ${movement.remaining > 0n ? html`${money(movement.remaining, account.currency)} left` : "used up"}`
  }${movement.expiresAt && movement.remaining !== 0n && html` · runs out on ${day(movement.expiresAt, zone)}`}</div>
<div class="soft small mono">${movement.id} · ${movement.event}${movement.issuer.requestId && ` · ${movement.issuer.requestId}`}</div></li>`;
}
