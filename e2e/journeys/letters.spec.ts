import { expect, test } from "@playwright/test";
import { Customer } from "../world/customer.ts";
import { at } from "../world/env.ts";
import { Merchant } from "../world/merchant.ts";
import { connectedShop } from "../world/new-shop.ts";
import { letters } from "../world/stand-in.ts";

test("S34, S35: an e-mail in the shop's own words is tried on oneself, saved, and is what the next customer gets", async ({
  page,
  browser,
}) => {
  const shop = await connectedShop(page);
  const merchant = new Merchant(page, shop);
  const settings = `${at.dashboard}/${shop.handle}/settings`;
  await page.goto(`${settings}/emails`);
  await page.getByRole("link", { name: /Return received/ }).click();
  await page.getByLabel("Language of the words").selectOption("en");
  const subject = page.getByLabel("Subject");
  const visit = crypto.randomUUID().slice(0, 8);

  await subject.fill("Parcel {{total}}");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(subject).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("nothing to put in for {{total}}")).toBeVisible();

  await subject.fill(`${visit} we have `);
  await page.getByRole("button", { name: "Order number" }).click();
  await expect(subject).toHaveValue(`${visit} we have {{order}}`);
  await expect(page.getByLabel("Preview").getByText(`${visit} we have #1001`)).toBeVisible();
  await page.getByRole("button", { name: "Send a test to me" }).click();
  await expect(page.getByText(`Sent to ${shop.owner}.`)).toBeVisible();
  expect(await letters(shop.owner, `${visit} we have #1001`)).toHaveLength(1);

  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  const customer = new Customer(await (await browser.newContext()).newPage(), shop);
  await customer.findOrder(shop.order, shop.customer);
  await customer.chooseFirstItem();
  await customer.chooseStoreCredit();
  const { number } = await customer.send();
  await expect.poll(async () => (await letters(shop.customer, `${visit} we have #1001`)).length).toBe(1);

  await expect(async () => {
    await merchant.openReturn(number);
    const delivered = page.getByText("delivered the e-mail “Return received”");
    await expect(delivered).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });

  await page.goto(`${settings}/emails/return_received`);
  await page.getByRole("button", { name: "Restore default" }).click();
  await expect(page.getByText("Version 2 · in force")).toBeVisible();
  await expect(page.getByText("Switched on, Kept's words")).toBeVisible();
});

test("the portal wears what the shop chose, in a color that can be read, and says its words", async ({
  page,
  browser,
}) => {
  const { handle } = await connectedShop(page);
  await page.goto(`${at.dashboard}/${handle}/settings/branding`);
  const color = page.getByLabel("Color", { exact: true });
  const before = await color.inputValue();
  await color.fill("yellowish");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(color).toHaveAttribute("aria-invalid", "true");

  await color.fill("#ffe14d");
  await expect(page.getByText(/Words by day use #[0-9a-f]{6}/)).toBeVisible();
  await page.getByLabel("Language of the words").selectOption("en");
  const banner = `Returns are free until Sunday ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel("Line across the top").fill(banner);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Everything is saved.")).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${at.portal}/${handle}?lang=en`);
  await expect(visitor.getByText(banner)).toBeVisible();

  await color.fill(before);
  await page.getByLabel("Line across the top").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Everything is saved.")).toBeVisible();
});
