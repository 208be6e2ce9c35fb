import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../world/accessibility.ts";
import { at } from "../world/env.ts";
import { connectedShop } from "../world/new-shop.ts";

test.describe.configure({ mode: "serial" }); // they save versions of one shop's rules

let page: Page;
let settings: (tab: string) => Promise<unknown>;

test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext()).newPage();
  const { handle } = await connectedShop(page, "JPY");
  settings = (tab) => page.goto(`${at.dashboard}/${handle}/settings/${tab}`);
});

async function saveAndUndo(change: string) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const saved = page.getByRole("alert").filter({ hasText: "Saved as version" });
  await expect(saved).toContainText(change);
  const [, version] = /version (\d+)/.exec((await saved.textContent()) ?? "") ?? [];
  await expect(page.getByText(`Version ${version} · in force`)).toBeVisible();
  await page.getByRole("button", { name: "Undo the last change" }).click();
  await expect(page.getByText(`Version ${Number(version) + 1} · in force`)).toBeVisible();
  await expect(page.getByText(`Went back to version ${Number(version) - 1}`, { exact: true })).toBeVisible();
}

test("an approval rule is tried on an order, saved, and undone; nothing typed is lost on the way", async () => {
  await settings("automation");
  await page.getByRole("button", { name: "Add an approval rule" }).click();
  await page.getByLabel("Add a condition").first().selectOption("returnValue");
  await page.getByRole("group", { name: "At most", exact: true }).getByLabel("JPY").fill("500 yen");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Give the rule a name; it is shown wherever it decides.")).toBeVisible();
  await expect(page.getByText("Type a whole amount in JPY, like 500.")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Name of the rule").fill("Small returns");
  const most = page.getByRole("group", { name: "At most", exact: true }).getByLabel("JPY");
  const bench = page.locator("section").filter({ has: page.getByRole("heading", { name: "Try it" }) });
  const tryThem = bench.getByRole("button", { name: "Try these rules" });
  await most.fill("5999");
  await tryThem.click();
  await expect(bench.getByText("Waits for a person.")).toBeVisible();
  await most.fill("6000");
  await tryThem.click();
  await expect(bench.getByText("Decided by the rule “Small returns”.")).toBeVisible();
  await bench.getByLabel("Order number").fill("1001");
  await tryThem.click();
  await expect(bench.getByText("Items of #1001")).toBeVisible();
  await expect(bench.getByText(/by the return window|by the order itself/).first()).toBeVisible();
  await expectAccessible(page);

  await saveAndUndo("Approval rule 1: nothing → “Small returns”");
  await expect(page.getByLabel("Name of the rule")).toHaveCount(0);
});

test("a return fee is seen in both sums of a sample before it is saved, and only the money pays it", async () => {
  await settings("fees");
  await page.getByLabel("Fee", { exact: true }).selectOption("fixed");
  await page.getByRole("group", { name: "Amount", exact: true }).getByLabel("JPY").fill("300");
  const sample = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "A sample order" }) });
  await expect(sample.getByText("Return fee of ¥300, waived for store credit")).toBeVisible();
  await expect(sample.getByText("-¥300")).toBeVisible();
  await expectAccessible(page);
  await saveAndUndo("Return fee: no fee → a fixed amount");
});

test("a bonus rule in tiers is typed, refused where a larger return would get less, saved and undone", async () => {
  await settings("automation");
  await page.getByRole("button", { name: "Add a bonus rule" }).click();
  await page.getByLabel("Name of the rule").fill("More for more");
  await page.getByLabel("Then the bonus is").selectOption("tiers");
  await page.getByRole("button", { name: "Add a tier" }).click();
  const tier = async (index: number, from: string, percent: string) => {
    const typed = page.getByRole("group", { name: `Tier ${index}`, exact: true });
    await typed.getByRole("group", { name: "From", exact: true }).getByLabel("JPY").fill(from);
    await typed.getByLabel("Percent (optional)").fill(percent);
  };
  await tier(1, "0", "5");
  await tier(2, "5000", "4");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Each tier begins higher than the one before it/)).toBeVisible();
  await tier(2, "5000", "15");
  await expectAccessible(page);
  await saveAndUndo("Bonus rule 1: nothing → “More for more”");
});

test("another window and a new reason are saved, said in words, and undone", async () => {
  await settings("policy");
  await page.getByLabel("Items can come back for").fill("45");
  await page.getByRole("button", { name: "Add a reason" }).click();
  await page.getByLabel("Reason", { exact: true }).last().fill("Not what the picture shows");
  await page.getByLabel("Photo", { exact: true }).last().selectOption("required");
  await expectAccessible(page);
  await saveAndUndo("Return window: 30 days → 45 days");
});
