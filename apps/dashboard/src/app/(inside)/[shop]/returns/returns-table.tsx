import type { ReturnRow } from "@kept/domain";
import Link from "next/link";
import { Amount } from "../../../../ui/amount.tsx";
import { classes } from "../../../../ui/classes.ts";
import { resolutionWords, StatusBadge } from "../../../../ui/return-status.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../ui/table.tsx";
import { When } from "../../../../ui/when.tsx";
import { SelectAllBox, SelectBox } from "./bulk/select-box.tsx";
import { Thumbnails } from "./thumbnails.tsx";

interface Props {
  /** With a box in front of every row, to act on many. */
  selectable: boolean;
  rows: readonly ReturnRow[];
  shop: string;
  timeZone: string;
}

export function ReturnsTable({ selectable, rows, shop, timeZone }: Props) {
  const now = new Date();
  return (
    <Table caption="Returns">
      <Head>
        {selectable && (
          <HeadCell className="w-8 pr-0">
            <SelectAllBox />
          </HeadCell>
        )}
        <HeadCell>Return</HeadCell>
        <HeadCell className="hidden @lg:table-cell">Customer</HeadCell>
        <HeadCell className="hidden @5xl:table-cell">Items</HeadCell>
        <HeadCell className="hidden @2xl:table-cell">Resolution</HeadCell>
        <HeadCell>Status</HeadCell>
        <HeadCell number className="@max-lg:pr-5 @max-md:pr-4">
          Amount
        </HeadCell>
        <HeadCell number className="hidden @lg:table-cell">
          Age
        </HeadCell>
      </Head>
      <tbody>
        {rows.map((row) => (
          <Row key={row.number}>
            {selectable && (
              <Cell className="w-8 pr-0">
                <SelectBox number={row.number} />
              </Cell>
            )}
            <Cell className="whitespace-nowrap">
              <Link
                href={`/${shop}/returns/${row.number}`}
                prefetch={false}
                className="figures font-medium after:absolute after:inset-0"
              >
                R-{row.number}
              </Link>
              <span className="figures block text-sm text-ink-2">{row.orderName}</span>
              <span
                className={classes(
                  "block truncate text-sm text-ink-2 @lg:hidden",
                  selectable ? "max-w-24 @sm:max-w-32" : "max-w-28 @sm:max-w-32",
                )}
              >
                {row.customerName}
              </span>
            </Cell>
            <Cell className="hidden max-w-52 @lg:table-cell">
              <span className="block truncate">{row.customerName}</span>
              <span className="block truncate text-sm text-ink-2">{row.customerEmail}</span>
            </Cell>
            <Cell className="hidden max-w-64 @5xl:table-cell">
              <Thumbnails items={row.items} />
            </Cell>
            <Cell className="hidden text-ink-2 @2xl:table-cell">{resolutionWords[row.resolution]}</Cell>
            <Cell>
              <StatusBadge {...row} />
            </Cell>
            <Cell number className="@max-lg:pr-5 @max-md:pr-4">
              <Amount of={row.total} className="block" />
              {row.bonus.minor > 0n && (
                <span className="block text-sm whitespace-nowrap text-accent-ink">
                  +<Amount of={row.bonus} /> <span className="hidden @lg:inline">bonus</span>
                </span>
              )}
            </Cell>
            <Cell number className="hidden text-ink-2 @lg:table-cell">
              <When at={row.requestedAt} timeZone={timeZone} now={now} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
