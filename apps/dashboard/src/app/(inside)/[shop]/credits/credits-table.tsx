import type { CreditRow, CreditStanding } from "@kept/domain";
import type { Money } from "@kept/money";
import Link from "next/link";
import { written } from "../../../../ui/amount.tsx";
import { Badge, type Tone } from "../../../../ui/badge.tsx";
import { classes } from "../../../../ui/classes.ts";
import { Cell, Head, HeadCell, Row, Table } from "../../../../ui/table.tsx";
import { day } from "../../../../ui/when.tsx";
import { standingWords } from "./credit-address.ts";

interface Props {
  rows: readonly CreditRow[];
  shop: string;
  timeZone: string;
  /** Without the customer's column, on the customer's own page. */
  ofOne?: boolean;
}

/** Every credit with what became of it: refund + bonus = spent + expired + taken back + left. */
export function CreditsTable({ rows, shop, timeZone, ofOne = false }: Props) {
  return (
    <Table caption="Credits" framed={!ofOne}>
      <Head>
        <HeadCell>Return</HeadCell>
        {!ofOne && <HeadCell className="hidden @2xl:table-cell">Customer</HeadCell>}
        <HeadCell className="hidden @sm:table-cell">State</HeadCell>
        <HeadCell number className="hidden @3xl:table-cell">
          Refund
        </HeadCell>
        <HeadCell number className="hidden @3xl:table-cell">
          Bonus
        </HeadCell>
        <HeadCell number className="hidden @3xl:table-cell">
          Spent
        </HeadCell>
        <HeadCell number className="hidden @4xl:table-cell">
          Expired
        </HeadCell>
        <HeadCell number className="hidden @4xl:table-cell">
          Taken back
        </HeadCell>
        <HeadCell number className="@max-lg:pr-5 @max-md:pr-4">
          Left
        </HeadCell>
        <HeadCell number className="hidden @5xl:table-cell">
          Next expiry
        </HeadCell>
        <HeadCell number className="hidden @lg:table-cell">
          Issued
        </HeadCell>
      </Head>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell className="w-full max-w-0 whitespace-nowrap @lg:w-auto @lg:max-w-none">
              <Link
                href={`/${shop}/returns/${row.number}`}
                prefetch={false}
                className="figures font-medium after:absolute after:inset-0"
              >
                R-{row.number}
              </Link>
              <span className="figures block text-sm text-ink-2">{row.orderName}</span>
              {!ofOne && (
                <span className="block truncate text-sm @lg:max-w-36 text-ink-2 @2xl:hidden">
                  {row.customerName}
                </span>
              )}
            </Cell>
            {!ofOne && (
              <Cell className="hidden max-w-44 @2xl:table-cell">
                {row.customerNumber ? (
                  <Link
                    href={`/${shop}/customers/${row.customerNumber}`}
                    prefetch={false}
                    className="relative z-10 block truncate hover:underline"
                  >
                    {row.customerName}
                  </Link>
                ) : (
                  row.customerName
                )}
              </Cell>
            )}
            <Cell className="hidden @sm:table-cell">
              <Badge tone={tones[row.state]}>{standingWords[row.state]}</Badge>
            </Cell>
            <Figure of={row.base} className="hidden @3xl:table-cell" />
            <Figure of={row.bonus} className="hidden @3xl:table-cell" />
            <Figure of={row.spent} className="hidden @3xl:table-cell" />
            <Figure of={row.expired} className="hidden @4xl:table-cell" />
            <Figure of={row.takenBack} className="hidden @4xl:table-cell" />
            <Figure of={row.left} className="@max-lg:pr-5 @max-md:pr-4" />
            <Cell number className="hidden whitespace-nowrap text-ink-2 @5xl:table-cell">
              {row.expiresAt ? day(row.expiresAt, timeZone) : <span className="text-ink-3">Never</span>}
            </Cell>
            <Cell number className="hidden whitespace-nowrap text-ink-2 @lg:table-cell">
              {day(row.issuedAt, timeZone)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const tones: Record<CreditStanding, Tone> = {
  issuing: "moving",
  review: "risk",
  failed: "risk",
  unspent: "good",
  partly_used: "good",
  spent: "quiet",
  expired: "quiet",
  taken_back: "quiet",
};

/** Nothing is written as nothing, so that what is there stands out. */
function Figure({ of, className }: { of: Money; className?: string }) {
  return (
    <Cell number className={classes("whitespace-nowrap", of.minor === 0n && "text-ink-3", className)}>
      {written(of)}
    </Cell>
  );
}
