"use client";
import type { Trial } from "@kept/domain";
import { useState, useTransition } from "react";
import { Button } from "../../../../../../ui/button.tsx";
import { classes } from "../../../../../../ui/classes.ts";
import { Spinner } from "../../../../../../ui/spinner.tsx";
import { sendTest } from "../actions.ts";

/** Sends what is on the page, saved or not, to the person who presses it. */
export function TestButton({ shop, trial }: { shop: string; trial: Trial }) {
  const [busy, start] = useTransition();
  const [answer, setAnswer] = useState<{ said: string; ok: boolean } | null>(null);
  const press = () =>
    start(async () => {
      setAnswer(await sendTest(shop, trial).catch(() => ({ ok: false, said: "Kept could not be reached." })));
    });
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <Button aria-disabled={busy || undefined} onClick={() => !busy && press()}>
        {busy && <Spinner />}
        Send a test to me
      </Button>
      <p role="status" className={classes("text-sm", answer?.ok === false ? "text-risk-ink" : "text-ink-2")}>
        {answer?.said}
      </p>
    </div>
  );
}
