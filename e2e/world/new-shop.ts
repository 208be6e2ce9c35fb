import { createHmac } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { at } from "./env.ts";
import { linkTo } from "./letter-link.ts";
import type { Shop } from "./shops.ts";

/** A store that has never heard of Kept, with an order by Ada that was delivered. Loaded into the stand-in, nowhere else. */
export interface NewShop {
  readonly handle: string;
  readonly domain: string;
  readonly currency: string;
  readonly order: string;
  readonly customer: string;
}

/** What Ada's two shirts cost each, where a story needs another currency than dollars. */
const price = { USD: "20.00", JPY: "3000" };

export async function openNewShop(currency: keyof typeof price = "USD"): Promise<NewShop> {
  const handle = `new-${crypto.randomUUID().slice(0, 8)}`;
  const domain = `${handle}.myshopify.com`;
  const customer = `ada@${handle}.example`;
  await control("POST", "shops", {
    domain,
    name: "Newcomer",
    currency,
    plan: "enterprise",
    timezone: "America/New_York",
    customers: [{ ref: "ada", email: customer, firstName: "Ada", lastName: "Lovelace" }],
    orders: [
      {
        name: "#1001",
        customer: "ada",
        email: customer,
        createdAt: "-9d",
        lines: [{ title: "Linen shirt", unitPrice: price[currency], quantity: 2 }],
        fulfillments: [{ at: "-8d", deliveredAt: "-6d" }],
      },
    ],
  });
  const topics = [
    "app/uninstalled",
    "app/scopes_update",
    "returns/approve",
    "refunds/create",
    "customer_account_settings/update",
  ];
  await control("POST", "webhooks", { shop: domain, topics, address: `${at.dashboard}/shopify/webhooks` });
  return { handle, domain, currency, order: "#1001", customer };
}

/**
 * Installs Kept from Shopify's own page and founds the organization the shop belongs to, as its merchant does; `without`
 * permissions that are refused there, `look` at the page that asks whose it is. Ends in the dashboard, signed in.
 */
export async function installKept(
  page: Page,
  { handle, domain, currency }: NewShop,
  { without = [], look }: { without?: readonly string[]; look?: () => Promise<void> } = {},
): Promise<Shop> {
  const owner = `nia@${handle}.example`;
  await page.goto(openedByShopify(domain));
  for (const scope of without) await page.locator(`input[value=${scope}]`).uncheck();
  await page.getByRole("button", { name: "Install app" }).click();
  await expect(page.getByRole("heading", { name: `Connect ${domain}` })).toBeVisible();
  await look?.();
  await page.getByLabel("Your name").fill("Nia New");
  await page.getByLabel("Company").fill("Newcomer");
  await page.getByLabel("Work e-mail").fill(owner);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mailbox" })).toBeVisible();
  await page.goto(await linkTo(owner, "/api/auth/callback/"));
  await page.getByRole("button", { name: "Connect to Newcomer" }).click();
  await expect(page).toHaveURL(new RegExp(`/${handle}/settings/shopify`));
  return { handle, domain, currency, owner };
}

/** What a click on “Uninstall” in Shopify's admin does. */
export async function uninstallKept({ domain }: NewShop): Promise<void> {
  await control("DELETE", `installations?${new URLSearchParams({ shop: domain })}`);
}

/** The address with which Shopify opens the app from the App Store or the admin: signed, for a moment. */
function openedByShopify(shop: string): string {
  const query = new URLSearchParams({ shop, timestamp: String(Math.floor(Date.now() / 1000)) });
  query.sort();
  query.set("hmac", createHmac("sha256", "shpss_kept_local").update(query.toString()).digest("hex"));
  return `${at.dashboard}/shopify?${query}`;
}

/**
 * A shop of a story's own, with Kept: its owner is signed in on this page. Whoever changes how a shop works has one, as
 * other stories read at the same time what the demo's shops say and promise.
 */
export async function connectedShop(
  page: Page,
  currency?: keyof typeof price,
): Promise<Shop & Pick<NewShop, "order" | "customer">> {
  const shop = await openNewShop(currency);
  const connected = await installKept(page, shop);
  await expect(page.getByText("Shopify granted the permissions")).toBeVisible();
  return { ...shop, ...connected };
}

async function control(method: string, path: string, body?: object): Promise<void> {
  const answer = await fetch(`${at.sandbox}/control/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  if (!answer.ok)
    throw new Error(`The stand-in answered ${answer.status} to ${path}: ${await answer.text()}`);
}
