import { expect, test } from "@playwright/test";
import { at } from "../world/env.ts";
import { Merchant } from "../world/merchant.ts";
import { bloom, fjord } from "../world/shops.ts";

test("a merchant sees their own shop, and of another's not even that it exists", async ({ page }) => {
  await new Merchant(page, bloom).signIn();
  await page.goto(`${at.dashboard}/${bloom.handle}/returns`);
  await expect(page.getByRole("heading", { level: 1, name: "Returns" })).toBeVisible();
  const answers = [];
  for (const handle of [fjord.handle, "no-such-shop"]) {
    const answer = await page.goto(`${at.dashboard}/${handle}/returns`);
    answers.push({ status: answer?.status(), says: await page.getByRole("main").textContent() });
  }
  expect(answers[0]?.status).toBe(404);
  expect(answers[0]).toEqual(answers[1]);
});

test("an agency sees its clients' shops side by side", async ({ page }) => {
  await new Merchant(page, bloom).signIn("agency@northwind.example");
  await page.goto(`${at.dashboard}/shops`);
  for (const name of ["Bloom & Thread", "Fjord", "Kumo"])
    await expect(page.getByRole("table").getByRole("link", { name, exact: true })).toBeVisible();
});

test("somebody who belongs to no shop is told the same as everybody, and gets no letter", async ({
  page,
  request,
}) => {
  const stranger = `stranger-${crypto.randomUUID()}@example.com`;
  await page.goto(`${at.dashboard}/sign-in`);
  await page.getByLabel("Work e-mail").fill(stranger);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mailbox" })).toBeVisible();
  const letters = await request.get(`${at.sandbox}/control/mail?to=${stranger}`);
  expect(await letters.json()).toEqual([]);
});

test("with Google a member comes in, and nobody else: neither by an address that is not verified nor as a stranger", async ({
  page,
}) => {
  const comeAs = async (email: string, verified: boolean) => {
    // Google would remember who was there before.
    await page.context().clearCookies();
    await page.goto(`${at.dashboard}/sign-in?to=/bloom/returns`);
    await page.getByRole("button", { name: "Continue with Google" }).click();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Google has verified that it is mine").setChecked(verified);
    await page.getByRole("button", { name: "Continue" }).click();
  };
  for (const [email, verified] of [
    [bloom.owner, false],
    [`stranger-${crypto.randomUUID()}@example.com`, true],
  ] as const) {
    await comeAs(email, verified);
    await expect(page.getByText("With that Google account nobody signs in here")).toBeVisible();
    await page.goto(`${at.dashboard}/bloom/returns`);
    await expect(page.getByRole("heading", { name: "Sign in to Kept" })).toBeVisible();
  }
  await comeAs(bloom.owner, true);
  await expect(page.getByRole("heading", { level: 1, name: "Returns" })).toBeVisible();
});

test("without signing in, no page of the dashboard opens", async ({ page }) => {
  for (const path of ["", "/shops", "/bloom", "/bloom/returns", "/bloom/settings/resolutions"]) {
    await page.goto(`${at.dashboard}${path}`);
    await expect(page.getByRole("heading", { name: "Sign in to Kept" })).toBeVisible();
  }
});

test("in the demo one click signs in", async ({ page }) => {
  await page.goto(at.dashboard);
  await page.getByRole("button", { name: /Olivia Bloom/ }).click();
  await expect(page.getByRole("link", { name: /Returns/ }).first()).toBeVisible();
});
