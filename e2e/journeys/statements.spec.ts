import { expect, type Page, test } from "@playwright/test";
import { amountShown } from "../world/amount.ts";
import { at } from "../world/env.ts";
import { fjord } from "../world/shops.ts";
import { makeReturn, signInAs } from "../world/staff.ts";
import { letters } from "../world/stand-in.ts";

/** What the reference feature promises, statement by statement, as a merchant meets it. */
const dashboard = (path: string) => `${at.dashboard}/fjord${path}`;
const settings = (page: Page) => page.goto(dashboard("/settings/resolutions"));

test.beforeEach(async ({ page }) => {
  await signInAs(page, /Henrik Voss/);
});

test("S01 how much revenue was kept as credit stands on Home, beside what the bonus cost", async ({
  page,
}) => {
  await page.goto(dashboard(""));
  const kept = page.getByText("Kept as credit", { exact: true }).first();
  await expect(kept).toBeVisible();
  const figure = kept.locator("xpath=following-sibling::dd[1]");
  expect(amountShown((await figure.textContent()) ?? "", "EUR").minor).toBeGreaterThan(0n);
  await expect(page.getByRole("heading", { name: "Is the bonus paying for itself?" })).toBeVisible();
});

test("S02 S03 Refund to store credit is a switch of this shop", async ({ page }) => {
  await settings(page);
  const toggle = page.getByRole("switch", { name: /Refund to store credit/ });
  await expect(toggle).toBeChecked();
  await page.goto(`${at.dashboard}/fjord/settings`);
  await expect(page.getByRole("link", { name: "Resolutions" })).toBeVisible();
});

test("S04 a description of a hundred characters and more is taken and previewed", async ({ page }) => {
  await settings(page);
  const words = "Your credit is there at once and never expires. ".repeat(4).trim();
  await page.getByLabel(/^Description/).fill(words);
  await expect(page.getByText(words).last()).toBeVisible();
});

test("S05 S06 S07 a bonus is validated beside its field, and zero is no bonus", async ({ page }) => {
  await settings(page);
  await page.getByRole("radio", { name: "Percent" }).check({ force: true });
  const percent = page.getByLabel("Bonus amount");
  await percent.fill("-3");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(percent).toHaveAttribute("aria-invalid", "true");
  await percent.fill("12.5");
  const card = page.getByRole("complementary", { name: "Preview" });
  await expect(card.getByText(/refund \+ €.* bonus/)).toBeVisible();
  await percent.fill("0");
  await expect(card.getByText(/refund \+/)).toHaveCount(0);
});

test("S08 nothing counts until it is saved, and leaving the page forgets it", async ({ page }) => {
  await settings(page);
  const description = page.getByLabel(/^Description/);
  const before = await description.inputValue();
  await description.fill(`${before} Unsaved.`);
  await page.reload();
  await expect(description).toHaveValue(before);
});

