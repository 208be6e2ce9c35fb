import type { BatchItem, BatchView, BulkAct, Worth } from "@kept/domain";
import { sayTo } from "../../../../../server/words.ts";
import { written } from "../../../../../ui/amount.tsx";
import { type Ticked, tickedOf } from "./ticked.ts";

/** How far a batch is, in words and plain values, as it goes to the browser. */
export interface BatchNow {
  readonly id: string;
  readonly act: BulkAct;
  readonly state: BatchView["state"];
  readonly by: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly arrived: number;
  readonly failures: readonly {
    readonly number: number;
    readonly name: string;
    readonly amount: string;
    readonly problem: string;
    /** What it promised when it was chosen, and what it promises by now, to be decided about again; null where it is not. */
    readonly changed: { readonly seen: string; readonly now: string; readonly ticked: Ticked } | null;
  }[];
}

export function batchNow(batch: BatchView): BatchNow {
  const { id, act, state, total, done, failed, cancelled, arrived } = batch;
  return {
    id,
    act,
    state,
    by: batch.by.name,
    total,
    done,
    failed,
    cancelled,
    arrived,
    failures: batch.failures.map(({ number, customerName, amount, refusal, changed }) => ({
      number,
      name: customerName,
      amount: written(amount),
      problem: problemOf(refusal, changed),
      changed: changed && {
        seen: worthInWords(changed.seen),
        now: worthInWords(changed.now),
        ticked: tickedOf({ number, customerName, total: changed.now.total, quoteId: changed.quoteId }),
      },
    })),
  };
}

function problemOf(refusal: BatchItem["refusal"], changed: BatchItem["changed"]): string {
  if (refusal.code !== "AmountChanged") return sayTo(refusal);
  return changed
    ? "Somebody changed it after it was chosen, so nothing was done."
    : "Somebody had changed it, so nothing was done then. It was decided since.";
}

function worthInWords({ resolution, total }: Worth): string {
  return `${written(total)} ${resolution === "store_credit" ? "as store credit" : "to the original payment"}`;
}
