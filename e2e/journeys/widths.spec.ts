import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { reachablePages } from "../world/accessibility.ts";
import { signInAs } from "../world/staff.ts";

const widths = [390, 768, 1440];
const mostScript = 180 * 1024;

for (const [person, shop] of [
  [/Henrik Voss/, "fjord, whose words are German"],
  [/Aiko Mori/, "kumo, whose amounts have no decimals"],
] as const) {
  test(`every page of ${shop}: nothing overflows on a phone, a tablet or a desk`, async ({ page }) => {
    test.slow();
    await signInAs(page, person);
    for (const address of await reachablePages(page)) {
      await page.goto(address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await overflow(page), `${address} at ${width} px`).toEqual([]);
      }
    }
  });
}

test("no page ships more than 180 kB of script, zipped", async ({ page }) => {
  test.slow();
  await signInAs(page, /Henrik Voss/);
  const known = new Map<string, number>();
  for (const address of await reachablePages(page)) {
    await page.goto(address);
    const sources = await page
      .locator("script[src]")
      .evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
    let bytes = 0;
    for (const source of new Set(sources)) {
      if (!known.has(source))
        known.set(source, gzipSync(await (await page.request.get(source)).body()).length);
      bytes += known.get(source) ?? 0;
    }
    expect.soft(bytes, address).toBeLessThanOrEqual(mostScript);
  }
});

/** What sticks out of the page sideways, unless it scrolls in a frame of its own. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("main *, aside *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
