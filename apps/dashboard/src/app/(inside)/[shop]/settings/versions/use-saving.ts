"use client";
import { useState, useTransition } from "react";
import { echo } from "../../../../../ui/toast.tsx";
import type { Answer } from "./answer.ts";

interface Rules<T> {
  readonly saved: T;
  readonly version: number;
  save(basedOn: number, typed: T): Promise<Answer>;
}

const notReached = "Kept could not be reached. Nothing was saved; what you typed is still here.";

/** What is typed, until it is saved as the next version. Nothing typed is lost by a refusal or a failure. */
export function useSaving<T>({ saved, version, save }: Rules<T>) {
  const [typed, setTyped] = useState(saved);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, start] = useTransition();
  const [shown, setShown] = useState(version);
  if (version !== shown) {
    // Another version is in force: by our own saving, whose answer stays, or by somebody's undoing.
    setShown(version);
    setTyped(saved);
    if (!answer?.ok || answer.version !== version) setAnswer(null);
  }
  const changed = JSON.stringify(typed) !== JSON.stringify(saved);
  return {
    typed,
    answer,
    busy,
    changed,
    wrong: (answer && !answer.ok && answer.fields) || {},
    change(part: Partial<T>) {
      setTyped((before) => ({ ...before, ...part }));
      setAnswer(null);
    },
    discard() {
      setTyped(saved);
      setAnswer(null);
    },
    submit() {
      if (busy || !changed) return;
      start(async () => {
        const next = await save(version, typed).catch((): Answer => ({ ok: false, problem: notReached }));
        setAnswer(next);
        if (next.ok) echo("Saved");
      });
    },
  };
}

export type Saving<T> = ReturnType<typeof useSaving<T>>;
