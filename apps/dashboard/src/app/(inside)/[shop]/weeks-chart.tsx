import type { HomeFigures } from "@kept/domain";
import { formatMoney, type Money } from "@kept/money";
import { locale } from "../../../ui/amount.tsx";
import { classes } from "../../../ui/classes.ts";
import { barHeights, everyWeek, scaleOf } from "./bars.ts";

interface Props {
  weeks: HomeFigures["byWeek"];
  days: HomeFigures["days"];
  kept: Money;
  bonus: Money;
}

const written = (amount: Money) => formatMoney(amount, locale);

/** Per week: what stayed as credit, what went back as money, what the bonus cost. Drawn on the server, no script. */
export function WeeksChart({ weeks, days, kept, bonus }: Props) {
  if (weeks.length === 0) {
    return (
      <p className="py-6 text-center text-ink-2">
        Once the first credits are issued you see here what stays in your shop, beside what the bonus costs.
      </p>
    );
  }
  const top = scaleOf(weeks);
  return (
    <figure>
      <p className="mb-5">
        <span className="figures font-medium">{written(bonus)}</span> of bonus kept{" "}
        <span className="figures font-medium text-accent-ink">{written(kept)}</span> in your shop.
      </p>
      <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 pt-2">
        <Scale top={{ minor: top, currency: kept.currency }} />
        <div className="relative">
          <Lines />
          <ol className="relative flex h-44">
            {everyWeek(weeks, days).map(({ monday, week }) => (
              <li
                key={monday}
                className="group relative flex flex-1 items-end justify-center gap-px sm:gap-0.5"
              >
                {week && <Bars week={week} top={top} />}
                <span className="absolute top-full pt-1.5 text-xs whitespace-nowrap text-ink-3 max-md:group-last:right-0 max-md:group-[:not(:nth-child(4n+1))]:hidden">
                  {weekName(monday)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <figcaption className="mt-9 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
        <Key color="bg-accent-ink">Kept as credit</Key>
        <Key color="bg-control">Paid back as money</Key>
        <Key color="bg-person">Bonus</Key>
      </figcaption>
      <InFigures weeks={weeks} />
    </figure>
  );
}

/** What the lines stand for: the whole, the half and nothing. Beside the bars, so that none hides it. */
function Scale({ top }: { top: Money }) {
  const amounts = [top, { ...top, minor: top.minor / 2n }, { ...top, minor: 0n }];
  return (
    <ul className="flex h-44 flex-col justify-between text-right text-xs text-ink-3">
      {amounts.map((amount) => (
        <li key={amount.minor} className="h-0">
          <span className="figures block -translate-y-1/2">{rounded(amount)}</span>
        </li>
      ))}
    </ul>
  );
}

function Lines() {
  return (
    <div className="absolute inset-0 flex flex-col justify-between">
      {["whole", "half", "nothing"].map((line) => (
        <div key={line} className="border-t border-line" />
      ))}
    </div>
  );
}

function Bars({ week, top }: { week: HomeFigures["byWeek"][number]; top: bigint }) {
  const tall = barHeights(week, top);
  const says = `Week of ${weekName(week.week)}: ${written(week.credit)} kept as credit, ${written(week.original)} paid back, ${written(week.bonus)} bonus`;
  return (
    <>
      <span title={says} className="absolute inset-0 group-hover:bg-hover/60" />
      <Bar tall={tall.credit} color="bg-accent-ink" />
      <Bar tall={tall.original} color="bg-control" />
      <Bar tall={tall.bonus} color="bg-person" />
    </>
  );
}

function Bar({ tall, color }: { tall: number; color: string }) {
  return (
    <span
      className={classes("pointer-events-none relative w-1/4 max-w-5 rounded-t-sm", color)}
      style={{ height: `${tall}%` }}
    />
  );
}

/** The same for whoever does not see the chart; the frame holds it, a table of its own would be as wide as its words. */
function InFigures({ weeks }: { weeks: Props["weeks"] }) {
  return (
    <div className="sr-only">
      <table>
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
    </div>
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

/** A round amount, without the zeros of its small unit; on a phone "KWD 40M". */
function rounded(amount: Money) {
  const whole = written(amount).replace(/\.0+$/, "");
  const short = whole.replace(/,000,000$/, "M").replace(/,000$/, "K");
  return (
    <>
      <span className="md:hidden">{short}</span>
      <span className="hidden md:inline">{whole}</span>
    </>
  );
}

const weekNames = new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", timeZone: "UTC" });

function weekName(monday: string): string {
  return weekNames.format(new Date(monday));
}
