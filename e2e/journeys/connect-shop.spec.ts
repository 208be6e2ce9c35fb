import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../world/accessibility.ts";
import { Customer } from "../world/customer.ts";
import { at } from "../world/env.ts";
import { Merchant } from "../world/merchant.ts";
import { openedByShopify, openNewShop } from "../world/new-shop.ts";
import { creditsOf, letters } from "../world/stand-in.ts";

test("a merchant installs Kept from nothing, and the first credit is issued", async ({ page, browser }) => {
  test.slow();
  const shop = await openNewShop();
  const owner = `nia@${shop.handle}.example`;

  await page.goto(openedByShopify(shop.domain));
  await page.getByRole("button", { name: "Install app" }).click();
  await expect(page.getByRole("heading", { name: `Connect ${shop.domain}` })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Your name").fill("Nia New");
  await page.getByLabel("Company").fill("Newcomer");
  await page.getByLabel("Work e-mail").fill(owner);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mailbox" })).toBeVisible();
  await page.goto(await linkTo(owner));
  await page.getByRole("button", { name: "Connect to Newcomer" }).click();
  await expect(page).toHaveURL(new RegExp(`/${shop.handle}/settings/shopify`));
  await expect(page.getByText("Shopify granted the permissions")).toBeVisible();

  const place = { handle: shop.handle, domain: shop.domain, currency: "USD", owner };
  const number = await returnOf(
    await (await browser.newContext()).newPage(),
    place,
    shop.order,
    shop.customer,
  );
  const merchant = new Merchant(page, place);
  await merchant.openReturn(number);
  await merchant.approve();
  await merchant.issueButton().click();
  await expect(page.getByText(/store credit issued/i).first()).toBeVisible({ timeout: 60_000 });
  expect(await creditsOf(place, shop.customer)).toHaveLength(2);

  await page.goto(`${at.dashboard}/${shop.handle}/settings/audit`);
  await expect(page.getByText("The log is whole")).toBeVisible();
  await expect(page.getByRole("row", { name: /Nia New/ }).first()).toBeVisible();
  await expectAccessible(page);
});

async function linkTo(email: string): Promise<string> {
  const find = async () =>
    /https?:\/\/\S+\/api\/auth\/callback\/\S+/.exec((await letters(email)).at(-1)?.text ?? "")?.[0];
  await expect.poll(find, { message: `a sign-in letter to ${email}` }).toBeDefined();
  return (await find()) ?? "";
}

async function returnOf(
  page: Page,
  shop: ConstructorParameters<typeof Customer>[1],
  order: string,
  email: string,
) {
  const customer = new Customer(page, shop);
  await customer.findOrder(order, email);
  await customer.chooseFirstItem();
  await customer.chooseStoreCredit();
  return (await customer.send()).number;
}
