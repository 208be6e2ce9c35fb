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
  expect(await said(page)).toEqual([
    "heading Start a return",
    "textbox Order number",
    "textbox E-mail address",
    "button Find my order",
    "heading Have an account at Fjord?",
    "link Sign in with your account",
  ]);
  await customer.nameOrder(order, email);
  expect(await said(page)).toEqual([
    "heading Check your e-mail",
    "textbox Code from the e-mail",
    "button See my order",
    "heading No e-mail?",
    "button Send a new code",
    "link Change my details",
  ]);
  await customer.proveIt(order, email);
  await customer.choose(0, "too_small");
  expect(await said(page)).toEqual([
    "heading What are you sending back?",
    "checkbox Linen shirt AMOUNT paid for 2 Return by DAY Return this item",
    "group Linen shirt",
    "button One fewer",
    "combobox How many",
    "button One more",
    "combobox Reason",
    "textbox Anything we should know optional",
    "button Continue",
  ]);
  await customer.toRefund();
  expect(await said(page)).toEqual([
    "link Items",
    "heading How would you like your refund?",
    "heading Store credit",
    "button Choose store credit",
    "heading Original payment",
    "button Choose original payment",
  ]);
  await customer.toReview("store_credit");
  expect(await said(page)).toEqual([
    "link Items",
    "link Refund",
    "heading Check and send",
    "heading You send back",
    "link Change items",
    "heading You get",
    "link Change refund",
    "heading What happens next",
    "textbox Message to the shop optional",
    "button Send return · AMOUNT store credit",
  ]);
  await customer.send();
  expect(await said(page)).toEqual([
    "heading We have your return",
    "heading You will get",
    "heading Items",
    "heading Messages",
    "textbox Your message",
    "button Send message",
    "button Copy link",
  ]);
});

const spoken = /^\s*- (heading|alert|group|textbox|checkbox|radio|combobox|button|link) "([^"]*)"/gm;

/** What stands in the page's own part and is a stop for a screen reader, in its order. */
async function said(page: Page): Promise<string[]> {
  const tree = await page.locator("main").ariaSnapshot();
  return [...tree.matchAll(spoken)].map(([, role, name = ""]) => `${role} ${withoutFigures(name)}`);
}

function withoutFigures(name: string): string {
  return name.replaceAll(/€[\d.,]+/g, "AMOUNT").replaceAll(/[A-Z][a-z]{2} \d+, \d{4}/g, "DAY");
}
