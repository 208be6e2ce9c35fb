import type { tables } from "@kept/database";
import type { Money } from "@kept/money";
import type { Actor } from "../context.ts";
import { isOpen, type ResolutionKind, type ReturnRecord } from "../return/return.ts";

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
  /** What the verb said. */
  readonly refusal: { readonly code: string } & Readonly<Record<string, unknown>>;
  /** Of one that was refused because it promises something else by now, while it can still be decided; null else. */
  readonly changed: Changed | null;
}

/** What was seen when a return was chosen, and what it promises by now: `quoteId` is of that. */
export interface Changed {
  readonly seen: Worth;
  readonly now: Worth;
  readonly quoteId: string;
}

export interface Worth {
  readonly resolution: ResolutionKind;
  readonly total: Money;
}

/** Never more at once than a person can answer for. */
export const mostAtOnce = 5_000;

export function stateOf(batch: Pick<BatchRow, "state" | "doneAt">): BatchState {
  if (batch.state === "cancelled") return "cancelled";
  return batch.doneAt ? "done" : batch.state;
}

/** Whether the act can still be asked for. */
export function canStill(act: BulkAct, { status, creditState }: ReturnRecord): boolean {
  const approves = act !== "issue" && status === "requested";
  const issues = (act === "issue" || act === "approve_and_issue") && isOpen(status);
  return creditState === "none" && (approves || issues);
}
