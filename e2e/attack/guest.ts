import { newestCode } from "../world/codes.ts";
import { at } from "../world/env.ts";
import { placeOrder } from "../world/orders.ts";
import type { Shop } from "../world/shops.ts";
import { type Form, Walker } from "../world/walker.ts";

/** A customer in the middle of their return: what their browser holds, and what stands in their addresses. */
export interface Guest {
  readonly shop: Shop;
  readonly order: string;
  readonly email: string;
  readonly walker: Walker;
  /** The draft's address: `/bloom/return/KEY`. */
  readonly draft: string;
  readonly key: string;
  /** `kept_draft=…`, as the browser would send it. */
  readonly pass: string;
  readonly item: string;
  readonly form: Form;
}

/** Somebody new in a shop, who proved whose order it is. */
export async function guestAt(shop: Shop, address = "192.0.2.1"): Promise<Guest> {
  const email = `guest-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const order = await placeOrder(shop, {
    email,
    lines: [{ title: "Linen shirt", price: "2000", quantity: 2 }],
  });
  return guestOf(shop, { order, email }, address);
}

/** Whoever placed this order, who proved that it is theirs with the code that came for it. */
export async function guestOf(
  shop: Shop,
  { order, email }: { order: string; email: string },
  address: string,
  codeOf = newestCode,
): Promise<Guest> {
  const walker = new Walker(at.portal, { "x-forwarded-for": address });
  await walker.go(`/${shop.handle}?lang=en`);
  await walker.send('name="order"', { order, contact: email });
  await walker.send('name="code"', { code: await codeOf(order, email) });
  // A shop that was asked too much says to try again in a minute.
  for (let tries = 0; tries < 60 && !walker.page.includes("data-chosen"); tries += 1) {
    await new Promise((later) => setTimeout(later, 1000));
    await walker.go(walker.url.pathname);
  }
  const draft = walker.url.pathname.replace(/\/items$/, "");
  const form = walker.forms().find(({ html }) => html.includes("data-chosen"));
  const item = /name="chosen\.([^"]+)"/.exec(walker.page)?.[1];
  if (!form || !item) throw new Error(`No items at ${walker.url.href}: ${walker.text().slice(0, 200)}`);
  const pass = walker.cookiesFor(walker.url).match(/kept_draft=[^;]+/)?.[0] ?? "";
  return { shop, order, email, walker, draft, key: draft.split("/").at(-1) ?? "", pass, item, form };
}

/** Chooses the item and store credit: the guest stands before the last button. */
export async function readyToSend(guest: Guest): Promise<Guest> {
  const { walker, item } = guest;
  await walker.send("data-chosen", {
    [`chosen.${item}`]: "on",
    [`quantity.${item}`]: "1",
    [`reason.${item}`]: "too_small",
    [`note.${item}`]: "",
  });
  await walker.send('value="store_credit"', { resolution: "store_credit" });
  return guest;
}

/** Goes on to the end; answers the path of the return's private page. */
export async function sendReturn(guest: Guest): Promise<string> {
  const { walker } = await readyToSend(guest);
  await walker.send('name="fingerprint"');
  return walker.url.pathname;
}
