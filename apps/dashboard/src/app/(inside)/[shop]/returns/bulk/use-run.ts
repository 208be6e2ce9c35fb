"use client";
import { useRef, useState } from "react";
import { type Act, actOn, finished } from "./actions.ts";
import type { Selectable } from "./selection.tsx";

export interface Failure {
  readonly item: Selectable;
  readonly problem: string;
}

export interface Run {
  readonly act: Act;
  readonly of: number;
  readonly done: number;
  readonly failures: readonly Failure[];
  readonly ended: boolean;
}

/** Goes through many returns one after another, and keeps count of what was done and what was not. */
export function useRun(shop: string) {
  const [run, setRun] = useState<Run | null>(null);
  const stopped = useRef(false);

  async function start(act: Act, items: readonly Selectable[]) {
    stopped.current = false;
    let now: Run = { act, of: items.length, done: 0, failures: [], ended: false };
    setRun(now);
    for (const item of items) {
      if (stopped.current) break;
      const { problem } = await actOn(shop, { number: item.number, act }).catch(() => ({
        problem: notReached,
      }));
      now = problem
        ? { ...now, failures: [...now.failures, { item, problem }] }
        : { ...now, done: now.done + 1 };
      setRun(now);
    }
    setRun({ ...now, ended: true });
    await finished(shop).catch(() => undefined);
  }

  return {
    run,
    start,
    stop: () => {
      stopped.current = true;
    },
    clear: () => setRun(null),
  };
}

const notReached =
  "Kept could not be reached. It is not known whether this one was done; trying again is safe.";
