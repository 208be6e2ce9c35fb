import type { CreditRow } from "@kept/domain";
import Link from "next/link";
import { Amount } from "../../../../ui/amount.tsx";
import { StatusBadge } from "../../../../ui/return-status.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../ui/table.tsx";
import { When } from "../../../../ui/when.tsx";

interface Props {
  rows: readonly CreditRow[];
  shop: string;
  timeZone: string;
}

export function CreditsTable({ rows, shop, timeZone }: Props) {
  return (
    <Table caption="Credits">
      <Head>
        <HeadCell>Return</HeadCell>
        <HeadCell className="hidden @lg:table-cell">Customer</HeadCell>
        <HeadCell>State</HeadCell>
        <HeadCell number className="hidden @2xl:table-cell">
          Refund
        </HeadCell>
        <HeadCell number className="hidden @2xl:table-cell">
          Bonus
        </HeadCell>
        <HeadCell number>Total</HeadCell>
        <HeadCell number className="hidden @lg:table-cell">
          Issued
        </HeadCell>
      </Head>
      <tbody>
        {rows.map((row) => (
          <Row key={row.number}>
            <Cell className="whitespace-nowrap">
              <Link
                href={`/${shop}/returns/${row.number}`}
                prefetch={false}
                className="figures font-medium after:absolute after:inset-0"
              >
                R-{row.number}
              </Link>
              <span className="figures block text-sm text-ink-2">{row.orderName}</span>
            </Cell>
            <Cell className="hidden max-w-52 truncate @lg:table-cell">{row.customerName}</Cell>
            <Cell>
              <StatusBadge status="resolved" creditState={row.state} />
            </Cell>
            <Cell number className="hidden @2xl:table-cell">
              <Amount of={row.base} />
            </Cell>
            <Cell number className="hidden @2xl:table-cell">
              <Amount of={row.bonus} className={row.bonus.minor > 0n ? "text-accent-ink" : "text-ink-3"} />
            </Cell>
            <Cell number>
              <Amount of={row.total} />
            </Cell>
            <Cell number className="hidden text-ink-2 @lg:table-cell">
              <When at={row.startedAt} timeZone={timeZone} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
