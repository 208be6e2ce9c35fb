import { expect, test } from "vitest";
import { dashboardDoors } from "./doors.ts";
import { fill, valueFor } from "./parts/matrix.ts";

const doors = dashboardDoors();
const named = (name: string) => doors.find((door) => door.kind === "action" && door.name === name);

test("the ways into the dashboard are found in its source, with what they take", () => {
  expect(doors.filter(({ kind }) => kind === "page").length).toBeGreaterThan(20);
  expect(doors).toContainEqual({ kind: "route", path: "/shopify/webhooks", methods: ["POST"] });
  expect(doors).toContainEqual({ kind: "page", path: "/[shop]/returns/[number]" });
  expect(named("decline")).toMatchObject({ takes: ["shop", "number", "_", "form"] });
});

test("every page and route in a shop is led by the shop, so that the matrix tries it", () => {
  const inside = doors.filter((door) => door.kind !== "action" && door.path.startsWith("/[shop]"));
  expect(inside.length).toBeGreaterThan(15);
  for (const door of inside)
    if (door.kind !== "action") expect(fill(door.path, "bloom")).not.toMatch(/[[\]]/);
});

test("an action that is about a shop says so first, so that the matrix tries it", () => {
  for (const door of doors) {
    if (door.kind !== "action" || !/\(inside\)\/\[shop\]/.test(door.file)) continue;
    expect([door.file, door.name, door.takes[0]]).toEqual([door.file, door.name, "shop"]);
  }
  expect(valueFor("shop", "bloom")).toBe("bloom");
});
