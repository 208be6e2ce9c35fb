import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, overflow, walkPages } from "../world/accessibility.ts";
import { at } from "../world/env.ts";
import { fjord, kumo } from "../world/shops.ts";
import { signInAs } from "../world/staff.ts";

for (const { handle } of [fjord, kumo]) {
  test(`everybody can use the first page of ${handle} in its own language and its own colour`, async ({
    page,
  }) => {
    await page.goto(`${at.portal}/${handle}`);
    await expectAccessible(page);
    await page.getByRole("button").last().click(); // nothing filled in: each field says what it needs
    await expect(page.locator("[aria-invalid=true]")).toHaveCount(2);
    await expectAccessible(page);
  });
}

test("everybody can sign in to the dashboard", { tag: "@phone" }, async ({ page }) => {
  await page.goto(at.dashboard);
  await expectAccessible(page);
});

const areas = [
  { name: "home and returns", start: "/bloom", within: /^\/bloom(\/returns(\/.*)?)?$/, least: 4 },
  {
    name: "credits and customers",
    start: "/bloom/credits",
    within: /^\/bloom\/(credits|customers)/,
    least: 5,
  },
  { name: "settings", start: "/bloom/settings/resolutions", within: /^\/bloom\/settings\//, least: 12 },
  { name: "all shops", start: "/shops", within: /^\/shops/, least: 4 },
];

for (const { name, start, within, least } of areas) {
  test(`everybody can use the dashboard's pages: ${name}; nothing overflows on a phone, a tablet or a desk`, async ({
    page,
  }) => {
    test.slow();
    await signInAs(page, start === "/shops" ? /Nora Wind/ : /Olivia Bloom/);
    const pages = await walkPages(page, { start: at.dashboard + start, within }, async (address) => {
      for (const width of [390, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await overflow(page), `${address} at ${width} px`).toEqual([]);
      }
      await expectAccessible(page);
    });
    expect(pages.length).toBeGreaterThanOrEqual(least);
  });
}

test("no page of the dashboard ships more than 180 kB of script, zipped", async ({ page }) => {
  await signInAs(page, /Olivia Bloom/);
  const known = new Map<string, number>();
  const heaviest = [
    "",
    "/returns",
    "/credits",
    "/customers",
    "/settings/automation",
    "/settings/emails/return_received",
  ];
  for (const path of heaviest) {
    await page.goto(`${at.dashboard}/bloom${path}`);
    let bytes = 0;
    for (const source of await scriptsOf(page)) {
      if (!known.has(source))
        known.set(source, gzipSync(await (await page.request.get(source)).body()).length);
      bytes += known.get(source) ?? 0;
    }
    expect.soft(bytes, path).toBeLessThanOrEqual(180 * 1024);
  }
});

/** What a browser of today loads: it knows modules and leaves the rest. */
async function scriptsOf(page: Page): Promise<Set<string>> {
  const scripts = page.locator("script[src]:not([nomodule])");
  return new Set(await scripts.evaluateAll((all) => all.map((script) => (script as HTMLScriptElement).src)));
}
