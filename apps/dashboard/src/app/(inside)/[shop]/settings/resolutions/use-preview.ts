"use client";
import { useEffect, useRef, useState } from "react";
import { preview } from "./actions.ts";
import type { TypedOffer } from "./offer-form.ts";
import type { Preview } from "./preview.ts";

const pauseMs = 200;

/** The sample quoted anew a moment after each change. The newest answer wins; a mistake leaves the last good one standing. */
export function usePreview(shop: string, typed: TypedOffer, saved: TypedOffer, first: Preview) {
  const [shown, setShown] = useState<Preview>(first);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [stale, setStale] = useState(false);
  const asked = useRef(0);
  useEffect(() => {
    if (typed === saved && asked.current === 0) return;
    const mine = ++asked.current;
    setStale(true);
    const timer = setTimeout(async () => {
      const answer = await preview(shop, typed).catch(() => null);
      if (mine !== asked.current) return;
      setStale(answer === null);
      if (answer?.ok) setShown(answer.preview);
      if (answer) setFields(answer.ok ? {} : answer.fields);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [shop, typed, saved]);
  return { preview: shown, fields, stale };
}
