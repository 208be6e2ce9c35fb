import { displayName } from "../../customers/customer.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { page } from "../frame.ts";
import { type Html, html } from "../html.ts";
import { count, money, when } from "../words.ts";

/** /store/{handle}: the shop at a glance. */
export function shopHome(shop: ShopWorld): Response {
  const { name, currency, timezone, taxesIncluded, domain } = shop.shop;
  const at = `/store/${shop.shop.handle}`;
  const open = shop.returns.all().filter(({ status }) => status === "REQUESTED" || status === "OPEN");
  const letGo = shop.accounts.all().filter(({ balance }) => balance > 0n);
  return page({
    title: "Home",
    tab: "home",
    shop,
    body: html`
<div class="title"><h1>${name}</h1><p class="sub">${domain} · ${currency}, prices ${taxesIncluded ? "with" : "without"} tax · ${timezone}</p></div>
<section class="cards figures">
${figure(`${at}/orders`, "Orders", shop.orders.size)}
${figure(`${at}/orders?returns=open`, "Returns under way", open.length)}
${figure(`${at}/customers`, "Customers", shop.customers.size)}
${figure(`${at}/customers?credit=yes`, "Accounts with credit", letGo.length)}
</section>
<section class="sheet"><header><h2>Latest store credit</h2><span class="soft small">who moved it, newest first</span></header><div class="list">${latest(shop)}</div></section>
<section class="sheet"><header><h2>Products</h2><span class="soft small">${count(shop.products.size, "product")}</span></header>
<div class="body"><ul class="goods">${shop.products
      .all()
      .map(
        ({ title, picture, pictureAlt, variants, tags }) =>
          html`<li>${
            picture &&
            html`<img src="/cdn/${shop.shop.handle}/${picture}" alt="${pictureAlt ?? ""}" width="180" height="180" loading="lazy">`
          }<span>${title}</span><span class="soft small">${money(variants[0]?.price ?? 0n, currency)}${tags.includes("final-sale") && " · final sale"}</span></li>`,
      )}</ul></div></section>`,
  });
}

function figure(href: string, title: string, number: number): Html {
  return html`<a class="sheet card" href="${href}"><span class="soft small">${title}</span><span class="figure money">${number}</span></a>`;
}

function latest(shop: ShopWorld): Html {
  const movements = shop.creditMovements.all().slice(-5).reverse();
  if (movements.length === 0) return html`<p class="empty">No store credit has moved yet.</p>`;
  return html`<ul class="rows">${movements.map((movement) => {
    const account = shop.accounts.get(movement.accountId);
    const customer = account?.owner.type === "Customer" ? shop.customers.get(account.owner.id) : undefined;
    const href = `/store/${shop.shop.handle}/customers/${customer?.id ?? 0}/store-credit/${movement.accountId}`;
    return html`<li><a class="row two" href="${href}"><b class="cut">${customer ? displayName(customer) : "Company"}</b><span class="end">${movement.amount > 0n && "+"}${money(movement.amount, account?.currency ?? shop.shop.currency)}</span><span class="soft small cut">${movement.issuer.name}</span><span class="soft small end">${when(movement.createdAt, shop.world, shop.shop.timezone)}</span></a></li>`;
  })}</ul>`;
}
