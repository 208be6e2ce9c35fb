import { expect, test } from "@playwright/test";
import { sum } from "../world/amount.ts";
import { Customer } from "../world/customer.ts";
import { Merchant } from "../world/merchant.ts";
import { bloom, fjord, kumo } from "../world/shops.ts";
import { creditsOf, letters } from "../world/stand-in.ts";

const stories = [
  { shop: bloom, order: "#1001", email: "ada@example.com" },
  { shop: fjord, order: "#2001", email: "lena@example.com" },
  { shop: kumo, order: "#3001", email: "haru@example.com" },
];

for (const { shop, order, email } of stories) {
  test(`${shop.handle}: what the portal promises in ${shop.currency} is what arrives, once, with one letter`, async ({
    browser,
  }) => {
    const before = await creditsOf(shop, email);
    const lettersBefore = (await letters(email, "store credit from")).length;

    const customer = new Customer(await (await browser.newContext()).newPage(), shop);
    await customer.findOrder(order, email);
    await customer.chooseFirstItem();
    await customer.chooseStoreCredit();
    const { promised, number, status } = await customer.send();
    expect(promised.minor).toBeGreaterThan(0n);

    const merchant = new Merchant(await (await browser.newContext()).newPage(), shop);
    await merchant.signIn();
    await merchant.openReturn(number);
    await merchant.approve();
    await merchant.issueTwiceFromTwoTabs();
    await expect(merchant.page.getByText(/of store credit issued/)).toBeVisible({ timeout: 60_000 });

    const arrived = (await creditsOf(shop, email)).slice(before.length);
    expect(sum(arrived, shop.currency)).toEqual(promised);
    expect(arrived).toHaveLength(2); // the base and the bonus, each once

    await expect.poll(async () => (await letters(email, "store credit from")).length - lettersBefore).toBe(1);
    await customer.page.goto(status);
    await expect(customer.heading(/is yours to spend/)).toBeVisible();
    await merchant.expectsAccountInShopify();
    expect((await letters(email, "store credit from")).length - lettersBefore).toBe(1);
    expect(await creditsOf(shop, email)).toHaveLength(before.length + arrived.length);
  });
}
