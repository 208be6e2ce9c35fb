import type { tables } from "@kept/database";
import type { Money } from "@kept/money";
import type { Actor } from "../context.ts";
import type { CreditState } from "../issuance/issuance.ts";

export type BatchRow = typeof tables.bulkBatches.$inferSelect;
export type BulkAct = BatchRow["act"];
/** Done is what has nothing left to do; a paused one goes on when it is told to. */
export type BatchState = "running" | "paused" | "cancelled" | "done";

/** A batch as pages show it: how far it is, and what was refused, by name. */
export interface BatchView {
  readonly id: string;
  readonly act: BulkAct;
  readonly state: BatchState;
  readonly by: Actor;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Of the ones that were issued, how many credits have arrived. */
  readonly arrived: number;
  readonly failures: readonly BatchItem[];
}

export interface BatchItem {
  readonly number: number;
  readonly customerName: string;
  readonly amount: Money;
  readonly creditState: CreditState;
  /** What the verb said. */
  readonly refusal: { readonly code: string } & Readonly<Record<string, unknown>>;
}

/** Never more at once than a person can answer for. */
export const mostAtOnce = 5_000;

export function stateOf(batch: Pick<BatchRow, "state" | "doneAt">): BatchState {
  if (batch.state === "cancelled") return "cancelled";
  return batch.doneAt ? "done" : batch.state;
}
