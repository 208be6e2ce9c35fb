import { expect, test } from "@playwright/test";
import { at } from "../world/env.ts";
import { Keyboard } from "../world/keyboard.ts";
import { connectedShop } from "../world/new-shop.ts";
import { makeReturn } from "../world/staff.ts";

test("without a mouse an agency signs in, finds a shop, changes it and signs out", async ({ page }) => {
  const keys = new Keyboard(page);
  await page.goto(`${at.dashboard}/sign-in`);
  await keys.press(page.getByRole("button", { name: /Nora Wind/ }));
  await expect(page.getByRole("heading", { level: 1, name: "All shops" })).toBeVisible();

  const find = page.getByRole("combobox", { name: /^Find a return/ });
  await keys.open("Control+k", find);
  await expect(find).toBeFocused();
  await page.keyboard.type("bloom & th");
  const bloom = page.getByRole("option", { name: /^Bloom & Thread/ });
  await expect(bloom).toBeVisible();
  while ((await bloom.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();

  const switcher = page.getByRole("button", { name: "Shop: Bloom & Thread. Change" });
  await keys.press(switcher);
  await expect(page.getByRole("combobox", { name: "Find a shop" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(switcher).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("fjo");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/fjord$/);

  const keyHelp = page.getByRole("dialog", { name: "Keys" });
  await keys.open("?", keyHelp);
  await page.keyboard.press("Escape");
  await expect(keyHelp).toBeHidden();
  const menu = page.getByRole("button", { name: "Nora Wind" });
  await keys.press(menu);
  await keys.to(page.getByRole("link", { name: "Account and devices" }));
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  await keys.press(page.getByRole("button", { name: "Sign out" }));
  await expect(page).toHaveURL(/\/sign-in/);
});

test("without a mouse a merchant finds returns, decides about one and about many, issues, looks at what could be taken back, and changes the rules", async ({
  page,
}) => {
  test.slow();
  const keys = new Keyboard(page);
  const shop = await connectedShop(page);
  const first = await makeReturn(page, shop, shop.order, { approve: false });

  await keys.go("r", "Returns");
  await keys.press(page.getByRole("link", { name: "New return" }));
  await keys.type(page.getByLabel("Order number"), shop.order);
  await page.keyboard.press("Enter");
  await keys.press(page.getByLabel(/^How many of/), "ArrowDown");
  await keys.press(page.getByRole("button", { name: "Show the amounts" }));
  await keys.press(page.getByRole("radio", { name: "Store credit" }), "Space");
  await keys.press(page.getByLabel("Approve it at once"), "Space");
  await keys.press(page.getByRole("button", { name: /^Create return/ }));
  const heading = page.getByRole("heading", { level: 1, name: /^R-\d+$/ });
  await expect(heading).toBeVisible();
  const second = (await heading.textContent()) ?? "";

  await keys.go("r", "Returns");
  await keys.press(page.getByRole("link", { name: "Store credit", exact: true }));
  await expect(page).toHaveURL(/resolution=store_credit/);
  await page.keyboard.press("/");
  await page.keyboard.type("lovelace");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=lovelace/);
  await expect(page.getByRole("link", { name: /^Store credit/ })).toHaveAttribute("aria-current", "true");
  await keys.press(page.getByRole("link", { name: /^Requested/ }));
  await expect(page).toHaveURL(/view=requested&q=lovelace/);

  await keys.open("k", page.locator(":focus", { hasText: second }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: second })).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
  await keys.go("r", "Returns");

  const chosen = page.getByRole("status").filter({ hasText: "selected" });
  await keys.press(page.getByRole("checkbox", { name: "Select all on this page" }), "Space");
  await expect(chosen).toContainText("2 selected");
  await keys.press(page.getByRole("checkbox", { name: `Select ${second}` }), "Space");
  await expect(chosen).toContainText("1 selected");
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: first, exact: true })).toBeFocused();
  await page.keyboard.press("x");
  await expect(chosen).toBeHidden();
  await page.keyboard.press("x");
  await expect(chosen).toContainText("1 selected");
  const approveOne = page.getByRole("button", { name: "Approve 1", exact: true });
  await keys.press(approveOne.first());
  const dialog = page.getByRole("dialog", { name: "Approve 1 return?" });
  await keys.expectTrapped(dialog, approveOne.first());
  await page.keyboard.press("Enter");
  await keys.press(dialog.getByRole("button", { name: "Approve 1", exact: true }));
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("checkbox", { name: `Select ${first}` })).toHaveCount(0, { timeout: 60_000 });

  await keys.press(page.getByRole("link", { name: second, exact: true }));
  const decline = page.getByRole("button", { name: "Decline…" });
  await keys.press(decline);
  await keys.expectTrapped(page.getByRole("dialog", { name: `Decline ${second}` }), decline);
  await keys.press(page.getByLabel(/^Accept of/), "ArrowDown");
  await keys.type(page.getByLabel(/^Why not all of/), "Worn");
  await keys.to(page.getByLabel(/^Accept of/), "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await keys.press(page.getByRole("button", { name: "Approve", exact: true }));
  await keys.press(page.getByRole("button", { name: /^Issue \$/ }));
  await expect(page.getByText(/of store credit issued/)).toBeVisible({ timeout: 60_000 });
  await keys.type(page.getByLabel("A note for your team; customers never see it"), "By keyboard alone.");
  await page.keyboard.press("Enter");
  await expect(page.getByText("By keyboard alone.")).toBeVisible();

  const takeBack = page.locator("summary").filter({ hasText: "Take credit back" });
  await keys.press(takeBack);
  const reason = page.getByLabel("Why", { exact: true });
  await keys.type(reason, "Not yet");
  await page.keyboard.press("Escape");
  await expect(reason).toBeHidden();
  await expect(takeBack).toBeFocused();

  await keys.go("s", "Settings");
  const bonus = page.getByLabel("Bonus amount");
  await expect(bonus).toHaveValue("10");
  await keys.type(bonus, "12");
  await keys.press(page.getByRole("button", { name: "Save", exact: true }));
  await keys.press(page.getByRole("button", { name: "Undo the last change" }));
  await expect(bonus).toHaveValue("10");
});
