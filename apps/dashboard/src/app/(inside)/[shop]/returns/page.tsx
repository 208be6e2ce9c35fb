import { allowed, countReturns, listReturns, type ReturnView } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../server/context.ts";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { Pager } from "../../../../ui/pager.tsx";
import { BulkBar } from "./bulk/bulk-bar.tsx";
import { SelectionProvider } from "./bulk/selection.tsx";
import { EmptyReturns } from "./empty-returns.tsx";
import { ReturnsTable } from "./returns-table.tsx";
import { Search } from "./search.tsx";
import { asView, ViewTabs } from "./view-tabs.tsx";

export const metadata: Metadata = { title: "Returns" };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<{ view?: string; q?: string; after?: string }>;
}

export default async function Returns({ params, searchParams }: Props) {
  const { shop } = await params;
  const { view: wanted, q, after } = await searchParams;
  const ctx = await shopFor(shop);
  const search = q?.trim() || undefined;
  const view: ReturnView = asView(wanted, search ? "all" : "requested");
  const [counts, page] = await Promise.all([
    countReturns(ctx),
    listReturns(ctx, { view, limit: 50, ...(search && { search }), ...(after && { after }) }),
  ]);
  const manyAtOnce =
    (view === "requested" || view === "to_issue") && allowed(ctx.role, "issue") ? view : null;
  const here = (change: Record<string, string | undefined>) => {
    const query = new URLSearchParams({ view, ...(search && { q: search }) });
    for (const [name, value] of Object.entries(change)) value ? query.set(name, value) : query.delete(name);
    return `/${shop}/returns?${query}`;
  };
  return (
    <>
      <PageHeader title="Returns">
        <Search action={`/${shop}/returns`} view={view} value={search ?? ""} />
      </PageHeader>
      <ViewTabs view={view} counts={counts} href={(next) => here({ view: next })} />
      <SelectionProvider
        key={`${view} ${after ?? ""}`}
        selectable={page.rows
          .filter(({ creditState }) => creditState === "none")
          .map(({ number, customerName, total }) => ({ number, customerName, total }))}
      >
        {page.rows.length > 0 ? (
          <ReturnsTable
            selectable={manyAtOnce !== null}
            rows={page.rows}
            shop={shop}
            timeZone={ctx.shop.timeZone}
          />
        ) : (
          <EmptyReturns view={view} search={search} shop={shop} />
        )}
        {manyAtOnce && <BulkBar shop={shop} view={manyAtOnce} />}
      </SelectionProvider>
      <Pager
        first={after ? here({ after: undefined }) : null}
        next={page.next ? here({ after: page.next }) : null}
      />
    </>
  );
}
