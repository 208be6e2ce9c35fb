import { type Page, test } from "@playwright/test";
import { refundedInShopify } from "../world/all-forms.ts";
import { at } from "../world/env.ts";
import { connectedShop } from "../world/new-shop.ts";
import { addressOf, routes } from "../world/routes.ts";
import { bloom, fjord, kumo, type Shop } from "../world/shops.ts";
import { makeReturn, signInAs } from "../world/staff.ts";
import { editCredit } from "../world/stand-in.ts";
import { picture } from "./picture.ts";

test("every page of a shop, full", async ({ page }) => {
  await signInAs(page, /Olivia Bloom/);
  await pictures(page, /^\/\[shop\]/);
});

test("every page above the shops, full", async ({ page }) => {
  await signInAs(page, /Nora Wind/);
  await pictures(page, /^\/shops/);
  await page.goto(`${at.dashboard}/shops/find?q=example`);
  await picture(page, "shops found");
  await page.goto(`${at.dashboard}/shops/copy`);
  await page.getByLabel("Resolutions").check();
  await page.getByLabel("Tide").check();
  await page.getByRole("button", { name: "Show the differences" }).click();
  await page.getByRole("button", { name: /^Copy to/ }).waitFor();
  await picture(page, "shops copy, the differences");
  await page.getByRole("button", { name: /^Copy to/ }).click();
  await page.waitForURL(/\/shops\/copy\/\w/);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await picture(page, "shops copy, copied");
});

test("in other currencies and languages", async ({ page }) => {
  for (const [shop, who] of [
    [fjord, /Henrik Voss/],
    [kumo, /Kumo/],
  ] as const) {
    await page.context().clearCookies();
    await signInAs(page, who);
    for (const path of ["", "/returns?view=all", "/credits", "/settings/resolutions", "/settings/policy"])
      await pictureOf(page, shop, path);
    await page.goto(`${at.dashboard}/${shop.handle}/returns?view=all`);
    await page
      .getByRole("link", { name: /^R-\d+$/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: /^R-/ }).waitFor();
    await picture(page, `${shop.handle} return`);
  }
});

test("before anybody is in", async ({ page }) => {
  await page.goto(`${at.dashboard}/sign-in`);
  await picture(page, "sign-in");
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await picture(page, "sign-in, wrong");
  for (const path of ["sign-in/sent", "invitation/over", "access/over", "connect", "api/v1"]) {
    await page.goto(`${at.dashboard}/${path}`);
    await picture(page, path);
  }
});

test("a shop with nothing in it yet, then its first credit held for a person", async ({ page }) => {
  const shop = await connectedShop(page);
  const empty = ["", "/returns", "/credits", "/credits/owed", "/credits/reconciliation", "/customers"];
  for (const path of [...empty, "/settings/audit", "/settings/team"])
    await pictureOf(page, shop, path, "empty ");
  await page.goto(`${at.dashboard}/${shop.handle}/settings/limits`);
  await page.getByRole("button", { name: "Pause issuing…" }).click();
  await picture(page, "a dialog");
  await page.keyboard.press("Escape");
  await page.getByLabel("One return").first().fill("1.00");
  await page.getByRole("button", { name: "Save limits" }).click();
  await page.getByText(/^Saved/).waitFor();
  await makeReturn(page, shop, shop.order, { approve: true });
  await page.getByRole("button", { name: /^Issue / }).click();
  await page.getByRole("heading", { name: /needs your decision$/ }).waitFor();
  await picture(page, "review: a return");
  await pictureOf(page, shop, "", "review ");
  await pictureOf(page, shop, "/returns?view=in_review", "review ");
});

