import type { Order } from "../../orders/order.ts";
import type { Return } from "../../returns/return.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { type Html, html } from "../html.ts";
import { money, spoken, when } from "../words.ts";
import { pill } from "./order-pills.ts";

const tones: Record<string, string> = {
  REQUESTED: "blue",
  OPEN: "blue",
  CLOSED: "good",
  DECLINED: "bad",
  CANCELED: "",
};

/** Returns, and refunds that belong to none. */
export function orderReturns(shop: ShopWorld, order: Order): Html | false {
  const returns = shop.returnsOf(order.id);
  if (returns.length === 0) return false;
  return html`<section class="sheet"><header><h2>Returns</h2></header><div class="list"><ul class="rows">${returns.map(
    (
      entry,
    ) => html`<li class="row"><div class="title"><b>${entry.name}</b>${pill(spoken(entry.status), tones[entry.status] ?? "")}<span class="soft small">${when(entry.createdAt, shop.world, shop.shop.timezone)}</span></div>
<ul class="plain small">${entry.lines.filter(({ quantity }) => quantity > 0).map((line) => html`<li>${lineText(order, line)}</li>`)}</ul>
${entry.decline && html`<span class="soft small">Declined: ${spoken(entry.decline.reason)}${entry.decline.note && ` — ${entry.decline.note}`}</span>`}
${entry.shippingFee && html`<span class="soft small">Return shipping fee ${money(entry.shippingFee.amount, order.presentmentCurrency)}</span>`}</li>`,
  )}</ul></div></section>`;
}

function lineText(order: Order, line: Return["lines"][number]): Html {
  const title = order.lines.find(({ id }) => id === line.lineId)?.title ?? "Item";
  return html`${line.quantity} × ${title} <span class="soft">· ${spoken(line.reason)}${line.processedQuantity > 0 && `, ${line.processedQuantity} processed`}${line.refundedQuantity > 0 && `, ${line.refundedQuantity} refunded`}${line.customerNote && ` · “${line.customerNote}”`}</span>`;
}
