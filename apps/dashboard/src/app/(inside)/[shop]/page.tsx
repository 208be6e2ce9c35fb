import { homeFigures } from "@kept/domain";
import { formatMoney, type Money } from "@kept/money";
import type { Metadata } from "next";
import { shopFor } from "../../../server/context.ts";
import { locale } from "../../../ui/amount.tsx";
import { Card } from "../../../ui/card.tsx";
import { classes } from "../../../ui/classes.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { day } from "../../../ui/when.tsx";
import { Figure, inARow } from "./figure.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { NeedsYou } from "./needs-you.tsx";
import { WeeksChart } from "./weeks-chart.tsx";
import { WhatIsUsed } from "./what-is-used.tsx";

export const metadata: Metadata = { title: "Home" };

export default async function Home({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await shopFor((await params).shop);
  const figures = await homeFigures(ctx);
  const { kept, of } = figures.keptRate;
  const { before } = figures;
  const written = (amount: typeof figures.kept) => formatMoney(amount, locale);
  return (
    <>
      <PageHeader title="Home">
        <p className="text-sm text-ink-2">
          The last 90 days, in {ctx.shop.currency}
          <span className="sr-only">, since {day(figures.since, ctx.shop.timeZone)}</span>
        </p>
      </PageHeader>
      <div className="grid gap-5">
        <NeedsYou needs={figures.needsYou} shop={ctx.shop.handle} />
        {figures.isNew && <FirstSteps shop={ctx.shop.handle} />}
        <dl className={classes("overflow-hidden rounded-xl border border-line", inARow)}>
          <Figure
            name="Kept as credit"
            value={written(figures.kept)}
            good
            trend={trendOf(figures.kept, before.kept)}
          >
            Refunds that stayed in your shop
          </Figure>
          <Figure
            name="Chose credit"
            value={of === 0 ? "—" : shareOf(kept, of)}
            trend={
              before.keptRate.of > 0 && of > 0
                ? `${shareOf(before.keptRate.kept, before.keptRate.of)} before`
                : null
            }
          >
            {of === 0
              ? "No return has been settled yet"
              : `${count.format(kept)} of ${count.format(of)} returns settled in ${ctx.shop.currency}`}
          </Figure>
          <Figure
            name="Bonus spent"
            value={written(figures.bonusSpent)}
            trend={trendOf(figures.bonusSpent, before.bonusSpent)}
          >
            What keeping it has cost
          </Figure>
          <Figure name="Still unspent" value={written(figures.unspent)}>
            Credit your customers hold today
          </Figure>
        </dl>
        <Card title="Is the bonus paying for itself?" aside="By week, as the money moved">
          <WeeksChart
            weeks={figures.byWeek}
            days={figures.days}
            kept={figures.kept}
            bonus={figures.bonusSpent}
          />
        </Card>
        <Card title="What customers do with it" aside="Credit of any age" flush>
          <WhatIsUsed used={figures.used} />
        </Card>
      </div>
    </>
  );
}

/** More or less than in the ninety days before, to read; null where there was nothing before. */
function trendOf(now: Money, before: Money): string | null {
  if (before.minor <= 0n) return null;
  const change = Number(((now.minor - before.minor) * 100n) / before.minor);
  if (change === 0) return "As in the 90 days before";
  return `${change < 0 ? "−" : "+"}${count.format(Math.abs(change))}% on the 90 days before`;
}

const count = new Intl.NumberFormat(locale);
const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });

/** Counts, not money: a share to read, rounded by Intl. */
function shareOf(part: number, whole: number): string {
  return percent.format(part / whole);
}
