"use client";
import { Button } from "../../../../../ui/button.tsx";
import type { Act } from "./actions.ts";
import type { Selectable } from "./selection.tsx";
import type { Run } from "./use-run.ts";

interface Props {
  run: Run;
  retry(act: Act, items: readonly Selectable[]): void;
  close(): void;
}

/** n of m, and every failure by name, with its reason and a way to try again. */
export function Progress({ run, retry, close }: Props) {
  const { of, done, failures, ended, act } = run;
  const seen = done + failures.length;
  return (
    <div className="grid gap-4">
      <div>
        <progress
          value={seen}
          max={of}
          aria-label="Progress"
          className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken accent-accent-ink [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent-ink"
        />
        <p role="status" className="figures mt-2">
          {ended ? `${done} of ${of} ${pastOf(act)}` : `${seen} of ${of}…`}
          {failures.length > 0 && <span className="text-risk-ink"> · {failures.length} not</span>}
        </p>
        <p className="text-sm text-ink-2">
          {ended
            ? "What was committed goes on by itself, also when you close this tab."
            : "Each one is committed by itself. Stopping leaves the rest as they are."}
        </p>
      </div>
      {failures.length > 0 && (
        <ul className="grid max-h-64 gap-2 overflow-y-auto">
          {failures.map(({ item, problem }) => (
            <li key={item.number} className="rounded-lg border border-risk-line bg-risk-soft px-3 py-2">
              <p className="figures font-medium">
                R-{item.number} · {item.customerName}
              </p>
              <p className="text-sm text-ink-2">{problem}</p>
            </li>
          ))}
        </ul>
      )}
      <div className="flex justify-end gap-2">
        {ended && failures.length > 0 && (
          <Button
            onClick={() =>
              retry(
                act,
                failures.map(({ item }) => item),
              )
            }
          >
            Try these again
          </Button>
        )}
        <Button look={ended ? "primary" : "secondary"} onClick={close}>
          {ended ? "Done" : "Stop"}
        </Button>
      </div>
    </div>
  );
}

function pastOf(act: Act): string {
  return { approve: "approved", approve_and_issue: "approved and issuing", issue: "issuing" }[act];
}
