import { expect, type Page } from "@playwright/test";
import { at } from "./env.ts";
import type { Shop } from "./shops.ts";

/** Signs in as the demo lets one: by one click on the person. */
export async function signInAs(page: Page, name: RegExp): Promise<void> {
  await page.goto(`${at.dashboard}/sign-in`);
  await page.getByRole("button", { name }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}

/** A return of one piece, made for a customer by the shop's staff. Answers what people call it. */
export async function makeReturn(
  page: Page,
  shop: Shop,
  order: string,
  options: { approve: boolean; resolution?: string },
): Promise<string> {
  await page.goto(`${at.dashboard}/${shop.handle}/returns/new`);
  await page.getByLabel("Order number").fill(order);
  await page.getByRole("button", { name: "Find the order" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Order ${order}` })).toBeVisible();
  await page
    .getByLabel(/^How many of/)
    .first()
    .selectOption("1");
  await page.getByRole("button", { name: "Show the amounts" }).click();
  await page.getByRole("radio", { name: options.resolution ?? "Store credit" }).check();
  await page.getByLabel("Approve it at once").setChecked(options.approve);
  await page.getByRole("button", { name: /^Create return/ }).click();
  const heading = page.getByRole("heading", { level: 1, name: /^R-\d+$/ });
  await expect(heading).toBeVisible();
  return (await heading.textContent()) ?? "";
}
