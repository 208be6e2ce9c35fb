import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";
import { simulate } from "./simulate.ts";

const seeds = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);

test("in three hundred bad days no credit is given twice, claimed wrongly or left hanging, and few ask a person", () => {
  const days = seeds(1, 300).map((seed) => ({ seed, ...simulate(seed) }));
  const wrong = days.filter((day) => day.double + day.falseConfirm + day.stuck > 0);
  expect(wrong.map(({ seed }) => seed)).toEqual([]);
  const human = days.reduce((all, day) => all + day.human, 0);
  expect(human).toBeLessThan(days.length * 4 * 0.03);
});

test.each(mutants)(
  "the simulation catches %s: with it, money moves twice",
  (mutant) => {
    expect(seeds(1, 3_000).some((seed) => simulate(seed, mutant).double > 0)).toBe(true);
  },
  120_000,
);

test("a bad day can be lived through again, to the last reading", () => {
  expect(simulate(189)).toEqual(simulate(189));
  expect(simulate(7, "naive_retry")).toEqual(simulate(7, "naive_retry"));
});
