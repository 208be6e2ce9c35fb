import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Checks the page as it stands, in light and in dark, against WCAG 2.2 AA and axe's own best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  // A letter's preview runs nothing, axe neither, which would wait for it for ever; letters have tests of their own.
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe[sandbox]")) frame.remove();
  });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect.soft(await violations(page), `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/**
 * Checks one page of the portal as it stands: it speaks the language it was asked for, from the side that language is
 * written from, sticks out nowhere, and axe finds nothing: which is a script itself, and cannot look where none runs. By
 * day or by night as the story has it.
 */
export async function expectUsable(
  page: Page,
  {
    language,
    direction,
    script,
  }: { readonly language: string; readonly direction: "ltr" | "rtl"; readonly script: boolean },
): Promise<void> {
  const html = page.locator("html");
  expect([await html.getAttribute("lang"), await html.getAttribute("dir")]).toEqual([language, direction]);
  expect.soft(await overflow(page), page.url()).toEqual([]);
  if (script) expect.soft(await violations(page), page.url()).toEqual([]);
}

async function violations(page: Page) {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.html.slice(0, 160)),
  }));
}

/**
 * Opens every page of its own kind that links lead to from `start`, as far as its path is `within`, and looks at each
 * once. Numbers, keys and the kinds of a setting make no kind of page of their own. Answers the addresses.
 */
export async function walkPages(
  page: Page,
  { start, within }: { readonly start: string; readonly within: RegExp },
  look: (address: string) => Promise<void>,
): Promise<string[]> {
  const waiting = [start];
  const seen = new Map<string, string>();
  while (waiting.length > 0) {
    const next = waiting.shift() ?? "";
    if (seen.has(kindOf(next))) continue;
    seen.set(kindOf(next), next);
    await page.goto(next);
    const links = await page
      .locator("a[href]:not([download])")
      .evaluateAll((anchors) => anchors.map((a) => (a as HTMLAnchorElement).href));
    const { origin } = new URL(start);
    waiting.push(
      ...links.filter(
        (href) =>
          href.startsWith(`${origin}/`) &&
          within.test(new URL(href).pathname) &&
          !/\/api\/|\/export\b|\/photos\//.test(href),
      ),
    );
    await look(next);
  }
  return [...seen.values()];
}

/** What sticks out of the page sideways, unless it scrolls in a frame of its own. Empty when all is well. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("main *, aside *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

function kindOf(address: string): string {
  const { pathname } = new URL(address);
  return pathname
    .replace(/\/\d+/g, "/:number")
    .replace(/\/[\w-]{20,}/g, "/:key")
    .replace(/\/emails\/\w+/, "/emails/:kind");
}
