import { type BrowserContext, expect, test } from "@playwright/test";
import { at } from "../world/env.ts";
import { connectedShop } from "../world/new-shop.ts";
import { placeOrder } from "../world/orders.ts";
import { bloom, type Shop } from "../world/shops.ts";
import { makeReturn } from "../world/staff.ts";
import { trouble } from "../world/stand-in.ts";
import { WordlessCustomer } from "../world/wordless-customer.ts";

/** A customer whose return of one piece is ready to be sent. */
async function readyToSend(context: BrowserContext, shop: Shop = bloom) {
  const email = `trouble-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const order = await placeOrder(shop, {
    email,
    lines: [{ title: "Linen shirt", price: "20.00", quantity: 1 }],
  });
  const customer = new WordlessCustomer(await context.newPage(), shop);
  await customer.findOrder("en", order, email);
  await customer.choose(0, "too_small");
  await customer.toRefund();
  await customer.toReview("store_credit");
  return { customer, page: customer.page, order, email };
}

for (const javaScriptEnabled of [true, false]) {
  test(`pressed twice, in two tabs and after the back button it is one return, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const { customer, page } = await readyToSend(context);
    const review = page.url();
    const tabs = [page, await context.newPage(), await context.newPage()];
    for (const tab of tabs.slice(1)) await tab.goto(review);
    await Promise.all([
      customer.sendButton.dblclick(),
      ...tabs.slice(1).map((tab) => new WordlessCustomer(tab, bloom).sendButton.click()),
    ]);
    for (const tab of tabs) await tab.waitForURL(/\/r\/[\w-]{22}$/);
    const [first, ...others] = tabs.map((tab) => tab.url());
    expect(others).toEqual([first, first]);
    await page.goBack();
    await expect(customer.heading).toHaveText("You have already sent this return");
    await page.getByRole("link", { name: "See your return" }).click();
    expect(page.url()).toBe(first);
    await context.close();
  });
}

test("when the line breaks after the shop took the return, sending again finds the one that was made", async ({
  context,
}) => {
  const { customer, page } = await readyToSend(context);
  const review = page.url();
  let made = "";
  await page.route(
    "**/review",
    async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 });
      made = answer.headers().location ?? "";
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
  await customer.sendButton.click();
  await page.waitForURL(/chrome-error/);
  expect(made).toMatch(/\/r\/[\w-]{22}$/);
  await page.goto(review);
  await page.getByRole("link", { name: "See your return" }).click();
  await expect(page).toHaveURL(new RegExp(`${made}$`));
});

test("a link that has run out, or is of another browser, says so and shows nothing", async ({ context }) => {
  const { page, order } = await readyToSend(context);
  await context.clearCookies();
  for (const address of [page.url(), page.url().replace("/review", "/items"), `${at.portal}/bloom/code`]) {
    const answer = await page.goto(address);
    expect([address, answer?.status()]).toEqual([address, 410]);
    await expect(page.getByRole("link", { name: "Find your order again" })).toBeVisible();
    await expect(page.getByText(order)).toHaveCount(0);
  }
  await page.goto(`${at.portal}/bloom?for=${"x".repeat(80)}`);
  await expect(page.locator("[name=order]")).toHaveValue("");
});

test("a changed price, a piece taken back by staff and a Shopify that does not answer: each is said, and nothing is lost or sent twice", async ({
  page: office,
  context,
}) => {
  test.slow();
  const shop = await connectedShop(office);
  const { customer, page, order } = await readyToSend(context, shop);
  await office.goto(`${at.dashboard}/${shop.handle}/settings/resolutions`);
  await office.getByRole("radio", { name: "Percent" }).check({ force: true });
  await office.getByLabel("Bonus amount").fill("20");
  await office.getByRole("button", { name: "Save", exact: true }).click();
  await expect(office.getByText("Everything is saved.")).toBeVisible();
  await customer.sendButton.click();
  await expect(
    page.getByText("The amount has changed since you last looked. It is now $24.00."),
  ).toBeVisible();
  await expect(customer.sendButton).toHaveText("Send return · $24.00 store credit");

  const mend = await trouble(shop, { kind: "drop-before", operation: "query" });
  await page.locator("[name=note]").fill("It is for my sister.");
  await customer.sendButton.click();
  await expect(page.getByText("The shop’s system is not answering")).toBeVisible({ timeout: 15_000 });
  await mend();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(customer.sendButton).toHaveText("Send return · $24.00 store credit");

  await makeReturn(office, shop, order, { approve: false });
  await customer.sendButton.click();
  await expect(
    page.getByText("Something you chose can no longer be returned. Nothing was sent."),
  ).toBeVisible();
  await expect(page.getByText("Already returned.")).toBeVisible();
});
