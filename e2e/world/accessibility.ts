import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Checks the page as it stands, in light and in dark, against WCAG 2.2 AA and axe's own best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map((node) => node.html.slice(0, 160)),
    }));
    expect.soft(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/** Every page of its own kind that can be reached from this one by links; numbers and keys in an address are one kind. */
export async function reachablePages(page: Page, limit = 40): Promise<string[]> {
  const origin = new URL(page.url()).origin;
  const waiting = [page.url()];
  const found = new Map<string, string>();
  while (waiting.length > 0 && found.size < limit) {
    const next = waiting.shift() ?? "";
    if (found.has(kindOf(next))) continue;
    found.set(kindOf(next), next);
    await page.goto(next);
    const links = await page
      .locator("a[href]:not([download])")
      .evaluateAll((anchors) => anchors.map((a) => (a as HTMLAnchorElement).href));
    waiting.push(
      ...links.filter((href) => href.startsWith(`${origin}/`) && !/\/api\/|\/export\b|\/photos\//.test(href)),
    );
  }
  return [...found.values()];
}

function kindOf(address: string): string {
  const { pathname } = new URL(address);
  return pathname.replace(/\/\d+/g, "/:number").replace(/\/[\w-]{20,}/g, "/:key");
}
