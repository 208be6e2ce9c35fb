import { at } from "./env.ts";
import type { Shop } from "./shops.ts";

export interface OrderLine {
  readonly title: string;
  readonly price: string;
  readonly quantity: number;
}

/** An order of a story's own, placed as another app would place it: paid, sent and received by its customer. */
export async function placeOrder(
  shop: Shop,
  order: { email: string; lines: readonly OrderLine[]; currency?: string },
): Promise<string> {
  const currency = order.currency ?? shop.currency;
  const money = (amount: string) => ({ shopMoney: { amount, currencyCode: currency } });
  const total = order.lines.reduce((sum, { price, quantity }) => sum + Number(price) * quantity, 0);
  const variables = {
    order: {
      currency,
      email: order.email,
      customer: { toUpsert: { email: order.email, firstName: "Ada", lastName: "Lovelace" } },
      fulfillmentStatus: "FULFILLED",
      financialStatus: "PAID",
      lineItems: order.lines.map(({ title, price, quantity }) => ({
        title,
        quantity,
        priceSet: money(price),
        requiresShipping: true,
      })),
      transactions: [
        { kind: "SALE", status: "SUCCESS", gateway: "manual", amountSet: money(total.toFixed(2)) },
      ],
    },
  };
  const query = `mutation place($order: OrderCreateOrderInput!) {
    orderCreate(order: $order) { order { name } userErrors { field message } }
  }`;
  const answer = (await ask(
    `/${shop.domain}/admin/api/2026-10/graphql.json`,
    { query, variables },
    await tokenOf(shop),
  )) as Placed;
  const name = answer.data?.orderCreate?.order?.name;
  if (!name) throw new Error(`No order was placed: ${JSON.stringify(answer)}`);
  return name;
}

interface Placed {
  readonly data?: { readonly orderCreate?: { readonly order?: { readonly name: string } | null } };
}

const tokens = new Map<string, Promise<string>>();

/** Another app's token: Kept's own may not place orders. Each process has an app of its own, or the newest would end the others' tokens. */
function tokenOf(shop: Shop): Promise<string> {
  const known = tokens.get(shop.domain) ?? install(shop);
  tokens.set(shop.domain, known);
  return known;
}

async function install(shop: Shop): Promise<string> {
  const scopes = ["write_orders", "read_orders", "write_customers", "read_customers", "read_products"];
  const app = { shop: shop.domain, scopes, appKey: `checkout-${process.pid}`, appName: "Checkout" };
  return ((await ask("/control/installations", app)) as { accessToken: string }).accessToken;
}

async function ask(path: string, body: unknown, token?: string): Promise<unknown> {
  const answer = await fetch(`${at.sandbox}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { "x-shopify-access-token": token }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`The stand-in answered ${answer.status} to ${path}: ${await answer.text()}`);
  return answer.json();
}
