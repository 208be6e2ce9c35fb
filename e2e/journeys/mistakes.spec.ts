import { expect, test } from "@playwright/test";
import { Customer } from "../world/customer.ts";
import { at } from "../world/env.ts";
import { bloom } from "../world/shops.ts";

test("every miss gets the same answer as a wrong code", async ({ page }) => {
  const answers = [];
  const customer = new Customer(page, bloom);
  for (const [order, email] of [
    ["#1012", "grace@example.com"], // hers, with a wrong code
    ["#1012", "somebody.else@example.com"],
    ["#99999", "grace@example.com"],
  ] as const) {
    await customer.nameOrder(order, email);
    await expect(customer.heading("Check your e-mail")).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0); // what was wrong with another order's code is not said here
    await page.getByLabel("Code from the e-mail").fill("0000 0000");
    await page.getByRole("button", { name: "See my order" }).click();
    const answer = `${await page.getByRole("alert").textContent()} ${await page.locator("main").textContent()}`;
    answers.push(answer.replaceAll(order, "ORDER").replaceAll(email, "EMAIL"));
  }
  expect(answers[0]).toMatch(/This code is not right or has run out. You have 4 tries left./);
  expect(new Set(answers).size).toBe(1);
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
