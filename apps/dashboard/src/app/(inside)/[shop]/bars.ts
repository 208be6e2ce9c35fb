import type { HomeFigures } from "@kept/domain";

type Week = HomeFigures["byWeek"][number];

/** The largest amount of the chart, in minor units: what the full height stands for. */
export function scaleOf(weeks: readonly Week[]): bigint {
  let largest = 1n;
  for (const { credit, original, bonus } of weeks) {
    for (const { minor } of [credit, original, bonus]) if (minor > largest) largest = minor;
  }
  return largest;
}

/** Pixels, for drawing only: whole ones, and at least two for anything that is there at all. */
export function barHeights(week: Week, largest: bigint, height: number) {
  const tall = (minor: bigint) => (minor <= 0n ? 0 : Math.max(2, Number((minor * BigInt(height)) / largest)));
  return {
    credit: tall(week.credit.minor),
    original: tall(week.original.minor),
    bonus: tall(week.bonus.minor),
  };
}
