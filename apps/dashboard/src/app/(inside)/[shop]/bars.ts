import type { HomeFigures } from "@kept/domain";

type Week = HomeFigures["byWeek"][number];

/** The amount at the top of the chart, in minor units: round, and at least the largest of all. */
export function scaleOf(weeks: readonly Week[]): bigint {
  let largest = 1n;
  for (const { credit, original, bonus } of weeks) {
    for (const { minor } of [credit, original, bonus]) if (minor > largest) largest = minor;
  }
  const unit = 10n ** BigInt(Math.max(0, largest.toString().length - 1));
  return ([2n, 4n, 6n, 8n, 10n].find((times) => times * unit >= largest) ?? 10n) * unit;
}

/** Of a hundred, for drawing only: whole, and at least one for anything that is there at all. */
export function barHeights(week: Week, top: bigint) {
  const tall = (minor: bigint) => (minor <= 0n ? 0 : Math.max(1, Number((minor * 100n) / top)));
  return {
    credit: tall(week.credit.minor),
    original: tall(week.original.minor),
    bonus: tall(week.bonus.minor),
  };
}

/** Every week that has one of these days, also one in which nothing moved: the figures above are the sums of all. */
export function everyWeek(
  weeks: readonly Week[],
  { from, to }: HomeFigures["days"],
): { monday: string; week: Week | null }[] {
  const known = new Map(weeks.map((week) => [week.week, week]));
  const every = [];
  for (let monday = mondayOf(from); monday <= to; monday = daysAfter(monday, 7))
    every.push({ monday, week: known.get(monday) ?? null });
  return every;
}

function mondayOf(day: string): string {
  return daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
