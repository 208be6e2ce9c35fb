import { expect, test } from "@playwright/test";
import { expectAccessible, reachablePages } from "../world/accessibility.ts";
import { Customer } from "../world/customer.ts";
import { at } from "../world/env.ts";
import { Merchant } from "../world/merchant.ts";
import { bloom, fjord, kumo } from "../world/shops.ts";

test("everybody can use every page of the portal", { tag: "@phone" }, async ({ page }, { project }) => {
  const story =
    project.name === "phone"
      ? { order: "#1004", email: "maya@example.com" }
      : { order: "#1003", email: "katherine@example.com" };
  const customer = new Customer(page, bloom);
  await page.goto(`${at.portal}/bloom?lang=en`);
  await expectAccessible(page);
  await customer.findOrder(story.order, story.email);
  await expectAccessible(page);
  await customer.chooseFirstItem();
  await expectAccessible(page);
  await customer.chooseStoreCredit();
  await expectAccessible(page);
  await customer.send();
  await expectAccessible(page);
});

for (const { handle } of [fjord, kumo]) {
  test(`everybody can use the first page of ${handle} in its own language and its own colour`, async ({
    page,
  }) => {
    await page.goto(`${at.portal}/${handle}`);
    await expectAccessible(page);
    await page.getByRole("button").last().click(); // nothing filled in: each field says what it needs
    await expect(page.locator("[aria-invalid=true]")).toHaveCount(2);
    await expectAccessible(page);
  });
}

test("everybody can sign in to the dashboard", { tag: "@phone" }, async ({ page }) => {
  await page.goto(at.dashboard);
  await expectAccessible(page);
});

test("everybody can use every page of the dashboard", { tag: "@phone" }, async ({ page }) => {
  test.slow();
  const merchant = new Merchant(page, bloom);
  await merchant.signIn();
  const pages = await reachablePages(page);
  expect(pages.length).toBeGreaterThan(2);
  for (const each of pages) {
    await page.goto(each);
    await expectAccessible(page);
  }
});
