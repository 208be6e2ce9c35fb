import { dataRequests, readAudit } from "@kept/domain";
import type { Metadata } from "next";
import { Suspense } from "react";
import { shopFor } from "../../../../../server/context.ts";
import { ButtonLink } from "../../../../../ui/button.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { Pager } from "../../../../../ui/pager.tsx";
import { AuditFilter } from "./audit-filter.tsx";
import { AuditTable } from "./audit-table.tsx";
import { DataRequests } from "./data-requests.tsx";
import { viewOf } from "./view.ts";
import { Wholeness } from "./wholeness.tsx";

export const metadata: Metadata = { title: "Audit log" };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who did what in this shop, from a log nobody can rewrite; and what customers asked for about their own data. */
export default async function AuditLog({ params, searchParams }: Props) {
  const ctx = await shopFor((await params).shop);
  const { act, before, check } = viewOf(await searchParams);
  const read = await readAudit(ctx, { act, before });
  if (!read.ok)
    return (
      <Notice title="Your role does not include the audit log">
        Owners, managers and finance can read it: it says who did what in this shop.
      </Notice>
    );
  const { rows, more } = read.value;
  const here = `/${ctx.shop.handle}/settings/audit`;
  const of = (next: Record<string, string>) =>
    `${here}?${new URLSearchParams({ ...(act && { act }), ...next })}`;
  return (
    <div className="grid gap-6">
      <Suspense fallback={<Notice title="Every entry is being checked…" />}>
        <Wholeness ctx={ctx} all={check === "all"} />
      </Suspense>
      <section aria-labelledby="entries">
        <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
          <h2 id="entries" className="text-lg font-medium">
            What your team did
          </h2>
          <div className="flex flex-wrap items-end gap-2">
            <AuditFilter act={act} />
            <ButtonLink
              href={`${here}/export${act ? `?${new URLSearchParams({ act })}` : ""}`}
              prefetch={false}
            >
              Export CSV
            </ButtonLink>
          </div>
        </div>
        <AuditTable
          rows={rows}
          shop={ctx.shop.handle}
          timeZone={ctx.shop.timeZone}
          filtered={act !== undefined}
        />
        <Pager
          first={before === undefined ? null : of({})}
          next={more ? of({ before: String(rows.at(-1)?.seq ?? "") }) : null}
        />
      </section>
      <DataRequests requests={await dataRequests(ctx)} shop={ctx.shop.handle} timeZone={ctx.shop.timeZone} />
    </div>
  );
}