test("what is wrong, asked, chosen, or on its way", async ({ page, context }) => {
  await signInAs(page, /Olivia Bloom/);
  const returns = `${at.dashboard}/bloom/returns`;
  await page.goto(`${returns}?q=nothing-is-called-that`);
  await picture(page, "empty: nothing found");
  await page.goto(`${at.dashboard}/bloom/nowhere`);
  await picture(page, "error: no such page");
  await page.goto(`${returns}/new`);
  await page.getByRole("button", { name: "Find the order" }).click();
  await picture(page, "error: beside the field");
  await page.getByLabel("Order number").fill("#1023");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Find the order" }).click();
  await page.getByText(/Kept did not answer/).waitFor();
  await picture(page, "error: a lost connection");
  await context.setOffline(false);
  await page.goto(`${at.dashboard}/bloom/settings/resolutions`);
  await page.getByLabel("Bonus amount").fill("-3");
  await picture(page, "settings: changed");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Correct what is marked above").waitFor();
  await picture(page, "settings: wrong");
  await page.goto(`${at.dashboard}/bloom/settings/automation`);
  await page.getByRole("button", { name: "Add an approval rule" }).click();
  await page.getByLabel("Name of the rule").fill("Small returns");
  await page.getByLabel("Add a condition").first().selectOption("returnValue");
  await page.getByRole("group", { name: "At most", exact: true }).getByLabel("USD").fill("50");
  await page.getByRole("button", { name: "Try these rules" }).click();
  await page
    .getByText("Waits for a person.", { exact: true })
    .or(page.getByText(/^Decided by/))
    .first()
    .waitFor();
  await picture(page, "settings: a rule tried");
  await refundedInShopify(page);
  await picture(page, "review: refunded in Shopify");
  await page.goto(`${returns}?view=requested`);
  await page.getByLabel("Select all on this page").check();
  await picture(page, "many: chosen");
  await page.getByRole("button", { name: /^Approve \d/ }).click();
  await picture(page, "many: asked once more");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Approve/ })
    .click();
  const batch = page.getByRole("region", { name: /^Approve \d/ });
  await batch.waitFor();
  await picture(page, "many: on their way");
  await batch.getByRole("link").first().click();
  await page.waitForURL(/\/returns\/bulk\//);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await picture(page, "many: a page of their own");
  await page.goto(`${returns}?view=all`, { waitUntil: "networkidle" });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /Find a return/ }).fill("r");
  await picture(page, "palette");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await picture(page, "keys");
});

test("a return from its request to a credit taken back", async ({ page }) => {
  await signInAs(page, /Olivia Bloom/);
  await makeReturn(page, bloom, "#1023", { approve: false });
  await page.getByRole("button", { name: "Decline…" }).click();
  await picture(page, "return: to be declined");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await page.getByRole("button", { name: /^Issue / }).waitFor();
  await page.getByText("Inspect what came").click();
  await picture(page, "return: to be inspected");
  await page.reload();
  await page.getByRole("button", { name: /^Issue / }).click();
  await picture(page, "return: issuing");
  await page.getByText(/of store credit issued/).waitFor({ timeout: 60_000 });
  await picture(page, "return: issued");
  await page.getByText("Take credit back").click();
  await page.getByRole("button", { name: /^Take back \$/ }).waitFor();
  await picture(page, "return: to be taken back");
  await editCredit(bloom, "grace@example.com", { amount: "5.13", note: "Sorry for the wait" });
  await page.goto(`${at.dashboard}/bloom/credits/reconciliation`);
  await page.getByRole("button", { name: /^Reconcile now/ }).click();
  await page.getByText(/^Compared just now for/).waitFor({ timeout: 45_000 });
  await page
    .getByRole("article")
    .getByText(/^Settle/)
    .first()
    .click();
  await picture(page, "reconciliation: a difference");
});

test("while a page is on its way, and when it does not come", async ({ page }) => {
  await signInAs(page, /Olivia Bloom/);
  await page.goto(`${at.dashboard}/bloom/settings/team`);
  await page.waitForLoadState("networkidle");
  await page.route(/settings\/shopify/, async (route) => {
    if (route.request().headers()["next-router-prefetch"]) return route.fallback();
    await new Promise((done) => setTimeout(done, 30_000));
    await route.continue().catch(() => undefined);
  });
  await page.getByRole("link", { name: "Shopify", exact: true }).click();
  await picture(page, "loading: a page of Settings");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

/** Every page whose route is like this, but for those that are there only after something was done. */
async function pictures(page: Page, like: RegExp): Promise<void> {
  for (const route of routes().filter((each) => like.test(each) && !/\[(id|copy)\]/.test(each))) {
    await page.goto(await addressOf(page, route));
    await page.getByText("Asking Shopify…").waitFor({ state: "hidden" }); // how that looks has a picture of its own
    await page.waitForLoadState("networkidle"); // what comes after the page itself stands in its place by then
    await picture(page, route.replaceAll(/[[\]]/g, ""));
  }
}

function pictureOf(page: Page, shop: Shop, path: string, before = ""): Promise<void> {
  return page
    .goto(`${at.dashboard}/${shop.handle}${path}`, { waitUntil: "networkidle" })
    .then(() => picture(page, `${before}${before ? "shop" : shop.handle}${path || " home"}`));
}
