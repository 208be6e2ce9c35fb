import type { HomeFigures } from "@kept/domain";
import { formatMoney, type Money } from "@kept/money";
import { locale } from "../../../ui/amount.tsx";
import { barHeights, scaleOf } from "./bars.ts";

interface Props {
  weeks: HomeFigures["byWeek"];
  kept: Money;
  bonus: Money;
}

const height = 160;
const slot = 56;
const bar = 14;

/** Per week: what stayed as credit, what went back as money, what the bonus cost. Drawn on the server, no script. */
export function WeeksChart({ weeks, kept, bonus }: Props) {
  if (weeks.length === 0) {
    return (
      <p className="py-6 text-center text-ink-2">
        Once the first credits are issued you see here what stays in your shop, beside what the bonus costs.
      </p>
    );
  }
  const scale = scaleOf(weeks);
  const width = weeks.length * slot;
  const written = (amount: Money) => formatMoney(amount, locale);
  return (
    <figure>
      <p className="mb-4">
        <span className="figures font-medium">{written(bonus)}</span> of bonus kept{" "}
        <span className="figures font-medium text-accent-ink">{written(kept)}</span> in your shop.
      </p>
      <div className="overflow-x-auto">
        <svg
          viewBox={`0 0 ${width} ${height + 24}`}
          role="img"
          aria-label={`Credit, money back and bonus over ${weeks.length} weeks; the table below has the figures`}
          className="h-48 min-w-full"
          style={{ width: `${width}px` }}
          preserveAspectRatio="xMinYMax meet"
        >
          <line x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} className="stroke-line" />
          {weeks.map((week, index) => {
            const tall = barHeights(week, scale, height);
            const x = index * slot + 5;
            return (
              <g key={week.week}>
                <title>{`Week of ${weekName(week.week)}: ${written(week.credit)} credit, ${written(week.original)} money back, ${written(week.bonus)} bonus`}</title>
                <rect
                  x={x}
                  y={height - tall.credit}
                  width={bar}
                  height={tall.credit}
                  rx="2"
                  className="fill-accent-ink"
                />
                <rect
                  x={x + bar + 2}
                  y={height - tall.original}
                  width={bar}
                  height={tall.original}
                  rx="2"
                  className="fill-line-strong"
                />
                <rect
                  x={x + 2 * bar + 4}
                  y={height - tall.bonus}
                  width={bar}
                  height={tall.bonus}
                  rx="2"
                  className="fill-person"
                />
                <text x={x + 23} y={height + 17} textAnchor="middle" className="fill-ink-3 text-[10px]">
                  {weekName(week.week)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
        <Key color="bg-accent-ink">Kept as credit</Key>
        <Key color="bg-line-strong">Paid back as money</Key>
        <Key color="bg-person">Bonus</Key>
      </figcaption>
      <table className="sr-only">
        <caption>By week</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col">Credit</th>
            <th scope="col">Money back</th>
            <th scope="col">Bonus</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.week}>
              <th scope="row">{weekName(week.week)}</th>
              <td>{written(week.credit)}</td>
              <td>{written(week.original)}</td>
              <td>{written(week.bonus)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Key({ color, children }: { color: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className={`size-2.5 rounded-xs ${color}`} />
      {children}
    </span>
  );
}

function weekName(monday: string): string {
  return new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", timeZone: "UTC" }).format(
    new Date(monday),
  );
}
