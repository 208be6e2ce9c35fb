import type { Order, OrderLine } from "../../orders/order.ts";
import { fulfilledQuantity } from "../../orders/status.ts";
import { discountedTotal, originalTotal, refundedQuantity } from "../../orders/totals.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { type Html, html } from "../html.ts";
import { money } from "../words.ts";

export function orderLines(shop: ShopWorld, order: Order): Html {
  return html`<section class="sheet"><header><h2>Items</h2></header><div class="list"><ul class="rows">${order.lines.map(
    (line) => html`<li class="row product">${picture(shop, line)}
<div class="what"><b>${line.title}</b><span class="soft small">${[line.variantTitle, line.sku].filter(Boolean).join(" · ")}</span>
<span class="soft small">${line.quantity} × ${money(line.unitPrice, order.presentmentCurrency)}</span>
${line.discounts.map(({ title, amount }) => html`<span class="soft small">${title} −${money(amount, order.presentmentCurrency)}</span>`)}
<span class="pills">${fates(order, line)}</span></div>
<div class="end">${money(discountedTotal(line), order.presentmentCurrency)}${
      originalTotal(line) !== discountedTotal(line) &&
      html`<br><s class="soft small">${money(originalTotal(line), order.presentmentCurrency)}</s>`
    }</div></li>`,
  )}</ul></div></section>`;
}

export function picture(shop: ShopWorld, line: Pick<OrderLine, "productId">): Html {
  const product = shop.products.get(line.productId);
  if (!product?.picture) return html`<span class="initial" aria-hidden="true">·</span>`;
  return html`<img src="/cdn/${shop.shop.handle}/${product.picture}" alt="" width="56" height="56" loading="lazy">`;
}

function fates(order: Order, line: OrderLine): Html[] {
  const sent = fulfilledQuantity(order, line);
  const back = refundedQuantity(order, line.id);
  return [
    ...(sent > 0 && sent < line.quantity
      ? [html`<span class="pill warn">${sent} of ${line.quantity} sent</span>`]
      : []),
    ...(sent === 0 && !order.cancelledAt ? [html`<span class="pill warn">Not sent</span>`] : []),
    ...(back > 0 ? [html`<span class="pill">${back} refunded</span>`] : []),
    ...(line.giftCard ? [html`<span class="pill">Gift card</span>`] : []),
  ];
}
