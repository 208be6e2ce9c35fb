"use client";
import { useState, useTransition } from "react";
import { echo } from "../../../../../ui/toast.tsx";

export interface Refused {
  readonly ok: false;
  readonly problem?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** What saving answers when it went well; `version` where there are versions. */
interface Saved {
  readonly ok: true;
  readonly version?: number;
}

interface Editing<T, Ok extends Saved> {
  readonly saved: T;
  readonly version?: number;
  save(typed: T): Promise<Ok | Refused>;
  /** What would be saved, as a text: the same text is no change. */
  meaning?(typed: T): string;
}

const notReached = "Kept could not be reached. Nothing was saved; what you typed is still here.";

/** What is typed, until it is saved. Nothing typed is lost by a refusal or a failure. */
export function useSaving<T, Ok extends Saved>({
  saved,
  version = 0,
  save,
  meaning = JSON.stringify,
}: Editing<T, Ok>) {
  const [typed, setTyped] = useState(saved);
  const [answer, setAnswer] = useState<Ok | Refused | null>(null);
  const [busy, start] = useTransition();
  const [shown, setShown] = useState(version);
  if (version !== shown) {
    // Another version is in force: by our own saving, whose answer stays, or by somebody's undoing.
    setShown(version);
    setTyped(saved);
    if (!answer?.ok || (answer.version ?? version) !== version) setAnswer(null);
  }
  const changed = meaning(typed) !== meaning(saved);
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
        const next = await save(typed).catch((): Refused => ({ ok: false, problem: notReached }));
        setAnswer(next);
        if (next.ok) echo("Saved");
      });
    },
  };
}

export type Saving<T, Ok extends Saved = Saved> = ReturnType<typeof useSaving<T, Ok>>;
