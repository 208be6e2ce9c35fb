"use client";
import { useEffect, useState } from "react";
import { previewTakeBack } from "./actions.ts";
import type { TakeBack } from "./take-back.ts";

const pauseMs = 150;
const againMs = 2_000;
const notReached = "Kept did not answer. It is asked again.";

type Answer = { readonly takeBack: TakeBack } | { readonly problem: string };

/**
 * What taking back the chosen units would do, asked of Shopify anew for each choice. `again` asks once more for the same.
 * While an answer is awaited nothing can be confirmed.
 */
export function useTakeBack(
  shop: string,
  number: number,
  units: Readonly<Record<string, number>> | null,
  { open, again }: { open: boolean; again: string },
): { answer: Answer | null; waiting: boolean } {
  const about = JSON.stringify([units, again]);
  const [known, setKnown] = useState<{ about: string; answer: Answer } | null>(null);
  useEffect(() => {
    if (!open) return;
    let stale = false;
    const ask = async () => {
      const answer = await previewTakeBack(shop, number, units).catch(() => null);
      if (stale) return;
      if (answer) return setKnown({ about, answer });
      // What is on the page, and typed into it, stays; without anything it says why there is nothing.
      setKnown((before) => before ?? { about: "", answer: { problem: notReached } });
      timer = setTimeout(ask, againMs);
    };
    let timer = setTimeout(ask, pauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [shop, number, units, open, about]);
  return { answer: known?.answer ?? null, waiting: known?.about !== about };
}
