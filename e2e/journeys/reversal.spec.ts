import { expect, test } from "@playwright/test";
import { Customer } from "../world/customer.ts";
import { Merchant } from "../world/merchant.ts";
import { bloom } from "../world/shops.ts";
import { creditsOf } from "../world/stand-in.ts";

const grace = "grace@example.com";

test("a credit is taken back as it was previewed, and its refund part goes back the way it was paid", async ({
  browser,
}) => {
  const customer = new Customer(await (await browser.newContext()).newPage(), bloom);
  await customer.findOrder("#1023", grace);
  await customer.chooseFirstItem();
  await customer.chooseStoreCredit();
  const { number } = await customer.send();

  const merchant = new Merchant(await (await browser.newContext()).newPage(), bloom);
  const { page } = merchant;
  await merchant.signIn();
  await merchant.openReturn(number);
  await merchant.approve();
  await merchant.issueButton().click();
  await expect(page.getByText(/of store credit issued/)).toBeVisible({ timeout: 60_000 });
  const given = await creditsOf(bloom, grace);

  await page.getByText("Take credit back").click();
  const figures = page.getByRole("table", { name: "What became of the credit" });
  await expect(figures.getByRole("row", { name: /Refund/ })).toContainText("$0.00");
  const act = page.getByRole("button", { name: /^Take back \$/ });
  await act.click();
  await expect(page.getByText("Say why, in a few words; it stays in the history.")).toBeVisible();
  await page.getByLabel("Why").fill("Never sent back");
  await act.click();
  const where = page.getByRole("region", { name: "Where the money is" }).or(page.locator("main"));
  await expect(where.getByText("Taken back", { exact: true }).first()).toBeVisible();
  const payBack = page.getByText(/^Pay \$.* back$/);
  await expect(payBack).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/of store credit issued, .* taken back$/)).toBeVisible();
  expect(await creditsOf(bloom, grace)).toHaveLength(given.length);

  await payBack.click();
  await page.getByLabel("Why").first().fill("Wants the money instead");
  await page.getByRole("button", { name: /^Refund \$.* to the original payment$/ }).click();
  await expect(page.getByText("Paid back", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(payBack).toBeHidden({ timeout: 60_000 });
  await expect(page.getByText(/confirmed the money back/)).toBeVisible({ timeout: 60_000 });
});
