import { expect, type Locator, type Page } from "@playwright/test";
import { type Amount, amountShown } from "./amount.ts";
import { codeLetters, newestCode } from "./codes.ts";
import { at } from "./env.ts";
import type { Shop } from "./shops.ts";

/** Somebody with an order, in the shop's portal. Reads English, whatever the shop speaks. */
export class Customer {
  readonly page: Page;
  readonly shop: Shop;

  constructor(page: Page, shop: Shop) {
    this.page = page;
    this.shop = shop;
  }

  /** Names the order and proves to be its customer, with the code from the mailbox. */
  async findOrder(order: string, email: string): Promise<void> {
    const before = (await codeLetters(order, email)).length;
    await this.nameOrder(order, email);
    await expect(this.heading("Check your e-mail")).toBeVisible();
    const code = await newestCode(order, email, before);
    await this.page.getByLabel("Code from the e-mail").fill(code);
    await this.page.getByRole("button", { name: "See my order" }).click();
    await expect(this.heading("What are you sending back?")).toBeVisible();
  }

  async nameOrder(order: string, email: string): Promise<void> {
    await this.page.goto(`${at.portal}/${this.shop.handle}?lang=en`);
    await this.page.getByLabel("Order number").fill(order);
    await this.page.getByLabel("E-mail address").fill(email);
    await this.page.getByRole("button", { name: "Find my order" }).click();
  }

  /** Chooses one piece of the first item that may come back, with the first reason offered. */
  async chooseFirstItem(): Promise<void> {
    const item = this.page.locator("[data-item]").first();
    await item.getByRole("checkbox").check();
    await this.#firstReason(item);
    await this.page.getByRole("button", { name: "Continue" }).click();
    await expect(this.heading("How would you like your refund?")).toBeVisible();
  }

  /** Answers the total that the card of store credit promises. */
  async chooseStoreCredit(): Promise<void> {
    await this.page.getByRole("button", { name: "Choose store credit" }).click();
    await expect(this.heading("Check and send")).toBeVisible();
  }

  /** Sends the return; answers what its button promised and the page where it can be followed. */
  async send(): Promise<{ promised: Amount; status: string; number: string }> {
    const button = this.page.getByRole("button", { name: /^Send return/ });
    const promised = amountShown((await button.textContent()) ?? "", this.shop.currency);
    await button.click();
    await expect(this.heading("We have your return")).toBeVisible();
    const number = /R-\d+/.exec((await this.page.getByText(/R-\d+/).first().textContent()) ?? "")?.[0] ?? "";
    return { promised, status: this.page.url(), number };
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { level: 1, name });
  }

  async #firstReason(item: Locator): Promise<void> {
    const reason = item.getByLabel("Reason");
    await reason.selectOption({ index: 1 });
  }
}
