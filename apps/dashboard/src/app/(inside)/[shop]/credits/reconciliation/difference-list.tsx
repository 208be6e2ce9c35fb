import type { Difference } from "@kept/domain";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "../../../../../ui/badge.tsx";
import { OutIcon } from "../../../../../ui/icons.tsx";
import { Quoted } from "../../../../../ui/quoted.tsx";
import { moment, When } from "../../../../../ui/when.tsx";
import { sayAction, sayDifference, sayResolved } from "./difference-words.ts";
import { ResolveForm } from "./resolve-form.tsx";

interface Props {
  rows: readonly Difference[];
  shop: string;
  timeZone: string;
}

/** Every difference by name, with where it is from and what can be done about it. */
export function DifferenceList({ rows, shop, timeZone }: Props) {
  return (
    <ol className="divide-y divide-line rounded-xl border border-line bg-surface">
      {rows.map((row) => (
        <li key={row.id} className="px-4 py-4 sm:px-5">
          <OneDifference row={row} shop={shop} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}

function OneDifference({ row, shop, timeZone }: { row: Difference; shop: string; timeZone: string }) {
  const said = sayDifference(row);
  return (
    <article>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="figures text-base font-medium">{said.title}</h2>
        <Badge tone={said.tone}>{row.resolved ? sayResolved(row.resolved) : "To settle"}</Badge>
      </div>
      <p className="mt-0.5 max-w-2xl text-sm text-ink-2">{said.text}</p>
      {row.note && <Quoted className="mt-2 border-s-2 border-line-strong ps-3">{row.note}</Quoted>}
      {row.resolved?.reason && (
        <Quoted className="mt-2 border-s-2 border-line-strong ps-3">{row.resolved.reason}</Quoted>
      )}
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        {row.customer && (
          <Inside href={`/${shop}/customers/${row.customer.number}`}>{row.customer.name}</Inside>
        )}
        {row.returnNumber !== null && (
          <Inside href={`/${shop}/returns/${row.returnNumber}`}>R-{row.returnNumber}</Inside>
        )}
        {row.orderUrl && (
          <a
            href={row.orderUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1 underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            Order in Shopify <OutIcon className="size-3.5 text-ink-3" />
          </a>
        )}
        <span className="text-ink-2">
          {moment(row.happenedAt, timeZone)} · found <When at={row.foundAt} timeZone={timeZone} />
        </span>
      </p>
      {row.remoteGid && (
        <p className="mt-1 font-mono text-xs break-all text-ink-3 select-all">{row.remoteGid}</p>
      )}
      {row.actions.length > 0 && (
        <ResolveForm
          shop={shop}
          id={row.id}
          about={said.title}
          choices={row.actions.map((action) => ({ action, ...sayAction(action, row.kind) }))}
        />
      )}
    </article>
  );
}

function Inside({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {children}
    </Link>
  );
}
