import type { Order } from "../../orders/order.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { type Html, html } from "../html.ts";
import { when } from "../words.ts";

/** What happened to the order, newest first, and who did it. */
export function orderTimeline(shop: ShopWorld, order: Order): Html | false {
  if (order.timeline.length === 0) return false;
  const entries = [...order.timeline].reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return html`<section class="sheet"><header><h2>Timeline</h2></header><div class="body"><ol class="timeline">${entries.map(
    (
      entry,
    ) => html`<li><div class="head"><span>${entry.text}</span><span class="soft small">${when(entry.at, shop.world, shop.shop.timezone)}</span></div>
<span class="soft small">${entry.by}${entry.requestId && html` · <code>${entry.requestId}</code>`}</span></li>`,
  )}</ol></div></section>`;
}
