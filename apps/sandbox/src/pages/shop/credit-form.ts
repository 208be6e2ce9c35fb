import type { Customer } from "../../customers/customer.ts";
import type { StoreCreditAccount } from "../../store-credit/account.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { type Html, html } from "../html.ts";

/** What came of the last try: `done` after it worked, `refused` and the entered `values` when it did not. */
export interface CreditFormState {
  readonly done?: string | undefined;
  readonly refused?: string;
  readonly values?: URLSearchParams;
}

/** Adds or takes store credit by hand, as staff with the permission *Edit store credit* would. */
export function creditForm(
  shop: ShopWorld,
  customer: Customer,
  account: StoreCreditAccount | undefined,
  { refused, values }: CreditFormState,
): Html {
  const { handle, currency, presentmentCurrencies } = shop.shop;
  const chosen = values?.get("currency") ?? currency;
  return html`<header id="edit-credit"><h2>Edit store credit</h2></header><div class="body">
<form method="post" action="/store/${handle}/customers/${customer.id}/store-credit#edit-credit">
${refused && html`<p class="error small" role="alert" id="credit-refused">${refused}</p>`}
<div class="fields"><label>Amount <input name="amount" inputmode="decimal" required autocomplete="off" placeholder="10" value="${values?.get("amount")}"${refused && html` aria-invalid="true" aria-describedby="credit-refused"`}></label>
${
  account
    ? html`<input type="hidden" name="currency" value="${account.currency}"><input type="hidden" name="account" value="${account.id}">`
    : html`<label>Currency <select name="currency">${[currency, ...presentmentCurrencies.filter((other) => other !== currency)].map((code) => html`<option${code === chosen && html` selected`}>${code}</option>`)}</select></label>`
}</div>
<div class="fields"><label>Runs out on (credit only) <input type="date" name="expires" value="${values?.get("expires")}"></label></div>
<label>Note, for staff only <input name="note" maxlength="5000" autocomplete="off" value="${values?.get("note")}"></label>
<div class="buttons"><button name="act" value="credit">Add credit</button><button class="quiet" name="act" value="debit">Take credit</button></div>
</form></div>`;
}
