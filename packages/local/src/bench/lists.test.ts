import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../repository.ts";
import { lists } from "./lists.ts";

const app = join(repository, "apps/dashboard/src/app/(inside)");

/** Pages whose address says something else than what a list shows, and one that a shop has to be told of first. */
const others = [
  "/shops/copy",
  "/shops/team",
  "/[shop]/settings/shopify",
  "/[shop]/settings/webhooks/[endpoint]",
];

test("every page of the dashboard that shows a part of many is measured", () => {
  const measured = lists.map(({ page }) => (page.startsWith("/") ? page : `/[shop]/${page}`).split("?")[0]);
  const shown = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("/page.tsx"))
    .filter((file) => /searchParams/.test(readFileSync(join(app, file), "utf8")))
    .map((file) => `/${file.replace("/page.tsx", "")}`);
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((page) => !measured.includes(page) && !others.includes(page))).toEqual([]);
});
