"use client";
import Link from "next/link";
import { useState, useTransition } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { classes } from "../../../../../ui/classes.ts";
import { steer } from "./actions.ts";
import { batchName } from "./batch-name.ts";
import type { BatchNow } from "./batch-now.ts";
import { Failures } from "./failures.tsx";
import { issues, read, useBatch } from "./use-batch.ts";

interface Props {
  shop: string;
  first: BatchNow;
  /** Where it stands above a list it can be put away. */
  hideable?: boolean;
}

/** n of m, and every failure by name, with its reason and a way to try again. It goes on without this page. */
export function BatchProgress({ shop, first, hideable = false }: Props) {
  const { batch, reached, setBatch } = useBatch(shop, first);
  const [problem, setProblem] = useState<string | null>(null);
  const [hidden, setHidden] = useState(false);
  const [busy, begin] = useTransition();
  const { state, total, done, failed, cancelled } = batch;
  const seen = done + failed + cancelled;
  const press = (to: "pause" | "resume" | "cancel" | "retry") =>
    begin(async () => {
      const said = await steer(shop, { id: batch.id, to }).catch(() => ({ problem: notReached }));
      setProblem(said.problem);
      const now = await read(shop, batch.id);
      if (now) setBatch(now);
    });
  if (hidden) return null;
  return (
    <section
      aria-label={batchName(batch.act, total)}
      className={classes(
        "mb-4 rounded-xl border bg-surface px-4 py-3.5 sm:px-5",
        failed > 0 ? "border-risk-line" : "border-line-strong",
      )}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-medium">
            <Link href={`/${shop}/returns/bulk/${batch.id}`} className="hover:underline">
              {batchName(batch.act, total)}
            </Link>
          </p>
          <p className="text-sm text-ink-2">{reached ? wordsOf(batch) : notReached}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {state === "running" && (
            <Button size="small" onClick={() => press("pause")} aria-disabled={busy || undefined}>
              Pause
            </Button>
          )}
          {state === "paused" && (
            <Button
              size="small"
              look="primary"
              onClick={() => press("resume")}
              aria-disabled={busy || undefined}
            >
              Resume
            </Button>
          )}
          {(state === "running" || state === "paused") && (
            <Button
              size="small"
              look="danger"
              onClick={() => press("cancel")}
              aria-disabled={busy || undefined}
            >
              Cancel the rest
            </Button>
          )}
          {failed > 0 && (state === "done" || state === "running") && (
            <Button size="small" onClick={() => press("retry")} aria-disabled={busy || undefined}>
              Try {failed === 1 ? "it" : `the ${failed}`} again
            </Button>
          )}
          {hideable && state !== "running" && (
            <Button size="small" look="quiet" onClick={() => setHidden(true)}>
              Hide
            </Button>
          )}
        </div>
      </div>
      <progress
        value={seen}
        max={total}
        aria-label="Progress"
        className="mt-3 h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken accent-accent-ink [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent-ink [&::-webkit-progress-value]:transition-all"
      />
      <p role="status" className="figures mt-1.5 text-sm">
        {done} of {total} {issues(batch) ? "on their way" : past[batch.act]}
        {issues(batch) && batch.arrived > 0 && (
          <span className="text-accent-ink"> · {batch.arrived} arrived</span>
        )}
        {failed > 0 && <span className="text-risk-ink"> · {failed} not</span>}
        {cancelled > 0 && <span className="text-ink-2"> · {cancelled} called off</span>}
      </p>
      {problem && (
        <p role="alert" className="mt-2 text-sm text-risk-ink">
          {problem}
        </p>
      )}
      {failed > 0 && <Failures shop={shop} batch={batch} />}
    </section>
  );
}

const past: Record<BatchNow["act"], string> = {
  approve: "approved",
  decline: "declined",
  issue: "issued",
  approve_and_issue: "issued",
};

function wordsOf({ state, by }: BatchNow): string {
  if (state === "running") return `Started by ${by}. It goes on by itself, also when you close this tab.`;
  if (state === "paused") return "Paused. What was done stays done; the rest waits.";
  if (state === "cancelled") return "The rest was called off. What was done stays done.";
  return `Started by ${by}. Each was done once.`;
}

const notReached = "No connection to Kept just now. The batch goes on without this page.";
