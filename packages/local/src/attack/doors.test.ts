import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../repository.ts";
import { dashboardDoors } from "./doors.ts";
import { guardOf, nameOf } from "./guards.ts";
import { withoutNeed } from "./trials/role-trials.ts";

const doors = dashboardDoors();

test("the ways into the dashboard are found in its source, with what they take", () => {
  expect(doors.filter(({ kind }) => kind === "page").length).toBeGreaterThan(30);
  expect(doors).toContainEqual({ kind: "route", path: "/shopify/webhooks", methods: ["POST"] });
  expect(doors).toContainEqual({ kind: "page", path: "/[shop]/returns/[number]" });
  const taking = new Map(doors.map((door) => [nameOf(door), door.kind === "action" ? door.takes : []]));
  expect(taking.get("[shop]/returns/[number]/actions.ts#decline")).toEqual(["shop", "number", "_", "form"]);
  expect(taking.get("[shop]/returns/bulk/actions.ts#steer")).toEqual(["shop", "input"]);
});

test("no action hides where the search for doors does not look", () => {
  const src = join(repository, "apps", "dashboard", "src");
  const elsewhere = globSync("**/*.{ts,tsx}", { cwd: src }).filter((file) => {
    const text = readFileSync(join(src, file), "utf8");
    const inline = /^\s+["']use server["']/m.test(text);
    const otherwise = text.startsWith('"use server"') && /export (const|default|\{|\*)/.test(text);
    return inline || otherwise;
  });
  expect(elsewhere).toEqual([]);
});

test("every door asks for something, or is known to be for everybody", () => {
  expect(doors.filter((door) => guardOf(door) === undefined).map(nameOf)).toEqual([]);
});

test("an action in a shop's folder says first which shop it is about, so that the matrix tries it", () => {
  const silent = doors.filter(
    (door) => door.kind === "action" && nameOf(door).startsWith("[shop]/") && door.takes[0] !== "shop",
  );
  expect(silent.map(nameOf)).toEqual([]);
});

test("of every act and file it is said what a role needs for it", () => {
  expect(withoutNeed(doors)).toEqual([]);
});
