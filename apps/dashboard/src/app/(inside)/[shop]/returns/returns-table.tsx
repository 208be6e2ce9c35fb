"use client";
import Link from "next/link";
import { Badge } from "../../../../ui/badge.tsx";
import { resolutionWords } from "../../../../ui/return-status.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../ui/table.tsx";
import { SelectAllBox, SelectBox } from "./bulk/select-box.tsx";
import type { ShownReturn } from "./shown-return.ts";
import { Thumbnails } from "./thumbnails.tsx";

interface Props {
  /** With a box in front of every row, to act on many. */
  selectable: boolean;
  rows: readonly ShownReturn[];
  shop: string;
}

/**
 * A narrow frame holds what a return is called, for whom and how it stands in one column, so that its amount stays in sight.
 * Made in the browser's terms from words alone: a long list travels as its rows and not as every element of them.
 */
export function ReturnsTable({ selectable, rows, shop }: Props) {
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
        <HeadCell className="hidden @lg:table-cell">Status</HeadCell>
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
            <Cell className="w-full max-w-0 whitespace-nowrap @lg:w-auto @lg:max-w-none">
              <Link
                href={`/${shop}/returns/${row.number}`}
                prefetch={false}
                className="figures font-medium after:absolute after:inset-0"
              >
                {`R-${row.number}`}
              </Link>
              <span className="figures text-sm text-ink-2 @max-lg:ml-2 @lg:block">{row.orderName}</span>
              <span className="block truncate text-sm text-ink-2 @lg:hidden">{row.customerName}</span>
              <span className="mt-1 block @lg:hidden">
                <Badge tone={row.standing.tone}>{row.standing.words}</Badge>
              </span>
            </Cell>
            <Cell className="hidden max-w-52 @lg:table-cell">
              <span className="block truncate">{row.customerName}</span>
              <span className="block truncate text-sm text-ink-2">{row.customerEmail}</span>
            </Cell>
            <Cell className="hidden max-w-64 @5xl:table-cell">
              <Thumbnails of={row} />
            </Cell>
            <Cell className="hidden whitespace-nowrap text-ink-2 @2xl:table-cell">
              {resolutionWords[row.resolution]}
            </Cell>
            <Cell className="hidden @lg:table-cell">
              <Badge tone={row.standing.tone}>{row.standing.words}</Badge>
            </Cell>
            <Cell number className="whitespace-nowrap @max-lg:pr-5 @max-md:pr-4">
              {row.refused ? (
                <s className="text-ink-3" title="Asked for, and not given">
                  {row.total}
                </s>
              ) : (
                row.total
              )}
              {row.bonus && (
                <span className="block text-sm text-accent-ink">
                  {`+${row.bonus} `}
                  <span className="hidden @lg:inline">bonus</span>
                </span>
              )}
            </Cell>
            <Cell number className="hidden whitespace-nowrap text-ink-2 @lg:table-cell">
              <time dateTime={row.requested.at} title={row.requested.moment}>
                {row.requested.ago}
              </time>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
