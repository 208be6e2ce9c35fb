import { allowed, countedTo, shopsOverview } from "@kept/domain";
import type { Metadata } from "next";
import { member } from "../../../server/context.ts";
import { tools } from "../../../server/tools.ts";
import { ButtonLink } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { arrange, hrefOf, viewOf } from "./arrange.ts";
import { FilterBar } from "./filter-bar.tsx";
import { ShopsTable } from "./shops-table.tsx";

export const metadata: Metadata = { title: "All shops" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AllShops({ searchParams }: Props) {
  const { userId } = await member();
  const view = viewOf(await searchParams);
  const all = await shopsOverview(await tools(), userId, { countedTo });
  const shops = arrange(all, view);
  const mayExport = all.some(({ role }) => allowed(role, "export"));
  const mayCopy = all.length > 1 && all.some(({ role }) => allowed(role, "change_policy"));
  return (
    <>
      <PageHeader title="All shops">
        {mayCopy && <ButtonLink href="/shops/copy">Copy settings</ButtonLink>}
        {mayExport && (
          <ButtonLink href={hrefOf("/shops/export", view)} prefetch={false}>
            Export CSV
          </ButtonLink>
        )}
      </PageHeader>
      {all.length === 0 ? (
        <Empty title="No shop yet">
          Your shops appear here once one is connected, or once its owner lets you in.
        </Empty>
      ) : (
        <div className="grid gap-4">
          <FilterBar view={view} />
          {shops.length > 0 ? (
            <ShopsTable shops={shops} view={view} />
          ) : (
            <Empty
              title="No shop like that"
              action={<ButtonLink href="/shops">Show all {all.length} shops</ButtonLink>}
            >
              {view.show === "attention"
                ? "Nothing needs you anywhere."
                : "None of your shops is called that, or belongs here."}
            </Empty>
          )}
        </div>
      )}
    </>
  );
}
