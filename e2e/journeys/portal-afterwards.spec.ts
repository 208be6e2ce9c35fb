import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectUsable } from "../world/accessibility.ts";
import { amountsWritten } from "../world/amount.ts";
import { at } from "../world/env.ts";
import { Merchant } from "../world/merchant.ts";
import { connectedShop } from "../world/new-shop.ts";
import { chooseAccounts, letters } from "../world/stand-in.ts";
import { WordlessCustomer } from "../world/wordless-customer.ts";

/** What the page of a credit says to whoever wants to spend it. */
const says = {
  en: {
    direction: "ltr",
    balance: "Your store credit balance",
    how: "Put what you like in your cart and go to checkout.",
    signIn: "Store credit only shows when you are signed in at checkout.",
    classic: "This link opens the shop’s new sign-in.",
  },
  de: {
    direction: "ltr",
    balance: "Ihr Guthaben",
    how: "Legen Sie in den Warenkorb, was Ihnen gefällt, und gehen Sie zur Kasse.",
    signIn: "Das Guthaben erscheint an der Kasse nur, wenn Sie angemeldet sind.",
    classic: "Dieser Link führt zur neuen Anmeldung des Shops.",
  },
  ja: {
    direction: "ltr",
    balance: "ストアクレジットの残高",
    how: "お好きな商品をカートに入れ、ご購入手続きへ進みます。",
    signIn: "ストアクレジットは、ログインした状態でのご購入手続きでのみ表示されます。",
    classic: "このリンクはショップの新しいログインページを開きます。",
  },
  ar: {
    direction: "rtl",
    balance: "رصيدك في المتجر",
    how: "ضع ما يعجبك في السلة وانتقل إلى الدفع.",
    signIn: "لا يظهر الرصيد عند الدفع إلا إذا سجّلت الدخول.",
    classic: "يفتح هذا الرابط تسجيل الدخول الجديد للمتجر.",
  },
} as const;

test("S14 S31 S32 S33 once issued, the customer sees the balance, how it is spent and where to sign in: in four languages, two widths, with a script and without", async ({
  page,
  browser,
}) => {
  test.slow();
  const shop = await connectedShop(page);
  const customer = new WordlessCustomer(await (await browser.newContext()).newPage(), shop);
  await customer.findOrder("en", shop.order, shop.customer);
  await customer.choose(0, "too_small");
  await customer.toRefund();
  const { total } = await customer.promised("store_credit");
  await customer.toReview("store_credit");
  const link = await customer.send();
  const status = `${at.portal}${link}`;
  const merchant = new Merchant(page, shop);
  await merchant.openReturn(
    (await customer.page.getByText(/R-\d+/).first().textContent())?.match(/R-\d+/)?.[0] ?? "",
  );
  await merchant.approve();
  await merchant.issueButton().click();
  await expect(page.getByText(/of store credit issued/)).toBeVisible({ timeout: 60_000 });

  await page.getByLabel("A message to the customer").fill("Enjoy it soon.");
  await expect(page.getByText("The customer gets it by e-mail")).toBeVisible();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const written = () => letters(shop.customer, "A message about your return");
  await expect.poll(async () => (await written()).length).toBe(1);
  const [told] = await written();
  expect(told?.text).toContain("\n> Enjoy it soon.\n");
  expect(told?.text).toContain(`${link}\n`);

  await read(browser, status, async (reader, language, script) => {
    const { balance, how, signIn, direction } = says[language];
    expect(amountsWritten((await reader.locator("main h1").textContent()) ?? "", "USD")).toEqual([total]);
    const account = reader.locator("main section", { hasText: balance }).first();
    expect(amountsWritten((await account.locator("h2 + p").textContent()) ?? "", "USD")).toEqual([total]);
    await expect(account.getByText(how)).toBeVisible();
    await expect(account.getByText(signIn)).toBeVisible();
    await expect(account.locator("a")).toHaveAttribute("href", /\/account$/);
    await expectUsable(reader, { language, direction, script });
  });

  await chooseAccounts(shop, "CLASSIC");
  await customer.page.goto(status);
  await expect(async () => {
    await customer.page.reload();
    await expect(customer.page.getByText(says.en.classic)).toBeVisible({ timeout: 100 });
  }).toPass();
  await read(browser, status, async (reader, language) => {
    await expect(reader.getByText(says[language].classic)).toBeVisible();
    await expect(reader.getByText(says[language].signIn)).toBeVisible();
  });

  const [letter] = await letters(shop.customer, "store credit from");
  expect(letter?.text).toContain("Without signing in, the credit does not show.");
  expect(letter?.text).toMatch(/Use your credit:\n\S+\/account\n/);
});

/** Opens a page in every language and width, with a script and without, by day and by night. */
async function read(
  browser: Browser,
  address: string,
  look: (page: Page, language: keyof typeof says, script: boolean) => Promise<void>,
): Promise<void> {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, reducedMotion: "reduce" });
    const page = await context.newPage();
    for (const language of Object.keys(says) as (keyof typeof says)[]) {
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme: width === 390 ? "light" : "dark" });
        await page.goto(`${address}?lang=${language}`, { waitUntil: "domcontentloaded" });
        await look(page, language, javaScriptEnabled);
      }
    }
    await context.close();
  }
}
