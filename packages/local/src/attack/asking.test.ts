import { expect, test } from "vitest";
import { fill, type Names, named, queryOf, valuesFor } from "./asking.ts";
import { dashboardDoors } from "./doors.ts";
import { nameOf } from "./guards.ts";

const names = Object.fromEntries(named.map((what) => [what, what.replaceAll(/\W/g, "")])) as unknown as Names;

test("every address and every action can be asked about: a new one has to say how", () => {
  for (const door of dashboardDoors()) {
    if (door.kind === "action") {
      const values = valuesFor(door, names);
      expect([nameOf(door), values.length]).toEqual([nameOf(door), door.takes.length]);
      expect([nameOf(door), JSON.stringify(values)]).toEqual([
        nameOf(door),
        expect.not.stringContaining("undefined"),
      ]);
    } else expect(`${fill(door.path, names)}${queryOf(door.path, names)}`).not.toMatch(/[[\]]|undefined/);
  }
});
