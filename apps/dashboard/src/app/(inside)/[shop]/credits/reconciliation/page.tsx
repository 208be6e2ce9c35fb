import {
  allowed,
  countOpenDifferences,
  listDifferences,
  listRuns,
  type ReconciliationRun,
  type WhichDifferences,
} from "@kept/domain";
import type { Metadata } from "next";
import Link from "next/link";
import { shopFor } from "../../../../../server/context.ts";
import { classes } from "../../../../../ui/classes.ts";
import { Empty } from "../../../../../ui/empty.tsx";
import { Pager } from "../../../../../ui/pager.tsx";
import { When } from "../../../../../ui/when.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { nameOf } from "./difference-words.ts";
import { RunCard } from "./run-card.tsx";

export const metadata: Metadata = { title: "Reconciliation · Credits" };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<{ show?: string | string[]; after?: string | string[] }>;
}

const views = { open: "To settle", settled: "Settled", all: "All" } as const;

export default async function Reconciliation({ params, searchParams }: Props) {
  const { shop } = await params;
  const { show, after } = await searchParams;
  const ctx = await shopFor(shop);
  const which: WhichDifferences = show === "settled" || show === "all" ? show : "open";
  const [[latest], page, open] = await Promise.all([
    listRuns(ctx, 1),
    listDifferences(ctx, { which, ...(typeof after === "string" && { after }) }),
    countOpenDifferences(ctx),
  ]);
  const here = (query: Record<string, string>) =>
    `/${shop}/credits/reconciliation?${new URLSearchParams({ show: which, ...query })}`;
  return (
    <>
      <RunCard
        shop={shop}
        running={latest?.state === "running"}
        done={latest?.done ?? 0}
        accounts={latest?.accounts ?? 0}
        mayStart={allowed(ctx.role, "settle")}
      >
        <Latest run={latest} open={open} timeZone={ctx.shop.timeZone} />
      </RunCard>
      <nav aria-label="Differences" className="mb-4">
        <ul className="flex gap-1.5">
          {(Object.keys(views) as WhichDifferences[]).map((each) => (
            <li key={each}>
              <Link
                href={here({ show: each })}
                aria-current={each === which ? "page" : undefined}
                className={classes(
                  "inline-flex h-7 items-center rounded-full border px-2.5 text-sm touch:h-9",
                  each === which
                    ? "border-accent-line bg-accent-soft text-accent-ink"
                    : "border-line text-ink-2 hover:border-line-strong hover:text-ink",
                )}
              >
                {views[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {page.rows.length === 0 ? (
        <Empty title={which === "open" ? "Nothing to settle" : "Nothing was found yet"}>
          What customers spend, what expires, and what staff and other apps do to store credit appears here by
          name; so does anything that does not agree.
        </Empty>
      ) : (
        <DifferenceList rows={page.rows} shop={shop} timeZone={ctx.shop.timeZone} />
      )}
      <Pager first={after ? here({}) : null} next={page.next ? here({ after: page.next }) : null} />
    </>
  );
}

function Latest({
  run,
  open,
  timeZone,
}: {
  run: ReconciliationRun | undefined;
  open: number;
  timeZone: string;
}) {
  if (!run)
    return (
      <>
        <p className="font-medium">Not compared with Shopify yet</p>
        <p className="text-sm text-ink-2">
          It is done every night between three and six, and when you ask for it.
        </p>
      </>
    );
  if (run.state === "running")
    return (
      <p className="font-medium">
        Comparing with Shopify, {run.night ? "as every night" : `asked for by ${nameOf(run.actor)}`}
      </p>
    );
  if (run.state === "failed")
    return (
      <>
        <p className="font-medium text-risk-ink">The last comparison did not finish</p>
        <p className="text-sm text-ink-2">
          {run.reason === "not_installed"
            ? "Kept is not installed in this shop any more."
            : "Shopify could not be read. Nothing was lost; it is tried again tonight."}
        </p>
      </>
    );
  return (
    <>
      <p className="font-medium">
        {open === 0
          ? "Kept and Shopify agree"
          : `${open === 1 ? "One difference waits" : `${open} differences wait`} to be settled`}
      </p>
      <p className="figures text-sm text-ink-2">
        Compared <When at={run.finishedAt ?? run.startedAt} timeZone={timeZone} />{" "}
        {run.night ? "at night" : `for ${nameOf(run.actor)}`}: {run.accounts.toLocaleString("en-US")}{" "}
        accounts, {run.changed.toLocaleString("en-US")} had changed, {run.found.toLocaleString("en-US")} found
      </p>
    </>
  );
}
