import type { Customer } from "../customers/customer.ts";
import { displayName } from "../customers/customer.ts";
import { page } from "../pages/frame.ts";
import { type Html, html } from "../pages/html.ts";
import { day, ending, money } from "../pages/words.ts";
import { settleExpiries } from "../store-credit/find-account.ts";
import type { ShopWorld } from "../world/shop-world.ts";

/**
 * /{shop}.myshopify.com/account: where letters send customers to see and spend their store credit. It asks for the
 * e-mail address only; the real page sends a code to it first.
 */
export function customerAccount(shop: ShopWorld, email: string | null): Response {
  const wanted = email?.trim().toLowerCase();
  const customer = wanted ? shop.customers.find((entry) => entry.email?.toLowerCase() === wanted) : undefined;
  settleExpiries(shop);
  return page({
    title: "Customer account",
    shop,
    body: customer ? signedIn(shop, customer) : signInForm(shop, email),
  });
}

function signInForm(shop: ShopWorld, email: string | null): Html {
  return html`<h1>Sign in to ${shop.shop.name}</h1>
<p class="soft">With the e-mail address you ordered with. The real page sends a code to it; this one believes you.</p>
<section class="sheet"><div class="body"><form method="get">
<label>E-mail address <input type="email" name="email" required autocomplete="email" value="${email ?? ""}"></label>
${email && html`<p class="error small" role="alert">Nobody here has this e-mail address.</p>`}
<div class="buttons"><button>Continue</button></div>
</form></div></section>`;
}

function signedIn(shop: ShopWorld, customer: Customer): Html {
  const accounts = shop.accountsOf(customer.id).filter((account) => account.balance > 0n);
  return html`<div class="title"><h1>${displayName(customer)}</h1><p class="sub">${customer.email}</p></div>
<section class="sheet"><header><h2>Store credit</h2></header><div class="list">${
    accounts.length
      ? html`<ul class="rows">${accounts.map(
          (account) =>
            html`<li><span class="row two"><span>Account ending <b class="mono">${ending(account.id)}</b></span><b class="end">${money(account.balance, account.currency)}</b><span class="soft small">${nextToRunOut(shop, account.id)}</span></span></li>`,
        )}</ul>`
      : html`<p class="empty">No store credit yet.</p>`
  }</div></section>
${accounts.length > 0 && html`<p>${whereToSpend(shop)}</p>`}`;
}

function whereToSpend({ shop }: ShopWorld): Html {
  return shop.storeCreditEnabled && shop.customerAccountsVersion === "NEW_CUSTOMER_ACCOUNTS"
    ? html`<a href="/store/${shop.handle}/checkout">Spend it at the checkout</a>`
    : html`<span class="soft">This shop does not take store credit at its checkout at the moment.</span>`;
}

function nextToRunOut(shop: ShopWorld, accountId: number): string {
  const running = shop
    .movementsOf(accountId)
    .flatMap((entry) => (entry.remaining && entry.expiresAt ? [entry.expiresAt] : []));
  const soonest = running.sort()[0];
  return soonest === undefined
    ? "does not run out"
    : `some of it runs out on ${day(soonest, shop.shop.timezone)}`;
}
