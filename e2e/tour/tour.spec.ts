import { join } from "node:path";
import { type Page, test } from "@playwright/test";
import { walkPages } from "../world/accessibility.ts";
import { at } from "../world/env.ts";
import { bloom } from "../world/shops.ts";
import { makeReturn, signInAs } from "../world/staff.ts";

const folder = join(import.meta.dirname, "../../screenshots");
const widths = [390, 768, 1440];

test("every page, full", async ({ page }) => {
  await signInAs(page, /Olivia Bloom/);
  await walkPages(page, { start: `${at.dashboard}/bloom`, within: /^\/(bloom|shops)/ }, (address) =>
    picture(page, new URL(address).pathname),
  );
});

test("what is empty, wrong, asked, or on its way", async ({ page }) => {
  await signInAs(page, /Olivia Bloom/);
  const returns = `${at.dashboard}/bloom/returns`;
  await page.goto(`${returns}?view=in_review`);
  await picture(page, "empty: nothing in review");
  await page.goto(`${returns}?q=nothing-is-called-that`);
  await picture(page, "empty: nothing found");
  await page.goto(`${at.dashboard}/bloom/nowhere`);
  await picture(page, "error: no such page");
  await page.goto(`${returns}/new`);
  await page.getByRole("button", { name: "Find the order" }).click();
  await picture(page, "error: beside the field");
  await page.goto(`${returns}?view=requested`);
  await page.getByLabel("Select all on this page").check();
  await picture(page, "many: chosen");
  await page.getByRole("button", { name: /^Approve \d/ }).click();
  await picture(page, "many: asked once more");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /Find a return/ }).fill("r");
  await picture(page, "palette");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await picture(page, "keys");
  await makeReturn(page, bloom, "#1023", { approve: true });
  await page.getByText("Inspect what came").click();
  await picture(page, "return: to be inspected");
  await page.getByRole("button", { name: /^Issue / }).click();
  await picture(page, "return: issuing");
  await page.getByText(/of store credit issued/).waitFor({ timeout: 60_000 });
  await picture(page, "return: issued");
});

/** The page as it stands, at every width, in light and in dark. */
async function picture(page: Page, name: string): Promise<void> {
  const file = name.replace(/^\//, "").replaceAll(/[^\w-]+/g, "-") || "start";
  for (const width of widths)
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: join(folder, file, `${width}-${colorScheme}.png`), fullPage: true });
    }
}
