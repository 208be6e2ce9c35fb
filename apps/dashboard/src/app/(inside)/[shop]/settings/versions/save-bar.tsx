"use client";
import { Button } from "../../../../../ui/button.tsx";
import { classes } from "../../../../../ui/classes.ts";
import { Spinner } from "../../../../../ui/spinner.tsx";

interface Props {
  changed: boolean;
  busy: boolean;
  wrong: number;
  undo(): void;
}

/** Saving is explicit; beside the button stands why it rests. It stays in sight from the first change on, and rests below the form before. */
export function SaveBar({ changed, busy, wrong, undo }: Props) {
  const words = busy
    ? "Saving…"
    : wrong > 0
      ? "Correct what is marked above, then save."
      : changed
        ? "Not saved yet. Customers still see the last version."
        : "Everything is saved.";
  return (
    <div
      className={classes(
        "mt-5 flex flex-wrap items-center justify-between gap-3 rounded-xl border px-4 py-3",
        changed ? "sticky bottom-16 z-10 border-line-strong bg-raised md:bottom-4" : "border-line bg-surface",
      )}
    >
      <p className="text-sm text-ink-2" role="status">
        {words}
      </p>
      <div className="flex gap-2">
        {changed && (
          <Button look="quiet" onClick={undo}>
            Discard
          </Button>
        )}
        <Button type="submit" look="primary" aria-disabled={!changed || busy || undefined}>
          {busy && <Spinner />}
          Save
        </Button>
      </div>
    </div>
  );
}
