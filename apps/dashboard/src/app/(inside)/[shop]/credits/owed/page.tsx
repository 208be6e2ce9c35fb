import { allowed, asDay, type Liability, liability, shopDay } from "@kept/domain";
import type { Money } from "@kept/money";
import type { Metadata } from "next";
import { shopFor } from "../../../../../server/context.ts";
import { Amount, locale, written } from "../../../../../ui/amount.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { classes } from "../../../../../ui/classes.ts";
import { Empty } from "../../../../../ui/empty.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../../ui/table.tsx";
import { JournalForm } from "./journal-form.tsx";

export const metadata: Metadata = { title: "What you owe · Credits" };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<{ on?: string | string[] }>;
}

export default async function Owed({ params, searchParams }: Props) {
  const { shop } = await params;
  const { on } = await searchParams;
  const ctx = await shopFor(shop);
  const today = shopDay(ctx, new Date());
  const asOf = asDay(typeof on === "string" ? on : undefined) ?? today;
  const owed = await liability(ctx, { asOf });
  return (
    <div className="grid gap-5">
      <form className="flex flex-wrap items-end gap-2.5" aria-label="As of">
        <Field id="owed-on" label="At the end of">
          <Input id="owed-on" type="date" name="on" defaultValue={asOf} max={today} width="w-44" />
        </Field>
        <Button type="submit">Show</Button>
        <p className="basis-full text-sm text-ink-2">
          What customers could still spend, by the month it was given. Days end in {ctx.shop.timeZone}.
          Currencies are never converted.
        </p>
      </form>
      {owed.length === 0 ? (
        <Empty title="Nothing was owed on that day">
          Credit that customers have not spent yet appears here, by the month it was given.
        </Empty>
      ) : (
        owed.map((each) => <Currency key={each.currency} owed={each} />)
      )}
      {allowed(ctx.role, "export") && <JournalForm shop={shop} today={today} timeZone={ctx.shop.timeZone} />}
    </div>
  );
}

function Currency({ owed }: { owed: Liability }) {
  const { currency, months, total, ledger } = owed;
  const apart = total.left.minor !== ledger.minor;
  return (
    <Card
      title={currency}
      aside={
        <>
          Owed <Amount of={total.left} className="ml-1 text-base font-medium text-ink" />
        </>
      }
      flush
    >
      <Table caption={`Owed in ${currency}, by month of issue`} framed={false}>
        <Head>
          <HeadCell>Given in</HeadCell>
          <HeadCell number className="hidden @sm:table-cell">
            Given
          </HeadCell>
          <HeadCell number className="hidden @lg:table-cell">
            Spent
          </HeadCell>
          <HeadCell number className="hidden @lg:table-cell">
            Expired
          </HeadCell>
          <HeadCell number className="hidden @xl:table-cell">
            Taken back
          </HeadCell>
          <HeadCell number>Left</HeadCell>
        </Head>
        <tbody>
          {months.map((month) => (
            <Row key={month.month ?? "others"}>
              <Cell>{month.month ? monthName(month.month) : "By others, or before Kept"}</Cell>
              <Figure of={month.given} className="hidden @sm:table-cell" />
              <Figure of={month.spent} className="hidden @lg:table-cell" />
              <Figure of={month.expired} className="hidden @lg:table-cell" />
              <Figure of={month.takenBack} className="hidden @xl:table-cell" />
              <Figure of={month.left} />
            </Row>
          ))}
          <Row className="font-medium">
            <Cell>Total</Cell>
            <Figure of={total.given} className="hidden @sm:table-cell" />
            <Figure of={total.spent} className="hidden @lg:table-cell" />
            <Figure of={total.expired} className="hidden @lg:table-cell" />
            <Figure of={total.takenBack} className="hidden @xl:table-cell" />
            <Figure of={total.left} />
          </Row>
        </tbody>
      </Table>
      {apart && (
        <div className="border-t border-line p-4">
          <Notice tone="person" title="The ledger says something else">
            The balance of the ledger was <Amount of={ledger} />. Movements that were not reconciled on that
            day explain the difference; see Reconciliation.
          </Notice>
        </div>
      )}
    </Card>
  );
}

function Figure({ of, className }: { of: Money; className?: string }) {
  return (
    <Cell number className={classes("whitespace-nowrap", of.minor === 0n && "text-ink-3", className)}>
      {written(of)}
    </Cell>
  );
}

const monthNames = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });

function monthName(month: string): string {
  return monthNames.format(new Date(`${month}-01T00:00:00Z`));
}
