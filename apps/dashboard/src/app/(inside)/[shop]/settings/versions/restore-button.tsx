"use client";
import { useState, useTransition } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { Spinner } from "../../../../../ui/spinner.tsx";
import { echo } from "../../../../../ui/toast.tsx";
import { restore } from "./actions.ts";

/** Goes back to a version. Nothing is lost: it becomes the newest one, and can be undone the same way. */
export function RestoreButton({
  shop,
  version,
  current,
}: {
  shop: string;
  version: number;
  current: number;
}) {
  const [busy, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const press = () =>
    start(async () => {
      const answer = await restore(shop, version, current).catch(() => null);
      if (answer?.ok) echo(`Back to version ${version}`);
      setProblem(answer?.ok ? null : (answer?.problem ?? "Kept could not be reached. Nothing was changed."));
    });
  return (
    <div className="text-right">
      <Button size="small" aria-disabled={busy || undefined} onClick={() => !busy && press()}>
        {busy && <Spinner />}
        {version === current - 1 ? "Undo the last change" : "Go back to this"}
      </Button>
      {problem && (
        <p role="alert" className="mt-1 max-w-56 text-sm text-risk-ink">
          {problem}
        </p>
      )}
    </div>
  );
}
