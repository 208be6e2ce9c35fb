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

/** The weeks of the chart, each there even when nothing moved in it: the last thirteen, up to the one of `now`. */
export function everyWeek(weeks: readonly Week[], now: Date): { monday: string; week: Week | null }[] {
  const known = new Map(weeks.map((week) => [week.week, week]));
  const thisMonday = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  thisMonday.setUTCDate(thisMonday.getUTCDate() - ((thisMonday.getUTCDay() + 6) % 7));
  return Array.from({ length: 13 }, (_, index) => {
    const day = new Date(thisMonday);
    day.setUTCDate(day.getUTCDate() - 7 * (12 - index));
    const monday = day.toISOString().slice(0, 10);
    return { monday, week: known.get(monday) ?? null };
  });
}
