import type { HomeFigures } from "@kept/domain";
import { formatMoney, type Money } from "@kept/money";
import { locale } from "../../../ui/amount.tsx";
import { barHeights, everyWeek, scaleOf } from "./bars.ts";

interface Props {
  weeks: HomeFigures["byWeek"];
  kept: Money;
  bonus: Money;
}

const height = 180;
const slot = 80;
const bar = 20;

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
  const shown = everyWeek(weeks, new Date());
  const width = shown.length * slot;
  const written = (amount: Money) => formatMoney(amount, locale);
  return (
    <figure>
      <p className="mb-5">
        <span className="figures font-medium">{written(bonus)}</span> of bonus kept{" "}
        <span className="figures font-medium text-accent-ink">{written(kept)}</span> in your shop.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and a keyboard must be able to */}
      <section className="overflow-x-auto [direction:rtl]" aria-label="Chart by week" tabIndex={0}>
        <svg
          viewBox={`0 0 ${width} ${height + 24}`}
          role="img"
          aria-label="Credit, money back and bonus by week; the table after it has the figures"
          className="w-full min-w-2xl [direction:ltr]"
        >
          <line x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} className="stroke-line" />
          {shown.map(({ monday, week }, index) => {
            const x = index * slot;
            return (
              <g key={monday} transform={`translate(${x} 0)`}>
                {week && <Bars week={week} scale={scale} />}
                <text x={slot / 2} y={height + 18} textAnchor="middle" className="fill-ink-3 text-xs">
                  {weekName(monday)}
                </text>
              </g>
            );
          })}
        </svg>
      </section>
      <figcaption className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
        <Key color="bg-accent-ink">Kept as credit</Key>
        <Key color="bg-control">Paid back as money</Key>
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

function Bars({ week, scale }: { week: HomeFigures["byWeek"][number]; scale: bigint }) {
  const tall = barHeights(week, scale, height);
  const start = (slot - 3 * bar - 4) / 2;
  const says = [week.credit, week.original, week.bonus].map((amount) => formatMoney(amount, locale));
  return (
    <>
      <title>{`Week of ${weekName(week.week)}: ${says[0]} kept as credit, ${says[1]} paid back, ${says[2]} bonus`}</title>
      <rect
        x={start}
        y={height - tall.credit}
        width={bar}
        height={tall.credit}
        rx="3"
        className="fill-accent-ink"
      />
      <rect
        x={start + bar + 2}
        y={height - tall.original}
        width={bar}
        height={tall.original}
        rx="3"
        className="fill-control"
      />
      <rect
        x={start + 2 * bar + 4}
        y={height - tall.bonus}
        width={bar}
        height={tall.bonus}
        rx="3"
        className="fill-person"
      />
    </>
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
