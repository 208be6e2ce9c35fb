import { expect, test } from "@playwright/test";
import { Customer } from "../world/customer.ts";
import { bloom } from "../world/shops.ts";

test.use({ javaScriptEnabled: false });

test(
  "without JavaScript a customer gets from the order number to the promise of store credit",
  { tag: "@phone" },
  async ({ page }, { project }) => {
    const customer = new Customer(page, bloom);
    const story =
      project.name === "phone"
        ? { order: "#1002", email: "grace@example.com" }
        : { order: "#1007", email: "zora@example.com" };
    await customer.findOrder(story.order, story.email);
    await customer.chooseFirstItem();
    await customer.chooseStoreCredit();
    const { promised } = await customer.send();
    expect(promised.minor).toBeGreaterThan(0n);
    await page.reload();
    await expect(customer.heading("We have your return")).toBeVisible();
  },
);
