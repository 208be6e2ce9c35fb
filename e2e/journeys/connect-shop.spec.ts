import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectPage } from "../world/accessibility.ts";
import { Customer } from "../world/customer.ts";
import { at } from "../world/env.ts";
import { Merchant } from "../world/merchant.ts";
import { installKept, openNewShop, uninstallKept } from "../world/new-shop.ts";
import { makeReturn } from "../world/staff.ts";
import { creditsOf } from "../world/stand-in.ts";

const creditScope = "write_store_credit_account_transactions";

test("S15 S16 a merchant installs Kept from nothing, and the first credit is issued", async ({
  page,
  browser,
}) => {
  test.slow();
  const shop = await openNewShop();
  const place = await installKept(page, shop, { look: () => expectPage(page, "/connect") });
  await expect(page.getByText("Shopify granted the permissions")).toBeVisible();

  const customer = new Customer(await (await browser.newContext()).newPage(), place);
  await customer.findOrder(shop.order, shop.customer);
  await customer.chooseFirstItem();
  await customer.chooseStoreCredit();
  const { number } = await customer.send();
  const merchant = new Merchant(page, place);
  await merchant.openReturn(number);
  await merchant.approve();
  await merchant.issueButton().click();
  await expectIssued(page);
  expect(await creditsOf(place, shop.customer)).toHaveLength(2);

  await page.goto(`${at.dashboard}/${shop.handle}/settings/audit`);
  await expect(page.getByText("The log is whole")).toBeVisible();
  await expect(page.getByRole("row", { name: /Nia New/ }).first()).toBeVisible();
  await expectAccessible(page);
});

test("S16 S17 a refused permission is told when issuing, one click asks for it, and the waiting credit goes out", async ({
  page,
}) => {
  test.slow();
  const shop = await openNewShop();
  const place = await installKept(page, shop, { without: [creditScope] });
  await expect(page.getByText("2 missing")).toBeVisible(); // and with it the reading it contains
  const number = await makeReturn(page, place, shop.order, { approve: true });
  const theReturn = page.url();
  const merchant = new Merchant(page, place);
  await merchant.issueButton().click();
  await expect(page.getByText(/waits.*once the permission is granted/i).first()).toBeVisible();
  expect(await creditsOf(place, shop.customer)).toHaveLength(0);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Grant in Shopify" }).click();
  await page.getByRole("button", { name: "Install app" }).click();
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(new URL(theReturn).pathname);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/store credit issued/i).first()).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 150_000 });
  expect(await creditsOf(place, shop.customer)).toHaveLength(2);
});

test("S17 Kept is uninstalled and says so before and when issuing; one click connects it again, and the credit goes out", async ({
  page,
}) => {
  test.slow();
  const shop = await openNewShop();
  const place = await installKept(page, shop);
  await makeReturn(page, place, shop.order, { approve: true });
  const theReturn = page.url();
  await uninstallKept(shop);
  await expect(async () => {
    await page.goto(`${at.dashboard}/${shop.handle}`);
    await expect(page.getByText(/not installed in this shop any more/)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await page.goto(theReturn);
  await new Merchant(page, place).issueButton().click();
  await expect(page.getByText(/not installed in this shop any more/).first()).toBeVisible({
    timeout: 60_000,
  });
  await expectAccessible(page);
  expect(await creditsOf(place, shop.customer)).toHaveLength(0);

  await page.goto(`${at.dashboard}/${shop.handle}`);
  await page.getByRole("link", { name: /not installed in this shop any more/ }).click();
  await expect(page.getByText("Kept is not connected with this shop any more")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Connect again" }).click();
  await page.getByRole("button", { name: "Install app" }).click();
  await expect(page.getByText("Shopify granted the permissions")).toBeVisible();
  await page.goto(theReturn);
  await new Merchant(page, place).issueButton().click();
  await expectIssued(page);
  expect(await creditsOf(place, shop.customer)).toHaveLength(2);
});

async function expectIssued(page: Page): Promise<void> {
  await expect(page.getByText(/store credit issued/i).first()).toBeVisible({ timeout: 60_000 });
}
