import { type Download, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../world/accessibility.ts";
import { amountShown } from "../world/amount.ts";
import { at } from "../world/env.ts";
import { Merchant } from "../world/merchant.ts";
import { bloom } from "../world/shops.ts";
import { accountOf, buyWithCredit, editCredit } from "../world/stand-in.ts";

// Katherine was given store credit by the demo itself, for R-1001.
const katherine = "katherine@example.com";

const credits = `${at.dashboard}/${bloom.handle}/credits`;

/** Asks for a comparison with Shopify and waits until it is done. */
async function reconcile(page: Page): Promise<void> {
  await page.goto(`${credits}/reconciliation`);
  await page.getByRole("button", { name: /^Reconcile now/ }).click();
  await expect(page.getByText(/^Compared just now for/)).toBeVisible({ timeout: 60_000 });
}

test("S28–S30, S36: what a customer spends and what staff give is in the ledger by name, and finance settles it", async ({
  page,
}) => {
  test.slow();
  const merchant = new Merchant(page, bloom);
  await merchant.signIn();
  await editCredit(bloom, katherine, { amount: "5.13", note: "Sorry for the wait" });
  await buyWithCredit(bloom, katherine);
  await reconcile(page);
  await expectAccessible(page);

  // What staff gave waits for a person; what was spent was booked by itself.
  const given = page.getByRole("article").filter({ hasText: "$5.13 given by somebody else" });
  await expect(given).toHaveCount(1);
  await given
    .getByText(/^Settle/)
    .first()
    .click();
  await given.getByRole("button", { name: "Settle", exact: true }).click();
  await expect(given.getByText("Choose what it was.")).toBeVisible();
  await given.getByLabel(/Ours: an incentive/).check();
  await given.getByLabel("Why").fill("Goodwill for a late parcel");
  await given.getByRole("button", { name: "Settle", exact: true }).click();
  await expect(given).toHaveCount(0);
  await page.goto(`${credits}/reconciliation?show=settled`);
  await expect(given.first()).toContainText("Goodwill for a late parcel");
  await expect(page.getByRole("heading", { name: /spent$/ }).first()).toBeVisible();

  // The ledger says what is left of each credit; refund + bonus = spent + expired + taken back + left.
  await page.goto(`${credits}?q=katherine`);
  await expect(page.getByRole("cell", { name: /^(Partly used|Spent)$/ }).first()).toBeVisible();
  const sums = page.getByLabel("Totals in USD").getByRole("definition");
  await expect(sums.nth(6)).toBeVisible(); // they come after the list
  const [, base, bonus, spent, expired, back, left] = (await sums.allTextContents()).map(
    (text) => amountShown(text, "USD").minor,
  );
  if (base === undefined || bonus === undefined) throw new Error("The totals are not there");
  expect(base + bonus).toBe((spent ?? 0n) + (expired ?? 0n) + (back ?? 0n) + (left ?? 0n));
  expect(spent).toBeGreaterThan(0n);
  await expectAccessible(page);

  // The customer's page: the same balance as over there, and Shopify's own record of every movement.
  await page
    .getByRole("link", { name: /Katherine/ })
    .first()
    .click();
  await expect(page.getByText("Balance now, as Shopify says")).toBeVisible();
  const { balance, digits } = await accountOf(bloom, katherine);
  await expect(page.getByText(`··${digits}`)).toBeVisible();
  await expect(page.getByText(balance, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Spent on an order.*The customer/ }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Given.*Staff or another app.*\$5\.13/ }).first()).toBeVisible();
  await expectAccessible(page);
});

test("S36–S38: finance downloads credits and a journal that foot, and finds Shopify's own reports", async ({
  page,
}) => {
  const merchant = new Merchant(page, bloom);
  await merchant.signIn();
  await page.goto(credits);
  for (const report of ["Payments", "Payments by type"])
    await expect(page.getByRole("link", { name: `${report} in Shopify`, exact: true })).toBeVisible();
  await page.goto(`${credits}/owed`);
  await expect(page.getByText("Accounting journal")).toBeVisible();
  await expectAccessible(page);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download journal" }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^journal-bloom-\d{4}-\d{2}-01-\d{4}-\d{2}-\d{2}\.csv$/);
  const rows = await rowsOf(saved);
  const minor = (cell: string | undefined) => BigInt((cell || "0").replace(".", ""));
  const lines = rows.slice(1).filter(([first]) => first !== "Total");
  const sum = (column: number) =>
    lines.filter((row) => row[4] === "USD").reduce((total, row) => total + minor(row[column]), 0n);
  const total = rows.find(([first, , , , currency]) => first === "Total" && currency === "USD");
  expect(lines.length).toBeGreaterThan(3);
  expect([sum(5), sum(6)]).toEqual([minor(total?.[5]), minor(total?.[6])]);
  expect(sum(5)).toBe(sum(6));

  await page.goto(`${at.dashboard}/bloom/returns?view=done`);
  const [list] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download this list as CSV" }).click(),
  ]);
  const listed = await rowsOf(list);
  expect(listed[0]?.slice(-4)).toEqual(["Currency", "Refund", "Bonus", "Total"]);
  for (const row of listed.slice(1)) {
    const [refund, bonus, total] = row.slice(-3).map(minor);
    expect((refund ?? 0n) + (bonus ?? 0n)).toBe(total);
  }
});

/** The cells of a file; a name with a comma in it is more than one, and what is counted from the end stands. */
async function rowsOf(saved: Download): Promise<string[][]> {
  const text = (await (await saved.createReadStream()).toArray()).join("");
  return text
    .trimEnd()
    .split("\r\n")
    .map((row) => row.split(","));
}
