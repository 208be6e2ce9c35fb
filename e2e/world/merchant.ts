import { expect, type Locator, type Page } from "@playwright/test";
import { at } from "./env.ts";
import type { Shop } from "./shops.ts";
import { letters } from "./stand-in.ts";

/** Somebody of the shop's staff, in the dashboard. */
export class Merchant {
  readonly page: Page;
  readonly shop: Shop;

  constructor(page: Page, shop: Shop) {
    this.page = page;
    this.shop = shop;
  }

  /** Signs in as in production: asks for a link and follows it from the mailbox. */
  async signIn(email = this.shop.owner): Promise<void> {
    // Somebody else's story may be signing in as the same person: our letter is the one that leads where we asked.
    const visit = crypto.randomUUID();
    await this.page.goto(`${at.dashboard}/sign-in?${new URLSearchParams({ to: `/?visit=${visit}` })}`);
    await this.page.getByLabel("Work e-mail").fill(email);
    await this.page.getByRole("button", { name: "Send me a sign-in link" }).click();
    await expect(this.page.getByRole("heading", { name: "Check your mailbox" })).toBeVisible();
    const ours = async () => (await letters(email)).find(({ text }) => text.includes(visit));
    await expect.poll(ours, { message: `a sign-in letter to ${email}` }).toBeDefined();
    const link = /https?:\/\/\S+\/api\/auth\/callback\/\S+/.exec((await ours())?.text ?? "")?.[0] ?? "";
    await this.page.goto(link);
    await expect(this.page.getByRole("navigation").first()).toBeVisible();
  }

  async openReturn(number: string): Promise<void> {
    await this.page.goto(`${at.dashboard}/${this.shop.handle}/returns`);
    await this.page.getByRole("link", { name: number, exact: true }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  }

  async approve(): Promise<void> {
    await this.page.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(this.issueButton()).toBeEnabled();
  }

  /** "Issue $66.00": there while there is something to issue. */
  issueButton(page = this.page): Locator {
    return page.getByRole("button", { name: /^Issue / });
  }

  /** Presses the button as an impatient person does: twice in one tab and once in another, all at the same moment. */
  async issueTwiceFromTwoTabs(): Promise<void> {
    const other = await this.page.context().newPage();
    await other.goto(this.page.url());
    await expect(this.issueButton(other)).toBeEnabled();
    await Promise.all([this.issueButton().dblclick(), this.issueButton(other).click()]);
    await other.close();
  }

  /** Follows the link to the customer's account: its last digits and its balance are the same over there. */
  async expectsAccountInShopify(): Promise<void> {
    const link = this.page.getByRole("link", { name: /Store credit ··\d+/ });
    const [, digits, balance] = /··(\d+) · balance (\S+)/.exec((await link.textContent()) ?? "") ?? [];
    if (!digits || !balance) throw new Error("The return names no account or no balance");
    const admin = await this.page.context().newPage();
    await admin.goto((await link.getAttribute("href")) ?? "");
    await expect(admin.getByText(digits).first()).toBeVisible();
    await expect(admin.getByText(balance).first()).toBeVisible();
    await admin.close();
  }
}
