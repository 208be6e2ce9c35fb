import type { BatchView, BulkAct } from "@kept/domain";
import { sayTo } from "../../../../../server/words.ts";
import { written } from "../../../../../ui/amount.tsx";

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
    failures: batch.failures.map(({ number, customerName, amount, refusal }) => ({
      number,
      name: customerName,
      amount: written(amount),
      problem: sayTo(refusal),
    })),
  };
}
