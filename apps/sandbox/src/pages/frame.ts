import type { ShopWorld } from "../world/shop-world.ts";
import { show } from "./answer.ts";
import { type Html, html, type Piece } from "./html.ts";

export interface PageContent {
  readonly title: string;
  readonly body: Piece;
  readonly shop?: ShopWorld;
  /** Which tab one is on. */
  readonly tab?: "home" | "orders" | "customers" | "checkout" | "settings" | "mailbox";
  /** A file under /assets/ the page is nicer with. */
  readonly script?: string;
  readonly status?: number;
}

const sheets = ["frame", "sheets", "rows", "forms", "mailbox"];

/** Every page says at its top that it is not Shopify. */
export function page(content: PageContent): Response {
  const { shop, title } = content;
  return show(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${shop ? `${shop.shop.name} · ` : ""}Shopify stand-in</title>
${sheets.map((sheet) => html`<link rel="stylesheet" href="/assets/${sheet}.css">`)}
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${content.script && html`<script src="/assets/${content.script}" defer></script>`}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<aside class="strip" aria-label="What this is"><a class="stamp" href="/">Shopify stand-in</a><span class="claim">A scale model on this machine: not Shopify, and no real money moves.</span>${shop && html`<a class="post" href="/mailbox">Mailbox</a>`}</aside>
${shop ? shopBar(shop, content.tab) : bar(content.tab)}
<main id="main">
${content.body}
</main>
</body>
</html>`,
    content.status,
  );
}

function shopBar(shop: ShopWorld, tab: PageContent["tab"]): Html {
  const { handle, name } = shop.shop;
  const home = `/store/${encodeURIComponent(handle)}`;
  return html`<header class="bar"><div>
<a class="shop-name" href="${home}"><span class="initial" aria-hidden="true">${[...name][0]}</span>${name}</a>
<nav class="tabs" aria-label="${name}">
${tabLink(home, "Home", tab === "home")}
${tabLink(`${home}/orders`, "Orders", tab === "orders")}
${tabLink(`${home}/customers`, "Customers", tab === "customers")}
${tabLink(`${home}/checkout`, "Checkout", tab === "checkout")}
${tabLink(`${home}/settings/customer_accounts`, "Settings", tab === "settings")}
</nav>
</div></header>`;
}

function bar(tab: PageContent["tab"]): Html {
  return html`<header class="bar"><div>
<a class="shop-name" href="/"><span class="initial" aria-hidden="true">S</span>Stand-in</a>
<nav class="tabs short" aria-label="Stand-in">
${tabLink("/", "Shops", tab === "home")}
${tabLink("/mailbox", "Mailbox", tab === "mailbox")}
</nav>
</div></header>`;
}

function tabLink(href: string, text: string, current: boolean): Html {
  return html`<a href="${href}"${current && html` aria-current="page"`}>${text}</a>`;
}

/** An address that leads nowhere, said in words. */
export function nothingHere(what: string, shop?: ShopWorld): Response {
  return page({
    title: "Nothing here",
    status: 404,
    ...(shop && { shop }),
    body: html`<h1>${what}</h1><p class="soft">The address may be old, or the stand-in was reset since. <a href="${shop ? `/store/${shop.shop.handle}` : "/"}">Go back to the start</a>.</p>`,
  });
}
