import type { AuditRow } from "@kept/domain";
import Link from "next/link";
import { Card } from "../../../../../ui/card.tsx";
import { Empty } from "../../../../../ui/empty.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../../ui/table.tsx";
import { moment } from "../../../../../ui/when.tsx";
import { sayAct } from "./audit-words.ts";

interface Props {
  rows: readonly AuditRow[];
  shop: string;
  timeZone: string;
  filtered: boolean;
}

export function AuditTable({ rows, shop, timeZone, filtered }: Props) {
  if (rows.length === 0)
    return (
      <Card flush>
        <Empty title={filtered ? "Nothing of this kind yet" : "Nothing yet"}>
          Decisions, credits, rules, keys, roles and exports appear here as your team makes them.
        </Empty>
      </Card>
    );
  return (
    <Table caption="Audit log, newest first">
      <Head>
        <HeadCell number>No.</HeadCell>
        <HeadCell className="hidden @xl:table-cell">When</HeadCell>
        <HeadCell className="hidden @xl:table-cell">Who</HeadCell>
        <HeadCell className="@max-2xl:pr-5 @max-md:pr-4">What</HeadCell>
        <HeadCell className="hidden @2xl:table-cell @max-3xl:pr-5">From</HeadCell>
        <HeadCell className="hidden @3xl:table-cell">Fingerprint</HeadCell>
      </Head>
      <tbody>
        {rows.map((row) => (
          <Row key={row.seq}>
            <Cell number className="w-px align-top text-ink-2 @xl:align-middle">
              {row.seq}
            </Cell>
            <Cell className="figures hidden whitespace-nowrap @xl:table-cell">
              <time dateTime={row.at.toISOString()}>{moment(row.at, timeZone)}</time>
            </Cell>
            <Cell className="hidden @xl:table-cell">{nameOf(row)}</Cell>
            <Cell className="wrap-anywhere @max-2xl:pr-5 @max-md:pr-4">
              <span className="@xl:hidden">{nameOf(row)} </span>
              {sayAct(row)}
              {row.returnNumber !== null && (
                <>
                  {" "}
                  <Link
                    href={`/${shop}/returns/${row.returnNumber}`}
                    prefetch={false}
                    className="figures whitespace-nowrap underline decoration-line-strong underline-offset-4"
                  >
                    R-{row.returnNumber}
                  </Link>
                </>
              )}
              <span className="figures block text-sm text-ink-2 @xl:hidden">{moment(row.at, timeZone)}</span>
            </Cell>
            <Cell className="hidden text-ink-2 @2xl:table-cell @max-3xl:pr-5">{row.ip ?? "–"}</Cell>
            <Cell className="hidden font-mono text-xs text-ink-2 @3xl:table-cell">
              {row.hash.slice(0, 12)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function nameOf({ actor }: AuditRow): string {
  return "name" in actor ? actor.name : "Customer";
}
