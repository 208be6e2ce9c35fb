"use client";
import { useState, useTransition } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";
import { Spinner } from "../../../../../ui/spinner.tsx";
import { echo } from "../../../../../ui/toast.tsx";
import { revoke } from "./actions.ts";

/** Ends a key, after saying what that means: whatever uses it stops with its next request. */
export function RevokeButton({ shop, id, name }: { shop: string; id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [busy, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const press = () =>
    start(async () => {
      const answer = await revoke(shop, id).catch(() => null);
      if (answer?.done) {
        echo(answer.done);
        setOpen(false);
      }
      setProblem(
        answer?.done ? null : (answer?.problem ?? "Kept could not be reached. The key still works."),
      );
    });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Revoke<span className="sr-only"> “{name}”</span>
      </Button>
      <Dialog title={`Revoke “${name}”?`} open={open} onClose={() => setOpen(false)}>
        <p className="text-left text-ink-2">
          Whatever uses this key stops working with its next request. A revoked key cannot be brought back;
          you can always make a new one.
        </p>
        {problem && (
          <p role="alert" className="mt-3 text-left text-sm text-risk-ink">
            {problem}
          </p>
        )}
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Keep it</Button>
          <Button look="danger" aria-disabled={busy || undefined} onClick={() => !busy && press()}>
            {busy && <Spinner />}
            {busy ? "Revoking…" : "Revoke key"}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
