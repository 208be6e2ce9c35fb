import { expect, test } from "@playwright/test";
import { expectPage } from "../world/accessibility.ts";
import { at } from "../world/env.ts";
import { connectedShop } from "../world/new-shop.ts";
import { placeOrder } from "../world/orders.ts";
import { bloom } from "../world/shops.ts";
import { makeReturn, signInAs } from "../world/staff.ts";
import { creditsOf, refundByHand } from "../world/stand-in.ts";

test("what would pass a limit is held for a person; once an owner raised it, it is sent with a reason, and paid once", async ({
  page,
}) => {
  test.slow();
  const shop = await connectedShop(page);
  await page.goto(`${at.dashboard}/${shop.handle}/settings/limits`);
  await page.getByLabel("One return").first().fill("20.00");
  await page.getByRole("button", { name: "Save limits" }).click();
  await expect(page.getByText("Saved. In force from now on.")).toBeVisible();
  await expect(page.getByLabel("One return").first()).toHaveValue("20.00");

  await makeReturn(page, shop, shop.order, { approve: true });
  await page.getByRole("button", { name: "Issue $22.00" }).click();
  await expect(page.getByText("It is above your limit for one return.").first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText("Nothing was sent, and nothing is until you decide.")).toBeVisible();
  await expectPage(page, "/[shop]/returns/[number]");
  const address = page.url();
  await page.goto(`${at.dashboard}/${shop.handle}`);
  await page.getByRole("link", { name: /One payment needs a second look/ }).click();
  await expect(page.getByRole("link", { name: /^R-/ })).toHaveCount(1);

  await page.goto(`${at.dashboard}/${shop.handle}/settings/limits`);
  await page.getByLabel("One return").first().fill("50.00");
  await page.getByRole("button", { name: "Save limits" }).click();
  await expect(page.getByText("Saved. In force from now on.")).toBeVisible();

  await page.goto(address);
  await page.getByRole("button", { name: "Settle" }).click();
  await expect(page.getByText("Choose what happened.")).toBeVisible();
  await page.getByRole("radio", { name: /Send it now/ }).check();
  await page.getByRole("button", { name: /^Send \$/ }).click();
  await expect(page.getByText(/Say why/)).toBeVisible();
  await expect(page.getByRole("radio", { name: /Send it now/ })).toBeChecked();
  await page.getByLabel("Why").fill("She is a customer of ten years.");
  await page.getByRole("button", { name: /^Send \$/ }).click();
  await expect(page.getByText(/of store credit issued/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("She is a customer of ten years.")).toBeVisible();
  expect(await creditsOf(shop, shop.customer)).toHaveLength(2);
});

test("where Shopify would refund another sum nothing is approved: both stand side by side, and a person goes on knowingly", async ({
  page,
}) => {
  const email = `figure-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const lines = [{ title: "Linen shirt", price: "30.00", quantity: 2 }];
  const order = await placeOrder(bloom, { email, lines });
  await signInAs(page, /Olivia Bloom/);
  await makeReturn(page, bloom, order, { approve: false });
  await refundByHand(bloom, order, "45.00");
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText("Shopify would refund another amount for these items")).toBeVisible({
    timeout: 60_000,
  });
  const sums = page.locator("dl").filter({ hasText: "Promised by Kept" });
  await expect(sums.getByRole("definition")).toHaveText(["$30.00", "$15.00"]);
  await expect(page.getByText("Ours $30.00, Shopify's $15.00.")).toBeVisible();
  await expectPage(page, "/[shop]/returns/[number]");
  await page.getByRole("button", { name: "Approve all the same" }).click();
  await expect(page.getByRole("button", { name: "Approve all the same" })).toHaveCount(0);
  await expect(page.getByText("To issue", { exact: true })).toBeVisible();
});
