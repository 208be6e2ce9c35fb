import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectPage } from "../world/accessibility.ts";
import { at } from "../world/env.ts";
import { addressOf, routes } from "../world/routes.ts";
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

/** Pages that are there only after something was done, and the stories that do it and look at them. */
const elsewhere: Readonly<Record<string, string>> = {
  "/[shop]/returns/bulk/[id]": "goods-and-many",
  "/shops/copy/[copy]": "copy-settings",
  "/connect": "connect-shop",
  "/invitation/[token]": "team-and-agencies",
  "/access/[token]": "team-and-agencies",
};

const areas = [
  { name: "home and returns", of: /^\/\[shop\](\/returns.*)?$/, as: /Olivia Bloom/ },
  { name: "credits and customers", of: /^\/\[shop\]\/(credits|customers)/, as: /Olivia Bloom/ },
  { name: "settings, first half", of: /^\/\[shop\]\/settings(\/[a-l].*)?$/, as: /Olivia Bloom/ },
  { name: "settings, second half", of: /^\/\[shop\]\/settings\/[m-z]/, as: /Olivia Bloom/ },
  { name: "all shops", of: /^\/shops/, as: /Nora Wind/ },
  { name: "before signing in", of: /^\/(sign-in.*|api\/v1)$/, as: null },
];

/** Pages that only lead on to another. */
const redirected: Readonly<Record<string, string>> = { "/[shop]/settings": "/[shop]/settings/resolutions" };

const pages = routes().filter((route) => route !== "/" && !(route in elsewhere));

for (const { name, of, as } of areas)
  test(`everybody can use the dashboard's pages: ${name}; nothing overflows on a phone, a tablet or a desk`, async ({
    page,
  }) => {
    test.slow();
    if (as) await signInAs(page, as);
    for (const route of pages.filter((each) => of.test(each))) {
      await page.goto(await addressOf(page, route));
      await expectPage(page, redirected[route] ?? route);
    }
  });

test("no page of the dashboard is left out", () => {
  expect(pages.length).toBeGreaterThan(25);
  expect(pages.filter((route) => areas.filter(({ of }) => of.test(route)).length !== 1)).toEqual([]);
  for (const [route, story] of Object.entries(elsewhere)) {
    expect(routes()).toContain(route);
    const told = readFileSync(join(import.meta.dirname, `${story}.spec.ts`), "utf8");
    expect(told, `${story} looks at ${route}`).toContain(`, "${route}")`);
  }
});

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
