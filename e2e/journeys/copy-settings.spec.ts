import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectPage } from "../world/accessibility.ts";
import { at } from "../world/env.ts";
import { Keyboard } from "../world/keyboard.ts";
import { Merchant } from "../world/merchant.ts";
import { bloom, fjord } from "../world/shops.ts";

test("an agency copies a client's offer to two shops, sees every difference first, and takes all of it back", async ({
  page,
}) => {
  await new Merchant(page, bloom).signIn("agency@northwind.example");
  await page.goto(`${at.dashboard}/shops`);
  await page.getByRole("link", { name: "Copy settings" }).click();
  await page.getByLabel("From").selectOption(fjord.handle);
  await expect(page.getByLabel("Fjord")).toHaveCount(0);
  await page.getByLabel("Resolutions").check();
  await page.getByLabel("Branding").check();
  await page.getByLabel("E-mails").check();
  await page.getByLabel("Moss & Stone").check();
  await page.getByLabel("Tide").check();
  await page.getByRole("button", { name: "Show the differences" }).click();
  await expect(page.getByText("5.00 CHF, 5.00 EUR, 5.00 USD").first()).toBeVisible();
  await expect(page.getByText("none in GBP: in Moss & Stone it stands for nothing")).toBeVisible();
  await expect(page.getByText("Color: #1f5f73 → ")).toBeVisible();
  await expectAccessible(page);
  await expect(versionOf(page, "moss")).resolves.not.toContain("Dein Guthaben");

  await page.getByRole("button", { name: "Copy to 2 shops" }).click();
  await expect(page.getByRole("heading", { name: /^Copied from Fjord/ })).toBeVisible();
  await expect(page.getByText("Copied", { exact: true })).toHaveCount(2);
  await expect(page.getByText(/^Rules: version \d+ → \d+ · Branding$/)).toHaveCount(2);
  await expectPage(page, "/shops/copy/[copy]");
  for (const shop of ["moss", "tide"]) expect(await versionOf(page, shop)).toContain("Dein Guthaben");
  expect(await colorOf(page, "tide")).not.toBe("#1f5f73");

  await page.getByRole("button", { name: "Undo this copy" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone", { exact: true })).toHaveCount(2);
  for (const shop of ["moss", "tide"]) expect(await versionOf(page, shop)).not.toContain("Dein Guthaben");
  expect(await colorOf(page, "tide")).toBe("#1f5f73");
});

test("an agency sorts, filters and takes its shops along, and finds a return in any of them", async ({
  page,
}) => {
  await new Merchant(page, bloom).signIn("agency@northwind.example");
  await page.goto(`${at.dashboard}/shops`);
  await page.getByRole("link", { name: "Our own" }).click();
  await expect(page.getByRole("table").getByRole("link", { name: "Tide" })).toBeVisible();
  await expect(page.getByRole("table").getByRole("link", { name: "Fjord" })).toHaveCount(0);
  await page.goto(`${at.dashboard}/shops?sort=unspent&dir=desc`);
  await expect(page.getByRole("columnheader", { name: "Unspent" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  const csv = await page.request.get(`${at.dashboard}/shops/export`);
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toMatch(/Fjord,fjord,.*,EUR,\d+\.\d\d,\d+\.\d\d/);

  await page.getByLabel("Search returns in all shops").fill("sakura@example.com");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table").getByText("Kumo").first()).toBeVisible();
  await page.goto(`${at.dashboard}/shops`);
  const find = page.getByRole("combobox", { name: "Find a return, a page, a shop" });
  await new Keyboard(page).open("Control+K", find);
  await find.fill("greta");
  await page.getByRole("option", { name: /Fjord/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /^R-/ })).toBeVisible();
});

function colorOf(page: Page, shop: string): Promise<string> {
  return beside(page, `${shop}/settings/branding`, (other) =>
    other.getByRole("textbox", { name: "Color", exact: true }).inputValue(),
  );
}

/** What a shop's offer says on its settings page, fetched beside the story. */
function versionOf(page: Page, shop: string): Promise<string> {
  return beside(page, `${shop}/settings/resolutions`, (other) =>
    other
      .getByLabel(/Description/)
      .first()
      .inputValue(),
  );
}

async function beside(page: Page, path: string, read: (other: Page) => Promise<string>): Promise<string> {
  const other = await page.context().newPage();
  await other.goto(`${at.dashboard}/${path}`);
  const said = await read(other);
  await other.close();
  return said;
}
