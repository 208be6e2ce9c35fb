import type { HomeFigures } from "@kept/domain";
import { formatMoney, type Money } from "@kept/money";
import { locale } from "../../../ui/amount.tsx";
import { classes } from "../../../ui/classes.ts";
import { Figure, inARow } from "./figure.tsx";

/** What came back of the credit: spent, and with it; how soon; and what was never used. */
export function WhatIsUsed({ used }: { used: HomeFigures["used"] }) {
  const { redeemed, spendAbove, ordersPaid, daysToFirstUse, expired } = used;
  const written = (amount: Money) => formatMoney(amount, locale);
  return (
    <dl className={classes("overflow-hidden rounded-b-xl", inARow)}>
      <Figure name="Spent in your shop" value={written(redeemed)}>
        {ordersPaid === 0 ? "No order was paid with credit yet" : `On ${orders(ordersPaid)}`}
      </Figure>
      <Figure name="Paid on top" value={written(spendAbove)} good={spendAbove.minor > 0n}>
        New money on those orders
      </Figure>
      <Figure name="Until it is first used" value={daysToFirstUse === null ? "—" : days(daysToFirstUse)}>
        From its arrival, on average
      </Figure>
      <Figure name="Expired" value={written(expired)}>
        Bonus that nobody used in time
      </Figure>
    </dl>
  );
}

function orders(count: number): string {
  return count === 1 ? "one order" : `${count.toLocaleString(locale)} orders`;
}

function days(average: number): string {
  const few = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(average);
  return `${few} ${few === "1" ? "day" : "days"}`;
}
