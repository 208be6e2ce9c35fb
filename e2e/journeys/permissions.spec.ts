import { expect, type Page, test } from "@playwright/test";
import { at } from "../world/env.ts";
import { signInAs } from "../world/staff.ts";

const creditScope = "write_store_credit_account_transactions";

test("S16 S17 a missing permission is told on Home and in Settings, and one click grants it", async ({
  page,
}) => {
  await signInAs(page, /Nora Wind/);
  await forget(creditScope);
  await page.goto(`${at.dashboard}/tide/settings/shopify`);
  await askShopify(page);
  await page.locator(`input[value=${creditScope}]`).uncheck();
  await page.getByRole("button", { name: "Install app" }).click();
  await expect(page.getByText("2 missing")).toBeVisible();
  await expect(page.getByText(creditScope)).toBeVisible(); // and with it the reading it contains

  await page.goto(`${at.dashboard}/tide`);
  await page.getByRole("link", { name: /Shopify has not granted every permission/ }).click();
  await page.getByRole("button", { name: "Grant in Shopify" }).click();
  await page.getByRole("button", { name: "Install app" }).click();
  await expect(page.getByText("Shopify granted the permissions")).toBeVisible();
  await expect(page.getByText("All granted")).toBeVisible();
  await page.goto(`${at.dashboard}/tide`);
  await expect(page.getByText("Nothing needs you")).toBeVisible();
});

/** The form behind “Grant in Shopify”, also while nothing is missing: Shopify asks again, and less may be granted. */
async function askShopify(page: Page): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = `${location.pathname}/grant`;
    document.body.append(form);
    form.submit();
  });
  await expect(page.getByRole("button", { name: "Install app" })).toBeVisible();
}

/** Shopify's own record of what was granted loses one: only then does its consent page ask again. */
async function forget(scope: string): Promise<void> {
  const known = await fetch(`${at.sandbox}/control/installations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ shop: "tide.myshopify.com", scopes: ["read_orders"] }),
  });
  if (!known.ok) throw new Error(`The stand-in did not take ${scope} away: ${known.status}`);
}
