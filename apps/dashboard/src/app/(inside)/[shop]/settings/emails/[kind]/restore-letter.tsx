"use client";
import { useState, useTransition } from "react";
import { Button } from "../../../../../../ui/button.tsx";
import { Spinner } from "../../../../../../ui/spinner.tsx";
import { echo } from "../../../../../../ui/toast.tsx";
import { restore } from "../actions.ts";

interface Props {
  shop: string;
  kind: string;
  /** 0 restores Kept's own words. */
  version: number;
  current: number;
}

/** Goes back to a version. Nothing is lost: it becomes the newest one, and can be undone the same way. */
export function RestoreLetter({ shop, kind, version, current }: Props) {
  const [busy, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const press = () =>
    start(async () => {
      const answer = await restore(shop, kind, version, current).catch(() => null);
      if (answer?.ok) echo(version === 0 ? "Back to Kept's words" : `Back to version ${version}`);
      setProblem(answer?.ok ? null : (answer?.problem ?? "Kept could not be reached. Nothing was changed."));
    });
  return (
    <div className="text-right">
      <Button size="small" aria-disabled={busy || undefined} onClick={() => !busy && press()}>
        {busy && <Spinner />}
        {version === 0 ? "Restore default" : "Go back to this"}
      </Button>
      {problem && (
        <p role="alert" className="mt-1 max-w-56 text-sm text-risk-ink">
          {problem}
        </p>
      )}
    </div>
  );
}
