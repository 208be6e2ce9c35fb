import { zero } from "@kept/money";
import { expect, test } from "vitest";
import { everyWeek } from "./bars.ts";

const none = zero("USD");
const weekOf = (week: string) => ({ week, credit: none, original: none, bonus: none });

test.each([
  // Ninety days touch fourteen weeks when they end on a Monday to Friday, else thirteen.
  ["2026-08-31", "2026-11-28", 13, "2026-08-31", "2026-11-23"],
  ["2026-08-26", "2026-11-23", 14, "2026-08-24", "2026-11-23"],
  ["2026-08-30", "2026-11-27", 14, "2026-08-24", "2026-11-23"],
  ["2026-09-01", "2026-11-29", 13, "2026-08-31", "2026-11-23"],
])("from %s to %s every week stands in the chart, %i of them", (from, to, count, first, last) => {
  const every = everyWeek([weekOf(first), weekOf(last)], { from, to });
  expect(every).toHaveLength(count);
  expect([every[0], every.at(-1)]).toEqual([first, last].map((monday) => ({ monday, week: weekOf(monday) })));
});
