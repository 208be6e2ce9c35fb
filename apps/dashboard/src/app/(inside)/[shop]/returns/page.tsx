import {
  allowed,
  type BatchView,
  countReturns,
  listReturns,
  recentBatches,
  savedViewsOf,
} from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../server/context.ts";
import { ButtonLink, buttonClasses } from "../../../../ui/button.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { Pager } from "../../../../ui/pager.tsx";
import { batchNow } from "./bulk/batch-now.ts";
import { BatchProgress } from "./bulk/batch-progress.tsx";
import { BulkBar } from "./bulk/bulk-bar.tsx";
import { SelectionProvider } from "./bulk/selection.tsx";
import { EmptyReturns } from "./empty-returns.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { addressOf, isNarrowed, type ListAddress, listHref, readAddress, wantedOf } from "./list-address.ts";
import { ReturnsTable } from "./returns-table.tsx";
import { SaveView } from "./save-view.tsx";
import { Search } from "./search.tsx";
import { shownReturn } from "./shown-return.ts";
import { ViewTabs } from "./view-tabs.tsx";

export const metadata: Metadata = { title: "Returns" };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Returns({ params, searchParams }: Props) {
  const { shop } = await params;
  const address = readAddress(await searchParams);
  const ctx = await shopFor(shop);
  const [counts, page, saved, batches] = await Promise.all([
    countReturns(ctx),
    listReturns(ctx, wantedOf(address)),
    savedViewsOf(ctx),
    recentBatches(ctx),
  ]);
  const now = new Date();
  const { view } = address;
  const may = { decide: allowed(ctx.role, "decide"), issue: allowed(ctx.role, "issue") };
  const manyAtOnce = (view === "requested" && may.decide) || (view === "to_issue" && may.issue) ? view : null;
  const here = listHref(shop, address);
  const known = saved.find((each) => listHref(shop, addressOf(each)) === here) ?? null;
  return (
    <>
      <PageHeader title="Returns">
        <Search action={`/${shop}/returns`} address={address} />
        {may.decide && (
          <ButtonLink href={`/${shop}/returns/new`} look="primary">
            New return
          </ButtonLink>
        )}
      </PageHeader>
      <ViewTabs shop={shop} address={address} counts={counts} saved={saved} />
      <div className="mb-4 flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-64">
          <FilterChips shop={shop} address={address} />
        </div>
        {(isNarrowed(address) || known) && (
          <SaveView
            key={known?.id ?? here}
            shop={shop}
            query={here.split("?")[1] ?? ""}
            known={known}
            forTeam={may.decide}
          />
        )}
      </div>
      {ctx.shop.pausedAt && view !== "done" && (
        <div className="mb-4">
          <Notice
            tone="risk"
            title="Issuing is paused"
            action={
              <ButtonLink href={`/${shop}/settings/limits`} size="small">
                See why
              </ButtonLink>
            }
          >
            You can decide about returns, but issue nothing until somebody resumes it. What is on its way
            waits; nothing is lost.
          </Notice>
        </div>
      )}
      {batches.filter(isWorthShowing).map((batch) => (
        <BatchProgress key={batch.id} shop={shop} first={batchNow(batch)} hideable />
      ))}
      <SelectionProvider
        key={view}
        keptAs={`${shop} ${view}`}
        selectable={
          manyAtOnce
            ? page.rows
                .filter(({ creditState }) => creditState === "none")
                .map(({ number, customerName, total, quoteId }) => ({ number, customerName, total, quoteId }))
            : []
        }
      >
        {page.rows.length > 0 ? (
          <ReturnsTable
            selectable={manyAtOnce !== null}
            rows={page.rows.map((row) => shownReturn(row, ctx.shop.timeZone, now))}
            shop={shop}
          />
        ) : (
          <EmptyReturns shop={shop} address={address} counts={counts} />
        )}
        {manyAtOnce && (
          <BulkBar
            shop={shop}
            view={manyAtOnce}
            whole={page.next || page.previous ? (here.split("?")[1] ?? "") : null}
            may={may}
          />
        )}
      </SelectionProvider>
      {page.rows.length > 0 && allowed(ctx.role, "export") && (
        <a download href={exportHref(shop, address)} className={buttonClasses({ size: "small" }, "mt-4")}>
          Download this list as CSV
        </a>
      )}
      <Pager
        first={address.after || address.before ? listHref(shop, address) : null}
        previous={page.previous ? listHref(shop, address, { before: page.previous }) : null}
        next={page.next ? listHref(shop, address, { after: page.next }) : null}
      />
    </>
  );
}

/** The list from its first page. */
function exportHref(shop: string, address: ListAddress): string {
  return listHref(shop, address).replace("/returns?", "/returns/export?");
}

/** What is under way, what was refused, and for a while what went well. */
function isWorthShowing({ state, failed, doneAt }: BatchView): boolean {
  const justNow = doneAt !== null && Date.now() - doneAt.getTime() < 600_000;
  return state === "running" || state === "paused" || failed > 0 || (state === "done" && justNow);
}
