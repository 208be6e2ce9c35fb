import { expect, type Page, test } from "@playwright/test";
import { expectUsable } from "../world/accessibility.ts";
import { newestCode } from "../world/codes.ts";
import { at } from "../world/env.ts";
import { placeOrder } from "../world/orders.ts";
import { bloom, fjord, kumo } from "../world/shops.ts";
import { WordlessCustomer } from "../world/wordless-customer.ts";

const readers = [
  { language: "en", direction: "ltr", width: 1440, script: true, shop: fjord },
  { language: "de", direction: "ltr", width: 390, script: true, shop: fjord },
  { language: "ja", direction: "ltr", width: 390, script: true, shop: kumo },
  { language: "ar", direction: "rtl", width: 1440, script: true, shop: kumo },
  { language: "ja", direction: "ltr", width: 1440, script: false, shop: kumo },
] as const;

for (const { language, direction, width, script, shop } of readers)
  test.describe(`${language}, ${width} px, ${script ? "with" : "without"} JavaScript`, () => {
    test.use({
      javaScriptEnabled: script,
      viewport: { width, height: 844 },
      colorScheme: width === 390 ? "light" : "dark",
    });

    test("a customer signs in with their account at the shop and takes one of their own orders", async ({
      page,
    }) => {
      const email = `account-${crypto.randomUUID().slice(0, 8)}@example.com`;
      const lines = [{ title: "Linen shirt", price: "2000", quantity: 1 }];
      await placeOrder(shop, { email, lines });
      await placeOrder(shop, { email, lines });
      const customer = new WordlessCustomer(page, shop);
      await customer.open(language);
      await page.locator("a[href$='/sign-in']").click();
      await page.locator("[name=email]").fill(email);
      await page.getByRole("button", { name: "Continue" }).click();
      await page.waitForURL(`${at.portal}/${shop.handle}/orders`);
      const orders = page.locator("form:has([name=order])");
      await expect(orders).toHaveCount(2);
      await expectUsable(page, { language, direction, script });
      await orders.first().locator("button").click();
      await expect(customer.item()).toBeVisible();
    });
  });

test("with the keyboard alone a customer gets from the order number to the return, and always sees where they are", async ({
  page,
}) => {
  const email = `keys-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const order = await placeOrder(bloom, {
    email,
    lines: [{ title: "Linen shirt", price: "20.00", quantity: 2 }],
  });
  const customer = new WordlessCustomer(page, bloom);
  const { keyboard } = page;
  await customer.open("en");
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await keyboard.press("Enter");
  await tabTo(page, "[name=order]");
  await keyboard.type(order);
  await tabTo(page, "[name=contact]");
  await keyboard.type(email);
  await keyboard.press("Enter");
  await page.waitForURL(/\/code/);
  await tabTo(page, "[name=code]");
  await keyboard.type(await newestCode(order, email));
  await keyboard.press("Enter");
  await page.waitForURL(/\/items/);
  await tabTo(page, "[data-chosen]");
  if (!(await customer.item().getByRole("checkbox").isChecked())) await keyboard.press("Space");
  await tabTo(page, "select[name^='quantity.']");
  await keyboard.press("2");
  await tabTo(page, "select[name^='reason.']");
  await keyboard.type("Too l");
  await expect(page.locator("select[name^='reason.']")).toHaveValue("too_large");
  await tabTo(page, "form[data-items] > button");
  await keyboard.press("Enter");
  await page.waitForURL(/\/refund/);
  await tabTo(page, "button[value=store_credit]");
  await keyboard.press("Enter");
  await page.waitForURL(/\/review/);
  await tabTo(page, "form:has([name=fingerprint]) button");
  await expect(customer.sendButton).toHaveText("Send return · $44.00 store credit");
  await keyboard.press("Enter");
  await page.waitForURL(/\/r\/[\w-]{22}/);
  await expect(customer.heading).toHaveText("We have your return");
});

/** Goes on with Tab until there; everything on the way shows that it has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const focused = await page.evaluate((wanted) => {
      const element = document.activeElement;
      if (!element || element === document.body) return { there: false, seen: true, name: "" };
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const seen = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
      return { there: element.matches(wanted), seen, name: element.outerHTML.slice(0, 120) };
    }, selector);
    expect.soft(focused.seen, focused.name).toBe(true);
    if (focused.there) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}
