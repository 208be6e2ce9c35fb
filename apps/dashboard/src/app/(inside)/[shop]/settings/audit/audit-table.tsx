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
        <HeadCell>When</HeadCell>
        <HeadCell>Who</HeadCell>
        <HeadCell className="@max-2xl:pr-5 @max-md:pr-4">What</HeadCell>
        <HeadCell className="hidden @2xl:table-cell @max-3xl:pr-5">From</HeadCell>
        <HeadCell className="hidden @3xl:table-cell">Fingerprint</HeadCell>
      </Head>
      <tbody>
        {rows.map((row) => (
          <Row key={row.seq}>
            <Cell number className="text-ink-2">
              {row.seq}
            </Cell>
            <Cell className="figures whitespace-nowrap">
              <time dateTime={row.at.toISOString()}>{moment(row.at, timeZone)}</time>
            </Cell>
            <Cell>{"name" in row.actor ? row.actor.name : "Customer"}</Cell>
            <Cell className="@max-2xl:pr-5 @max-md:pr-4">
              {sayAct(row)}
              {row.returnNumber !== null && (
                <>
                  {" "}
                  <Link
                    href={`/${shop}/returns/${row.returnNumber}`}
                    prefetch={false}
                    className="figures underline decoration-line-strong underline-offset-4"
                  >
                    R-{row.returnNumber}
                  </Link>
                </>
              )}
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
