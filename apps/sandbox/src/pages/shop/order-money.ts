import type { Order, OrderTransaction } from "../../orders/order.ts";
import {
  discountedTotal,
  dutiesTotal,
  netPayment,
  orderTotal,
  originalTotal,
  received,
  refunded,
  shippingTotal,
  sum,
  taxTotal,
} from "../../orders/totals.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { type Html, html, type Piece } from "../html.ts";
import { money, spoken, when } from "../words.ts";

const gateways: Record<string, string> = {
  shopify_payments: "Card",
  gift_card: "Gift card",
  shopify_store_credit: "Store credit",
  manual: "Manual",
};

/** What was asked, what was paid, what went back. */
export function orderMoney(shop: ShopWorld, order: Order): Html {
  const show = (minor: bigint) => money(minor, order.presentmentCurrency);
  const off = sum(order.lines, (line) => originalTotal(line) - discountedTotal(line));
  const rows: Piece[] = [
    pair("Items", show(sum(order.lines, originalTotal))),
    off > 0n && pair("Discounts", html`−${show(off)}`),
    order.shippingLines.map((line) => pair(`Shipping · ${line.title}`, show(shippingTotal(line)))),
    dutiesTotal(order) > 0n && pair("Duties", show(dutiesTotal(order))),
    order.tip > 0n && pair("Tip", show(order.tip)),
    taxTotal(order) > 0n &&
      pair(
        order.taxesIncluded ? "Tax, contained in the prices" : "Tax",
        show(taxTotal(order)),
        order.taxesIncluded ? "soft" : "",
      ),
    pair("Total", show(orderTotal(order)), "total"),
    pair("Received", show(received(order))),
    refunded(order) > 0n && [
      pair("Refunded", html`−${show(refunded(order))}`),
      pair("Net payment", show(netPayment(order)), "total"),
    ],
  ];
  return html`<section class="sheet"><header><h2>Payment</h2>${otherCurrency(order)}</header><div class="body"><dl class="sum">${rows}</dl></div>
${order.transactions.length > 0 && html`<div class="list ruled"><ul class="rows">${order.transactions.map((entry) => html`<li>${transaction(shop, order, entry)}</li>`)}</ul></div>`}</section>`;
}

function pair(name: string, value: Html, tone = ""): Html {
  return html`<dt class="${tone}">${name}</dt><dd class="${tone}">${value}</dd>`;
}

function otherCurrency(order: Order): Html | false {
  if (order.presentmentCurrency === order.currency) return false;
  return html`<span class="soft small">paid in ${order.presentmentCurrency}, 1 ${order.currency} = ${order.rate} ${order.presentmentCurrency}</span>`;
}

function transaction(shop: ShopWorld, order: Order, entry: OrderTransaction): Html {
  const back = entry.kind === "REFUND";
  const refund = order.refunds.find(({ id }) => id === entry.refundId);
  return html`<div class="row two"><span>${gateways[entry.gateway] ?? entry.gateway} <span class="soft small">${spoken(entry.kind).toLowerCase()}${entry.status !== "SUCCESS" && `, ${spoken(entry.status).toLowerCase()}`}</span></span><span class="end">${back && "−"}${money(entry.amount, order.presentmentCurrency)}</span>
<span class="soft small mono">${entry.id}${refund?.note && ` · ${refund.note}`}</span><span class="soft small end">${when(entry.at, shop.world, shop.shop.timezone)}</span></div>`;
}
