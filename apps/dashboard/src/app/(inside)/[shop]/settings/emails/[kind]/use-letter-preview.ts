import type { Trial } from "@kept/domain";
import { useEffect, useRef, useState } from "react";
import { type LetterPreview, preview } from "../actions.ts";

const pauseMs = 300;

/** The letter written anew a moment after each change. The newest answer wins; without one the last stays, and says so. */
export function useLetterPreview(shop: string, trial: Trial, first: LetterPreview) {
  const [shown, setShown] = useState(first);
  const [stale, setStale] = useState(false);
  const asked = useRef(0);
  const key = JSON.stringify(trial);
  const firstKey = useRef(key);
  useEffect(() => {
    if (key === firstKey.current && asked.current === 0) return;
    const mine = ++asked.current;
    setStale(true);
    const timer = setTimeout(async () => {
      const written = await preview(shop, JSON.parse(key)).catch(() => null);
      if (mine !== asked.current) return;
      setStale(written === null);
      if (written) setShown(written);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [shop, key]);
  return { shown, stale };
}
