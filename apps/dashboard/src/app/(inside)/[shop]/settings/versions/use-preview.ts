"use client";
import { useRef } from "react";
import { useLatest } from "../../../../../ui/use-latest.ts";

type PreviewAnswer<P> =
  | { readonly ok: true; readonly preview: P }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** The sample quoted anew a moment after each change; a mistake leaves the last good one standing. */
export function usePreview<T, P>(
  typed: T,
  { first, ask }: { first: P; ask(typed: T): Promise<PreviewAnswer<P>> },
) {
  const begin: PreviewAnswer<P> = { ok: true, preview: first };
  const { answer, stale } = useLatest<T, PreviewAnswer<P>>(typed, begin, ask);
  const good = useRef(first);
  if (answer.ok) good.current = answer.preview;
  return { preview: good.current, fields: answer.ok ? nothingWrong : answer.fields, stale };
}

const nothingWrong: Readonly<Record<string, string>> = {};
