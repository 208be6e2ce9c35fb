import { expect, test } from "@playwright/test";
import { expectAccessible, expectPage } from "../world/accessibility.ts";
import { at } from "../world/env.ts";
import { fjord } from "../world/shops.ts";
import { makeReturn, signInAs } from "../world/staff.ts";

test.beforeEach(async ({ page }) => {
  await signInAs(page, /Henrik Voss/);
});

test("a parcel is announced, received and inspected, and what is not accepted is not paid", async ({
  page,
}) => {
  await makeReturn(page, fjord, "#2007", { approve: true });
  await page.getByText("Add a tracking number").click();
  await page.getByRole("button", { name: "Add parcel" }).click();
  await expect(page.getByText("Type the carrier's number")).toBeVisible();
  await page.getByLabel("Tracking number").fill("1Z999AA10123456784");
  await page.getByLabel(/^Carrier/).fill("DHL");
  await page.getByRole("button", { name: "Add parcel" }).click();
  await expect(page.getByText("In transit").first()).toBeVisible();
  await page.getByRole("button", { name: "Mark as received" }).click();
  await expect(page.getByText("received the goods")).toBeVisible();
  await page.getByText("Inspect what came").click();
  await page.getByRole("button", { name: "Save the inspection" }).click();
  await expect(page.getByText("inspected the goods")).toBeVisible();
  await expect(page.getByText("Restocked").first()).toBeVisible();
  await expectAccessible(page);
});

test("many at once: chosen, named with their amount, worked off without the tab, and each done once", async ({
  page,
}) => {
  const numbers = [
    await makeReturn(page, fjord, "#2023", { approve: false }),
    await makeReturn(page, fjord, "#2020", { approve: false }),
  ];
  await page.goto(`${at.dashboard}/fjord/returns?view=requested`);
  for (const number of numbers) await page.getByLabel(`Select ${number}`).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.getByRole("button", { name: /^Approve and issue/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Approve and issue €/ })
    .click();
  const progress = page.getByRole("region", { name: "Approve and issue 2 returns" });
  await expect(progress).toBeVisible();
  const address = await progress.getByRole("link").first().getAttribute("href");
  await page.goto("about:blank"); // the tab is closed, as far as the batch can tell
  await page.goto(`${at.dashboard}${address}`);
  await expect(page.getByText("2 of 2 on their way")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("2 arrived")).toBeVisible({ timeout: 60_000 });
  await expectPage(page, "/[shop]/returns/bulk/[id]");
});

test("a list's filters, words and order are its address, and a view of one's own is a tab", async ({
  page,
}) => {
  await page.goto(`${at.dashboard}/fjord/returns?view=all`);
  await page.getByRole("link", { name: "Original payment" }).click();
  await expect(page).toHaveURL(/resolution=original_payment/);
  await page.getByRole("searchbox").fill("sophie");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=sophie/);
  await expect(page.getByRole("link", { name: /^R-\d+$/ })).toHaveCount(1);
  await page.getByRole("button", { name: "Save view…" }).click();
  const name = `Sophie ${crypto.randomUUID().slice(0, 4)}`;
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const tab = page.getByRole("link", { name: new RegExp(`^${name}`) });
  await expect(tab).toHaveAttribute("aria-current", "page");
  await page.getByRole("button", { name: "Forget this view" }).click();
  await expect(tab).toHaveCount(0);
});
