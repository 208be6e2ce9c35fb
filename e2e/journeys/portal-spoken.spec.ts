import { expect, type Page, test } from "@playwright/test";
import { placeOrder } from "../world/orders.ts";
import { fjord } from "../world/shops.ts";
import { WordlessCustomer } from "../world/wordless-customer.ts";

test("a screen reader says each step in order: the heading, what is asked with its group, and the way on last", async ({
  page,
}) => {
  const email = `spoken-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const order = await placeOrder(fjord, {
    email,
    lines: [{ title: "Linen shirt", price: "20.00", quantity: 2 }],
  });
  const customer = new WordlessCustomer(page, fjord);
  await customer.open("en");
  expect(await said(page)).toEqual([]);
  await customer.nameOrder(order, email);
  expect(await said(page)).toEqual([]);
  await customer.proveIt(order, email);
  await customer.choose(0, "too_small");
  expect(await said(page)).toEqual([]);
  await customer.toRefund();
  expect(await said(page)).toEqual([]);
  await customer.toReview("store_credit");
  expect(await said(page)).toEqual([]);
  await customer.send();
  expect(await said(page)).toEqual([]);
});

const spoken = /^\s*- (heading|alert|group|textbox|checkbox|radio|combobox|button|link) "([^"]*)"/gm;

/** What stands in the page's own part and is a stop for a screen reader, in its order. */
async function said(page: Page): Promise<string[]> {
  const tree = await page.locator("main").ariaSnapshot();
  return [...tree.matchAll(spoken)].map(([, role, name]) => `${role} ${name}`);
}
