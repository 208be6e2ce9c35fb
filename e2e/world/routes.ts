import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { at } from "./env.ts";
import { bloom } from "./shops.ts";

const app = join(import.meta.dirname, "../../apps/dashboard/src/app");

/** Every page the dashboard has, by its route: "/[shop]/returns/[number]". Read from where they lie, so that none is forgotten. */
export function routes(): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, "").replaceAll(/\(\w+\)\/?/g, "")}`)
    .sort();
}

/** Where a page that takes something is found, by somebody who is signed in to Bloom. */
const examples: Readonly<Record<string, (page: Page) => Promise<string>>> = {
  "/[shop]/returns/[number]": (page) => firstLink(page, "/bloom/returns?view=all", /^R-\d+$/),
  "/[shop]/returns/new/[draft]": async (page) => {
    await page.goto(`${at.dashboard}/bloom/returns/new`);
    await page.getByLabel("Order number").fill("#1029");
    await page.getByRole("button", { name: "Find the order" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Order #1029" })).toBeVisible();
    return page.url();
  },
  "/[shop]/customers/[number]": (page) => firstLink(page, "/bloom/customers", /\w/),
  "/[shop]/settings/emails/[kind]": async () => `${at.dashboard}/bloom/settings/emails/store_credit_issued`,
  "/[shop]/settings/webhooks/[endpoint]": async (page) => {
    await page.goto(`${at.dashboard}/bloom/settings/webhooks`);
    const url = `https://example.com/${crypto.randomUUID()}`;
    await page.getByLabel("Address", { exact: true }).fill(url);
    await page.getByRole("button", { name: "Add endpoint" }).click();
    const link = page.getByRole("table").getByRole("link", { name: url });
    return `${at.dashboard}${await link.getAttribute("href")}`;
  },
};

/** The address of a route, for a look at it. A route that takes something and has no example is one nobody looks at. */
export function addressOf(page: Page, route: string): Promise<string> {
  const example = examples[route];
  if (example) return example(page);
  const path = route.replace("[shop]", bloom.handle);
  if (path.includes("["))
    throw new Error(`${route} takes something: say in world/routes.ts where one is found`);
  return Promise.resolve(`${at.dashboard}${path}`);
}

async function firstLink(page: Page, list: string, name: RegExp): Promise<string> {
  await page.goto(`${at.dashboard}${list}`);
  const href = await page.getByRole("table").getByRole("link", { name }).first().getAttribute("href");
  return `${at.dashboard}${href}`;
}
