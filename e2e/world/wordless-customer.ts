import { expect, type Locator, type Page } from "@playwright/test";
import { type Amount, amountsWritten } from "./amount.ts";
import { codeLetters, newestCode } from "./codes.ts";
import { at } from "./env.ts";
import type { Shop } from "./shops.ts";

/** Somebody in the portal in whatever language: finds things by what they are, not by what they are called. */
export class WordlessCustomer {
  readonly page: Page;
  readonly shop: Shop;

  constructor(page: Page, shop: Shop) {
    this.page = page;
    this.shop = shop;
  }

  get heading(): Locator {
    return this.page.locator("main h1");
  }

  async open(language: string): Promise<void> {
    await this.#go(`/${this.shop.handle}?lang=${language}`);
  }

  async nameOrder(order: string, email: string): Promise<void> {
    await this.page.locator("[name=order]").fill(order);
    await this.page.locator("[name=contact]").fill(email);
    await this.#submit("form:has([name=order])");
    await expect(this.page.locator("[name=code]")).toBeVisible();
  }

  async proveIt(order: string, email: string): Promise<void> {
    await this.page.locator("[name=code]").fill(await newestCode(order, email));
    await this.#submit("form:has([name=code])");
    await expect(this.page.locator("form[data-items]")).toBeVisible();
  }

  /** From nothing to the page with the items, without looking at what is on the way. */
  async findOrder(language: string, order: string, email: string): Promise<void> {
    const known = (await codeLetters(order, email)).length;
    await this.open(language);
    await this.nameOrder(order, email);
    await this.page.locator("[name=code]").fill(await newestCode(order, email, known));
    await this.#submit("form:has([name=code])");
    await expect(this.page.locator("form[data-items]")).toBeVisible();
  }

  item(nth = 0): Locator {
    return this.page.locator("li[data-item]").nth(nth);
  }

  /** Chooses an item and why it comes back; what is asked about it appears with it. */
  async choose(nth: number, reason: string): Promise<void> {
    const item = this.item(nth);
    await item.getByRole("checkbox").check();
    await item.locator("select[name^='reason.']").selectOption(reason);
  }

  /** Gives a photo of an item: with a script it goes by itself, without one by its button. */
  async show(nth: number, script: boolean): Promise<void> {
    const item = this.item(nth);
    await item.locator("input[type=file]").setInputFiles(shirtPhoto);
    if (!script) await item.locator("button[name=upload]").click();
    await expect(item.locator("[data-photos] img")).toBeVisible();
  }

  async toRefund(): Promise<void> {
    await this.page.locator("form[data-items] > button[type=submit]").click();
    await expect(this.card("store_credit")).toBeVisible();
  }

  card(resolution: "store_credit" | "original_payment"): Locator {
    return this.page.locator(`section:has(> button[value=${resolution}])`);
  }

  /** What a card promises: the amount in large and, where there is a bonus, its two parts. */
  async promised(
    resolution: "store_credit" | "original_payment",
  ): Promise<{ total: Amount; parts: Amount[] }> {
    const [large, split] = await this.card(resolution).locator("> p").allTextContents();
    const total = amountsWritten(large ?? "", this.shop.currency)[0];
    if (!total) throw new Error(`The card says no amount: ${large}`);
    return { total, parts: amountsWritten(split ?? "", this.shop.currency) };
  }

  async toReview(resolution: "store_credit" | "original_payment"): Promise<void> {
    await this.card(resolution).locator("button").click();
    await expect(this.sendButton).toBeVisible();
  }

  get sendButton(): Locator {
    return this.page.locator("form:has([name=fingerprint]) button[type=submit]");
  }

  /** Sends the return and lands on its private page; answers the path of it. */
  async send(): Promise<string> {
    await this.sendButton.click();
    await this.page.waitForURL(/\/r\/[\w-]{22}$/, { waitUntil: "domcontentloaded" });
    return new URL(this.page.url()).pathname;
  }

  async #submit(form: string): Promise<void> {
    await this.page.locator(`${form} button[type=submit]`).click();
  }

  async #go(path: string): Promise<void> {
    await this.page.goto(`${at.portal}${path}`, { waitUntil: "domcontentloaded" });
  }
}

/** The smallest picture a browser and our decoder agree about: one red dot. */
export const shirtPhoto = {
  name: "shirt.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
    "base64",
  ),
};
