import { expect, test } from "@playwright/test";
import { Customer } from "../world/customer.ts";
import { at } from "../world/env.ts";
import { bloom } from "../world/shops.ts";

test("every miss gets the same answer, and what was typed stays", async ({ page }) => {
  const answers = [];
  for (const [order, email] of [
    ["#1001", "somebody.else@example.com"],
    ["#99999", "ada@example.com"],
  ] as const) {
    await page.goto(`${at.portal}/bloom?lang=en`);
    await page.getByLabel("Order number").fill(order);
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Find my order" }).click();
    answers.push(await page.getByRole("alert").textContent());
    await expect(page.getByLabel("Order number")).toHaveValue(order);
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  }
  expect(answers[0]).toMatch(/could not find an order/);
  expect(answers[1]).toBe(answers[0]);
});

test("a customer who chooses nothing, or gives no reason, is told where", async ({ page }) => {
  const customer = new Customer(page, bloom);
  await customer.findOrder("#1010", "noor@example.com");
  const next = page.getByRole("button", { name: "Continue" });
  const item = page.locator("[data-item]").first();
  await item.getByRole("checkbox").uncheck();
  await next.click();
  await expect(page.getByText("Choose at least one item to send back.")).toBeVisible();
  await item.getByRole("checkbox").check();
  await next.click();
  await expect(item.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await expect(item.getByRole("checkbox")).toBeChecked();
});

test("a link to somebody else's draft or return opens nothing", async ({ page, browser }) => {
  const customer = new Customer(page, bloom);
  await customer.findOrder("#1011", "grace@example.com");
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(page.url());
  await expect(stranger.getByRole("heading", { level: 1 })).not.toHaveText(/sending back/);
  await expect(stranger.getByText("#1011")).toHaveCount(0);
  const answer = await stranger.goto(`${at.portal}/bloom/r/${"x".repeat(22)}`);
  expect(answer?.status()).toBe(404);
});
