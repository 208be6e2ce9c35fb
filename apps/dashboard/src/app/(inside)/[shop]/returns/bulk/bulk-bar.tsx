"use client";
import { formatMoney, type Money, sum } from "@kept/money";
import { useState } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";
import type { Act } from "./actions.ts";
import { Progress } from "./progress.tsx";
import { type Selectable, useSelection } from "./selection.tsx";
import { type Run, useRun } from "./use-run.ts";

/** What can be done with everything that is ticked. Money is named, and asked about once more, before it moves. */
export function BulkBar({ shop, view }: { shop: string; view: "requested" | "to_issue" }) {
  const { selectable, selected, select } = useSelection();
  const { run, start, stop, clear } = useRun(shop);
  const [asking, setAsking] = useState<Act | null>(null);
  const items = selectable.filter(({ number }) => selected.has(number));
  const amount = amountsOf(items);
  const open = asking !== null || run !== null;
  const close = () => {
    if (run && !run.ended) return stop();
    setAsking(null);
    clear();
  };
  if (items.length === 0 && !open) return null;
  return (
    <>
      {items.length > 0 && (
        <div className="sticky bottom-16 z-10 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-raised px-4 py-2.5 md:bottom-4">
          <p role="status" className="figures flex-1">
            {items.length} selected <span className="text-ink-2">· {amount}</span>
          </p>
          <Button look="quiet" size="small" onClick={() => select([...selected], false)}>
            Clear
          </Button>
          {view === "requested" && (
            <Button size="small" onClick={() => setAsking("approve")}>
              Approve {items.length}
            </Button>
          )}
          <Button
            look="primary"
            size="small"
            onClick={() => setAsking(view === "requested" ? "approve_and_issue" : "issue")}
          >
            {view === "requested" ? "Approve and issue" : "Issue"} {amount}
          </Button>
        </div>
      )}
      <Dialog title={titleOf(run)} open={open} onClose={close}>
        {run ? (
          <Progress run={run} retry={(act, again) => start(act, again)} close={close} />
        ) : (
          asking && (
            <div className="grid gap-4">
              <p>
                {asking === "approve"
                  ? `${count(items)} will be approved as requested. Nothing is paid yet.`
                  : `${count(items)} will be paid what was promised: ${amount}. Each is sent once.`}
              </p>
              <div className="flex justify-end gap-2">
                <Button look="quiet" onClick={close}>
                  Not now
                </Button>
                <Button look="primary" onClick={() => start(asking, items)}>
                  {asking === "approve"
                    ? `Approve ${items.length}`
                    : `${asking === "issue" ? "Issue" : "Approve and issue"} ${amount}`}
                </Button>
              </div>
            </div>
          )
        )}
      </Dialog>
    </>
  );
}

function titleOf(run: Run | null): string {
  if (!run) return "Before it happens";
  if (!run.ended) return "Working through them";
  return run.done === run.of ? "All done" : "Not all were done";
}

function count(items: readonly Selectable[]): string {
  return items.length === 1 ? "One return" : `${items.length} returns`;
}

/** The sum per currency; nothing is converted. */
function amountsOf(items: readonly Selectable[]): string {
  const currencies = [...new Set(items.map(({ total }) => total.currency))].sort();
  const totals = currencies.map(
    (currency): Money =>
      sum(
        items.map(({ total }) => total).filter((total) => total.currency === currency),
        currency,
      ),
  );
  return totals.map((total) => formatMoney(total, "en-US")).join(" + ");
}