test("S09 S10 S11 S12 S13 S14 what Shopify needs is checked by itself: the switch, the accounts, the staff", async ({
  page,
}) => {
  await page.goto(dashboard("/settings/shopify"));
  for (const row of ["Store credit switched on", "Customer accounts", "Staff permissions"])
    await expect(page.getByText(row, { exact: true })).toBeVisible();
  await expect(page.getByText("Edit store credit")).toBeVisible();
  await expect(page.getByRole("link", { name: /Customer accounts/ }).first()).toHaveAttribute(
    "href",
    /customer_accounts/,
  );
  await expect(page.getByRole("button", { name: /^Copy/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText(/^Checked with fjord/)).toBeVisible();
});

test("S15 every permission is named with its reason, and whether it is granted", async ({ page }) => {
  await page.goto(dashboard("/settings/shopify"));
  await page.getByText("The permissions, one by one").click();
  await expect(page.getByText("write_store_credit_account_transactions")).toBeVisible();
  await expect(page.getByText("to issue store credit")).toBeVisible();
});

test("S18 S19 S20 S21 the preview is the portal's own card, worked out as one types: total, refund, bonus on the subtotal", async ({
  page,
}) => {
  await settings(page);
  const card = page.getByRole("complementary", { name: "Preview" });
  await expect(card.getByRole("heading", { name: "Store credit" })).toBeVisible();
  await page.getByRole("radio", { name: "Percent" }).check({ force: true });
  await page.getByLabel("Bonus amount").fill("10");
  await expect(page.getByLabel("Counted on")).toHaveValue(/items/);
  const sum = card.getByText(/refund \+ .* bonus/);
  await expect(sum).toBeVisible();
  // The card is worked out anew a moment after the typing.
  await expect(async () => {
    const [base, bonus] = ((await sum.textContent()) ?? "")
      .split("+")
      .map((part) => amountShown(part, "EUR").minor);
    const shown = (await card.locator("p.figures").first().textContent()) ?? "";
    expect((base ?? 0n) + (bonus ?? 0n)).toBe(amountShown(shown, "EUR").minor);
  }).toPass();
});

test("S22 staff override the resolution, and why stays on record", async ({ page }) => {
  await makeReturn(page, fjord, "#2003", { approve: false });
  await page.getByText("Override").click();
  await page.getByRole("button", { name: "Change to original payment" }).click();
  await expect(page.getByText(/Say why/).first()).toBeVisible();
  await page.getByLabel("Why", { exact: true }).fill("She asked for it on the phone.");
  await page.getByRole("button", { name: "Change to original payment" }).click();
  await expect(page.getByText("changed the resolution from store credit to original payment")).toBeVisible();
  await expect(page.getByText("She asked for it on the phone.")).toBeVisible();
});

test("S23 S24 S25 S26 S27 S28 S29 S30 approving and issuing are two acts, and afterwards the account and its history are named", async ({
  page,
}) => {
  const number = await makeReturn(page, fjord, "#2004", { approve: false });
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText(/Henrik Voss approved it/)).toBeVisible();
  await page.getByRole("button", { name: /^Issue / }).click();
  await expect(page.getByText(/of store credit issued/)).toBeVisible({ timeout: 45_000 });
  await expect(page.getByRole("link", { name: /Store credit ··\d+ · balance/ })).toHaveAttribute(
    "href",
    /customers\/\d+/,
  );
  await expect(page.getByText(/Henrik Voss started issuing/)).toBeVisible();
  await expect(page.getByText(/confirmed the refund/)).toBeVisible();
  await expect(page.getByText(/confirmed the bonus/)).toBeVisible();
  await page.goto(dashboard("/credits"));
  await expect(page.getByRole("link", { name: number }).first()).toBeVisible();
});

test("S31 S32 S33 S34 S35 one letter says how the credit is used, and its words can be switched off, edited, tried and restored", async ({
  page,
}) => {
  const [letter] = await letters("greta@example.com");
  expect(letter?.text ?? "").toMatch(/https?:\/\//);
  await page.goto(dashboard("/settings/emails"));
  await page.getByRole("link", { name: /Store credit issued/ }).click();
  await expect(page.getByRole("switch").first()).toBeChecked();
  await expect(page.getByLabel("Subject")).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Preview" })).toBeVisible();
  await expect(page.getByRole("button", { name: /test/i }).first()).toBeVisible();
});

test("S36 S37 S38 all credits stand in one place, with the ways to Shopify's own reports", async ({
  page,
}) => {
  await page.goto(dashboard("/credits"));
  await expect(page.getByRole("heading", { level: 1, name: "Credits" })).toBeVisible();
  await page.goto(dashboard("/settings/shopify"));
  await expect(page.getByRole("link", { name: /^Payments/ })).toHaveAttribute("href", /reports\/payments$/);
  await expect(page.getByRole("link", { name: /^By type/ })).toHaveAttribute("href", /payments_by_type$/);
});
