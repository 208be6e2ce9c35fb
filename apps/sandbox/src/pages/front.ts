import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { page } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { count } from "./words.ts";

const controls: readonly [call: string, meaning: string][] = [
  ["GET /control/shops", "which shops there are"],
  ["POST /control/shops", "load a shop from a JSON description"],
  ["POST /control/reset", "forget everything"],
  ["POST /control/installations", "give an app a token for a shop: {shop, scopes, expiring?}"],
  ["GET, POST /control/clock", "read, move or stop the time"],
  ["GET /control/truth?shop=", "every movement of money, with the request that caused it"],
  ["GET, POST, DELETE /control/faults", "make chosen calls fail in chosen ways"],
  ["GET /control/mail?to=&subject=", "the letters as JSON"],
];

/** `/`: what this is and where its parts are. */
export function front(world: World): Response {
  const shops = [...world.shops.values()];
  return page({
    title: "Start",
    tab: "home",
    body: html`
<div class="title"><h1>A stand-in for Shopify, and for the post</h1>
<p class="sub">It answers the Admin GraphQL API from Shopify’s own published schema and takes e-mails as Resend would, so that an app can be built, tried and tested here without an account anywhere.</p></div>
<section class="cards" aria-label="Shops">${shops.length ? shops.map(card) : html`<p class="sheet empty">No shop is loaded. Start with <code>SANDBOX_SEED=demo</code>, or send one to <code>POST /control/shops</code>.</p>`}</section>
<div class="columns">
<section class="sheet"><header><h2>Control</h2><span class="soft small">JSON, for tests and tools</span></header>
<div class="list"><ul class="rows">${controls.map(([call, meaning]) => html`<li class="row control"><code>${call}</code><span class="soft small">${meaning}</span></li>`)}</ul></div></section>
<div class="stack">
<a class="sheet card" href="/mailbox"><h2>Mailbox</h2><span class="figure">${count(world.letters.size, "letter")}</span><span class="soft small">Every e-mail an app sent, as its reader would see it</span></a>
<section class="sheet"><header><h2>Addresses for an app</h2></header><div class="body"><dl class="facts small addresses">
<dt>Admin API</dt><dd><code>${world.settings.publicUrl}/{shop}.myshopify.com/admin/api/2026-10/graphql.json</code></dd>
<dt>Resend</dt><dd><code>${world.settings.publicUrl}/emails</code></dd>
<dt>Admin links</dt><dd><code>${world.settings.publicUrl}/store/{handle}/orders/{id}</code></dd></dl></div></section>
</div></div>`,
  });
}

function card(shop: ShopWorld): Html {
  const { handle, name, currency, domain } = shop.shop;
  const pictures = shop.products
    .all()
    .filter(({ picture }) => picture)
    .slice(0, 4);
  return html`<a class="sheet card" href="/store/${encodeURIComponent(handle)}">
${pictures.length > 0 && html`<span class="shelf">${pictures.map(({ picture }) => html`<img src="/cdn/${handle}/${picture}" alt="" width="120" height="120" loading="lazy">`)}</span>`}
<h2>${name}</h2><span class="soft small">${domain}</span>
<span class="soft small">${currency} · ${count(shop.orders.size, "order")} · ${count(shop.customers.size, "customer")}</span></a>`;
}
