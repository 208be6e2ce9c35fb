"use client";
import { useEffect, useRef, useState } from "react";

const pauseMs = 200;

type PreviewAnswer<P> =
  | { readonly ok: true; readonly preview: P }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** The sample quoted anew a moment after each change. The newest answer wins; a mistake leaves the last good one standing. */
export function usePreview<T, P>(
  typed: T,
  { saved, first, ask }: { saved: T; first: P; ask(typed: T): Promise<PreviewAnswer<P>> },
) {
  const [shown, setShown] = useState<P>(first);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [stale, setStale] = useState(false);
  const asked = useRef(0);
  const asking = useRef(ask);
  asking.current = ask;
  useEffect(() => {
    if (typed === saved && asked.current === 0) return;
    const mine = ++asked.current;
    setStale(true);
    const timer = setTimeout(async () => {
      const answer = await asking.current(typed).catch(() => null);
      if (mine !== asked.current) return;
      setStale(answer === null);
      if (answer?.ok) setShown(answer.preview);
      if (answer) setFields(answer.ok ? {} : answer.fields);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, saved]);
  return { preview: shown, fields, stale };
}
