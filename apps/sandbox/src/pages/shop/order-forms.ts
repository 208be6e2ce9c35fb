import type { Order, OrderLine } from "../../orders/order.ts";
import { currentQuantity, netPayment } from "../../orders/totals.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { type Html, html } from "../html.ts";
import { moneyText } from "../words.ts";

/** What came of the last try: `done` after it worked, `refused` and the entered `values` when it did not. */
export interface OrderFormState {
  readonly done?: string | undefined;
  readonly refused?: string;
  readonly values?: URLSearchParams;
}

/** What staff could do to the order by hand. */
export function orderForms(shop: ShopWorld, order: Order, { refused, values }: OrderFormState): Html | false {
  if (order.cancelledAt) return false;
  const left = order.lines.filter((line) => currentQuantity(order, line) > 0);
  const at = `/store/${shop.shop.handle}/orders/${order.id}#by-hand`;
  const open = values?.get("act");
  const why = refused && html`<p class="error small" role="alert">${refused}</p>`;
  return html`<section class="sheet" id="by-hand" aria-label="By hand"><details${open === "refund" && html` open`}><summary>Refund by hand</summary><div class="body">${open === "refund" && why}${
    netPayment(order) > 0n
      ? refundForm(at, order, left, values)
      : html`<p class="soft small">Nothing is left to refund.</p>`
  }</div></details>
<details${open === "cancel" && html` open`}><summary>Cancel the order</summary><div class="body">${open === "cancel" && why}${
    order.fulfillments.length === 0
      ? cancelForm(at, order, values)
      : html`<p class="soft small">Something of it has been sent, so it can only be refunded.</p>`
  }</div></details></section>`;
}

function refundForm(
  at: string,
  order: Order,
  left: readonly OrderLine[],
  values: URLSearchParams | undefined,
): Html {
  const most = moneyText(netPayment(order), order.presentmentCurrency);
  return html`<form method="post" action="${at}"><input type="hidden" name="act" value="refund">
<div class="quantities">${left.map(
    (line) =>
      html`<label><span>${line.title}${line.variantTitle && ` · ${line.variantTitle}`}</span><input type="number" name="line-${line.id}" min="0" max="${currentQuantity(order, line)}" value="${values?.get(`line-${line.id}`) ?? "0"}"></label>`,
  )}</div>
${order.shippingLines.length > 0 && html`<label class="check"><input type="checkbox" name="shipping" value="full"${values?.has("shipping") && html` checked`}> Shipping too</label>`}
<label>Amount in ${order.presentmentCurrency}, if not what these are worth <input name="amount" inputmode="decimal" autocomplete="off" placeholder="at most ${most}" value="${values?.get("amount")}"></label>
${destination(order, values)}
<label>Note <input name="note" autocomplete="off" value="${values?.get("note")}"></label>
<div class="buttons"><button>Refund</button></div></form>`;
}

function cancelForm(at: string, order: Order, values: URLSearchParams | undefined): Html {
  return html`<form method="post" action="${at}"><input type="hidden" name="act" value="cancel">
<label>Why <select name="reason">${["CUSTOMER", "INVENTORY", "FRAUD", "DECLINED", "STAFF", "OTHER"].map((reason) => html`<option value="${reason}"${reason === values?.get("reason") && html` selected`}>${reason.toLowerCase()}</option>`)}</select></label>
${destination(order, values)}
<div class="buttons"><button class="danger">Cancel and refund ${moneyText(netPayment(order), order.presentmentCurrency)}</button></div></form>`;
}

function destination(order: Order, values: URLSearchParams | undefined): Html {
  return html`<label>Give it back as <select name="to"><option value="original">original payment</option>${order.customerId !== null && html`<option value="store_credit"${values?.get("to") === "store_credit" && html` selected`}>store credit</option>`}</select></label>`;
}
