import type { ShopWorld } from "../../world/shop-world.ts";
import { page } from "../frame.ts";
import { html } from "../html.ts";

/** /store/{handle}/settings/customer_accounts: the two switches Kept depends on. */
export function settings(shop: ShopWorld, done?: string): Response {
  const { storeCreditEnabled, customerAccountsVersion, handle, name } = shop.shop;
  const version = (value: string, title: string, text: string) =>
    html`<label class="check"><input type="radio" name="version" value="${value}"${value === customerAccountsVersion && html` checked`}><span><b>${title}</b><br><span class="soft">${text}</span></span></label>`;
  return page({
    title: "Customer accounts",
    tab: "settings",
    shop,
    body: html`
<div class="title"><h1>Customer accounts</h1><p class="sub">How customers of ${name} sign in, and whether they can spend store credit</p></div>
${done && html`<p class="note good" role="status">${done}</p>`}
<form method="post" action="/store/${handle}/settings/customer_accounts" class="narrow">
<section class="sheet"><header><h2>Store credit</h2>${storeCreditEnabled ? html`<span class="pill good">On</span>` : html`<span class="pill warn">Off</span>`}</header><div class="body">
<label class="check"><input type="checkbox" role="switch" name="storeCredit" value="on"${storeCreditEnabled && html` checked`}><span><b>Let customers use store credit</b><br><span class="soft">When this is off, credit can be held but not spent at checkout.</span></span></label></div></section>
<section class="sheet"><header><h2>Accounts version</h2></header><div class="body">
${version("NEW_CUSTOMER_ACCOUNTS", "New customer accounts", "Sign in with a code by e-mail. Needed to spend store credit.")}
${version("CLASSIC", "Classic customer accounts", "Sign in with a password. Store credit shows only to those who open the new accounts’ address.")}</div></section>
<div class="buttons"><button>Save</button></div>
</form>`,
  });
}
