import { type BrowserContext, expect, test } from "@playwright/test";
import { newestCode } from "../world/codes.ts";
import { at } from "../world/env.ts";
import { connectedShop } from "../world/new-shop.ts";
import { placeOrder } from "../world/orders.ts";
import { bloom, type Shop } from "../world/shops.ts";
import { makeReturn } from "../world/staff.ts";
import { trouble } from "../world/stand-in.ts";
import { shirtPhoto, WordlessCustomer } from "../world/wordless-customer.ts";

/** A customer who ordered one piece. */
async function somebody(context: BrowserContext, shop: Shop) {
  const email = `trouble-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const order = await placeOrder(shop, {
    email,
    lines: [{ title: "Linen shirt", price: "20.00", quantity: 1 }],
  });
  const customer = new WordlessCustomer(await context.newPage(), shop);
  return { customer, page: customer.page, order, email };
}

/** A customer whose return of one piece is ready to be sent. */
async function readyToSend(context: BrowserContext, shop: Shop = bloom) {
  const found = await somebody(context, shop);
  await found.customer.findOrder("en", found.order, found.email);
  await chooseIt(found.customer);
  return found;
}

async function chooseIt(customer: WordlessCustomer) {
  await customer.choose(0, "too_small");
  await customer.toRefund();
  await customer.toReview("store_credit");
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
    await expect(page).toHaveURL(first ?? "");
    await context.close();
  });
}

test("when the line breaks after the shop took the return, what was typed stays, and sending again finds the one that was made", async ({
  context,
}) => {
  const { customer, page } = await readyToSend(context);
  const note = page.locator("[name=note]");
  await note.fill("With thanks");
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
  await expect(page.getByText("The connection broke. What you entered is still here")).toBeVisible();
  expect(made).toMatch(/\/r\/[\w-]{22}$/);
  await expect(note).toHaveValue("With thanks");
  await customer.sendButton.click();
  await expect(page).toHaveURL(new RegExp(`${made}$`));
});

test("what is written while a photo travels, or while the page looks again by itself, stays", async ({
  context,
}) => {
  const { customer, page, order, email } = await somebody(context, bloom);
  await customer.findOrder("en", order, email);
  await customer.choose(0, "damaged");
  const travels = held();
  await page.route("**/items", async (route) => {
    if (route.request().method() === "POST") await travels.until;
    await route.continue();
  });
  await customer.item().locator("input[type=file]").setInputFiles(shirtPhoto);
  await expect(page.getByText("Uploading…")).toBeVisible();
  await customer.item().locator("textarea").fill("It tore at the seam");
  await page.getByRole("button", { name: "Continue" }).click();
  travels.release();
  await expect(customer.card("store_credit")).toBeVisible();
  await page.getByRole("link", { name: "Items" }).click();
  await expect(customer.item().locator("textarea")).toHaveValue("It tore at the seam");
  await expect(customer.item().locator("[data-photos] img")).toHaveCount(1);

  await customer.item().getByRole("checkbox").press("Enter"); // goes on, and takes no photo away
  await expect(customer.card("store_credit")).toBeVisible();
  await customer.toReview("store_credit");
  const status = await customer.send();
  let looks = 0;
  await page.route(`**${status}`, async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replace("<h1", '<h1 data-refresh="1"');
    looks += 1;
    await route.fulfill({
      response: answer,
      body: looks < 3 ? text : text.replace("We have", "We now have"),
    });
  });
  await page.reload();
  await page.getByLabel("Your message").fill("Is the box");
  await expect(customer.heading).toHaveText("We now have your return");
  await expect(page.getByLabel("Your message")).toHaveValue("Is the box");
  await expect(page.getByLabel("Your message")).toBeFocused();
});

/** Something that waits until it is released. */
function held() {
  let release = () => {};
  const until = new Promise<void>((done) => {
    release = done;
  });
  return { until, release: () => release() };
}

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

test("a changed price, a Shopify that does not answer and a piece taken back by staff: each is said, and nothing is lost or sent twice", async ({
  page: office,
  context,
}) => {
  test.slow();
  const shop = await connectedShop(office);
  const { customer, page } = await readyToSend(context, shop);
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

  // What was seen before can be sent without Shopify; what was never seen cannot even be shown.
  const mend = await trouble(shop, { kind: "drop-before", operation: "order" });
  await customer.send();
  await expect(customer.heading).toHaveText("We have your return");
  const other = await somebody(context, shop);
  await other.customer.open("en");
  await other.customer.nameOrder(other.order, other.email);
  await other.page.locator("[name=code]").fill(await newestCode(other.order, other.email));
  await other.page.getByRole("button", { name: "See my order" }).click();
  await expect(other.customer.heading).toHaveText("The shop’s system is not answering");
  await mend();
  await other.page.getByRole("link", { name: "Try again" }).click();
  await chooseIt(other.customer);

  await makeReturn(office, shop, other.order, { approve: false });
  await other.customer.sendButton.click();
  await expect(
    other.page.getByText("Something you chose can no longer be returned. Nothing was sent."),
  ).toBeVisible();
  await expect(other.page.getByText("Already returned.")).toBeVisible();
});
