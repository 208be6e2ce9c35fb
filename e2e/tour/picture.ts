import { join } from "node:path";
import type { Page } from "@playwright/test";

const folder = join(import.meta.dirname, "../../screenshots");
const widths = [320, 390, 768, 1440];

/** The page as it stands, whole, at every width, in light and in dark. */
export async function picture(page: Page, name: string): Promise<void> {
  const file = name.replace(/^\//, "").replaceAll(/[^\w-]+/g, "-") || "start";
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // As tall as the page: what sticks to an edge stands where it ends, and not across the middle.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(900, Math.min(height, 6_000)) });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: join(folder, file, `${width}-${colorScheme}.png`) });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
