"use client";
import type { BulkAct } from "@kept/domain";
import { useState } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";
import { batchName } from "./batch-name.ts";
import { BulkConfirm } from "./bulk-confirm.tsx";
import { ChooseAll } from "./choose-all.tsx";
import { useSelection } from "./selection.tsx";
import { amountOfAll } from "./ticked.ts";

interface Props {
  shop: string;
  view: "requested" | "to_issue";
  /** The list's address, when it goes on beyond this page. */
  whole: string | null;
  may: { decide: boolean; issue: boolean };
}

/** What can be done with everything that is ticked. Money is named, and asked about once more, before it moves. */
export function BulkBar({ shop, view, whole, may }: Props) {
  const { selectable, selected, clear } = useSelection();
  const [asking, setAsking] = useState<BulkAct | null>(null);
  const items = [...selected.values()];
  const elsewhere = items.filter(({ number }) => !selectable.some((each) => each.number === number)).length;
  const amount = amountOfAll(items);
  if (items.length === 0) return null;
  return (
    <>
      <div className="sticky bottom-16 z-10 mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line-strong bg-raised px-4 py-2.5 md:bottom-4">
        <p role="status" className="figures min-w-40 flex-1">
          {items.length} selected <span className="text-ink-2">· {amount}</span>
          {elsewhere > 0 && <span className="text-sm text-ink-2"> · {elsewhere} on other pages</span>}
        </p>
        {whole !== null && <ChooseAll shop={shop} query={whole} />}
        <Button look="quiet" size="small" onClick={clear}>
          Clear
        </Button>
        {view === "requested" && (
          <>
            <Button look="danger" size="small" onClick={() => setAsking("decline")}>
              Decline {items.length}…
            </Button>
            <Button size="small" onClick={() => setAsking("approve")}>
              Approve {items.length}
            </Button>
          </>
        )}
        {may.issue && (
          <Button
            look="primary"
            size="small"
            onClick={() => setAsking(view === "requested" ? "approve_and_issue" : "issue")}
          >
            {view === "requested" ? "Approve and issue" : "Issue"} {amount}
          </Button>
        )}
      </div>
      <Dialog
        title={asking ? `${batchName(asking, items.length)}?` : ""}
        open={asking !== null}
        onClose={() => setAsking(null)}
      >
        {asking && (
          <BulkConfirm
            shop={shop}
            act={asking}
            chosen={items}
            amount={amount}
            close={() => setAsking(null)}
            started={() => {
              setAsking(null);
              clear();
            }}
          />
        )}
      </Dialog>
    </>
  );
}
