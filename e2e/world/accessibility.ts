import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Checks the page as it stands, in light and in dark, against WCAG 2.2 AA and axe's own best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  // A letter's preview runs nothing, axe neither, which would wait for it for ever; letters have tests of their own.
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe[sandbox]")) frame.remove();
  });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect.soft(await violations(page), `${page.url()} in light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await violations(page, ofColors), `${page.url()} in dark`).toEqual([]);
}

/** Night changes colors alone: what else axe looks at is the same page, and was looked at by day. */
const ofColors = ["color-contrast", "link-in-text-block"];

/**
 * Checks one page of the portal as it stands: it speaks the language it was asked for, from the side that language is
 * written from, sticks out nowhere, is said in order, and axe finds nothing: which is a script itself, and on a phone
 * without one looks at the same document laid before it elsewhere, of each direction in one language. By day or by night
 * as the story has it.
 */
export async function expectUsable(
  page: Page,
  {
    language,
    direction,
    script,
  }: { readonly language: string; readonly direction: "ltr" | "rtl"; readonly script: boolean },
): Promise<void> {
  await page.waitForLoadState();
  const html = page.locator("html");
  expect([await html.getAttribute("lang"), await html.getAttribute("dir")]).toEqual([language, direction]);
  expect.soft(await overflow(page), page.url()).toEqual([]);
  // A sentence whose amount or name was forgotten shows its bracket.
  expect.soft(await page.locator("main").textContent(), page.url()).not.toMatch(/\{\w+\}/);
  expect.soft(saidBadly(await page.locator("body").ariaSnapshot()), page.url()).toEqual([]);
  const narrow = (page.viewportSize()?.width ?? 0) < 500;
  if (script) expect.soft(await violations(page), page.url()).toEqual([]);
  else if (narrow && ["en", "ar"].includes(language))
    expect.soft(await violationsOfDocument(page), page.url()).toEqual([]);
}

/**
 * What is wrong with a page as a screen reader says it, line by line: headings that do not follow one another from a
 * single first one, and things to use, fields in a group or pictures without a name. Empty when all is well.
 */
function saidBadly(said: string): string[] {
  const nameless =
    said.match(/^\s*- (?:textbox|checkbox|radio|combobox|button|link|group|img)(?: \[.*)?:?$/gm) ?? [];
  const levels = [...said.matchAll(/- heading .*\[level=(\d)\]/g)].map(([, level]) => Number(level));
  const skipped = levels.filter((level, nth) => level > (levels[nth - 1] ?? 0) + 1);
  const first = levels.filter((level) => level === 1).length === 1 && levels[0] === 1;
  return [
    ...nameless.map((line) => `without a name: ${line.trim()}`),
    ...skipped.map((level) => `a heading of level ${level} too early`),
    ...(first ? [] : [`headings of levels ${levels}`]),
  ];
}

async function violationsOfDocument(page: Page) {
  const html = (await page.content()).replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const context = await page
    .context()
    .browser()
    ?.newContext({
      javaScriptEnabled: true,
      viewport: page.viewportSize(),
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
  if (!context) throw new Error("No browser to look at a copy in");
  const copy = await context.newPage();
  await copy.route(page.url(), (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  await copy.goto(page.url());
  const found = await violations(copy);
  await context.close();
  return found;
}

/** What axe finds wrong; it looks from within the page and lists nothing that is right, which takes a quarter of the time. */
async function violations(page: Page, rules?: readonly string[]) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const found = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return found.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.html.slice(0, 160)),
  }));
}

/**
 * The page of the dashboard with this route, at a phone's, a tablet's and a desk's width: nothing sticks out, the keyboard
 * gets everywhere, and everybody can use it, by day and by night.
 */
export async function expectPage(page: Page, route: string): Promise<void> {
  expect(new URL(page.url()).pathname).toMatch(pathOf(route));
  await page.waitForLoadState(); // what a click led to is there before its styles are
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await overflow(page), `${page.url()} at ${width} px`).toEqual([]);
  }
  expect.soft(await beyondKeyboard(page), `${page.url()} by keyboard`).toEqual([]);
  await expectAccessible(page);
}

/** "/[shop]/returns/[number]" as a pattern of paths. */
function pathOf(route: string): RegExp {
  return new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/]+")}$`);
}

/** What sticks out of the page sideways, unless it scrolls in a frame of its own. Empty when all is well. */
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

/**
 * What can be clicked and not reached with Tab: something that listens to clicks or looks as if it did and is no link,
 * button or field; one that is left out of the order; an order of somebody's own. Choices of a list that a field walks
 * through with the arrows are reached from there.
 */
function beyondKeyboard(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const real = "a[href], button, input, select, textarea, summary, label, option, [popover], dialog";
    const found = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
      if (element.tabIndex > 0) return true;
      if (element.matches("[role=option], input[type=hidden], :disabled")) return false;
      const given = Object.entries(element).find(([name]) => name.startsWith("__reactProps$"))?.[1];
      const clicked = ["onClick", "onMouseDown", "onPointerDown"].some((name) => given && name in given);
      const pointed = getComputedStyle(element).cursor === "pointer";
      if ((clicked || pointed) && !element.closest(real)) return true;
      return element.matches("a, button, input, select, textarea, summary") && element.tabIndex < 0;
    });
    return found.map((element) => element.outerHTML.slice(0, 120));
  });
}
