import { expect, test } from "@playwright/test";
import { Customer } from "../world/customer.ts";
import { at } from "../world/env.ts";
import { connectedShop } from "../world/new-shop.ts";

test("what the merchant writes about store credit is what the customer reads, once it is saved", async ({
  page,
  browser,
}) => {
  const shop = await connectedShop(page);
  await page.goto(`${at.dashboard}/${shop.handle}/settings/resolutions`);
  const words = `Spend it whenever you like. ${crypto.randomUUID()}`;
  const description = page.getByLabel(/^Description/);
  const save = page.getByRole("button", { name: "Save", exact: true });

  await description.fill("x".repeat(501));
  await save.click();
  await expect(page.getByRole("status").getByText("Correct what is marked above")).toBeVisible();
  await expect(description).toHaveAttribute("aria-invalid", "true");

  await description.fill(words);
  await save.click();
  await expect(page.getByText("Everything is saved.")).toBeVisible();

  const customer = new Customer(await (await browser.newContext()).newPage(), shop);
  await customer.findOrder(shop.order, shop.customer);
  await customer.chooseFirstItem();
  await expect(customer.page.getByText(words)).toBeVisible();
});
