import { expect, type Page } from "@playwright/test";
import { linkTo } from "./letter-link.ts";
import { openedByShopify, openNewShop } from "./new-shop.ts";
import type { Shop } from "./shops.ts";

/** A shop that was just connected, by somebody who was never here before: signed in on this page, with nothing done yet. */
export interface Newcomer extends Shop {
  readonly order: string;
  readonly customer: string;
}

export async function connectNewShop(page: Page): Promise<Newcomer> {
  const { handle, domain, order, customer } = await openNewShop();
  const owner = `nia@${handle}.example`;
  await page.goto(openedByShopify(domain));
  await page.getByRole("button", { name: "Install app" }).click();
  await expect(page.getByRole("heading", { name: `Connect ${domain}` })).toBeVisible();
  await page.getByLabel("Your name").fill("Nia New");
  await page.getByLabel("Company").fill("Newcomer");
  await page.getByLabel("Work e-mail").fill(owner);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await page.goto(await linkTo(owner, "/api/auth/callback/"));
  await page.getByRole("button", { name: "Connect to Newcomer" }).click();
  await expect(page).toHaveURL(new RegExp(`/${handle}/settings/shopify`));
  return { handle, domain, currency: "USD", owner, order, customer };
}
