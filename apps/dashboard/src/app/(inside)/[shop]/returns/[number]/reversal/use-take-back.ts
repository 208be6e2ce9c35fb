"use client";
import { useEffect, useState } from "react";
import { previewTakeBack } from "./actions.ts";
import type { TakeBack } from "./take-back.ts";

const pauseMs = 150;

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
    const timer = setTimeout(async () => {
      const problem = "Shopify could not be asked. Choose again, or reload the page.";
      const answer = await previewTakeBack(shop, number, units).catch(() => ({ problem }));
      if (!stale) setKnown({ about, answer });
    }, pauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [shop, number, units, open, about]);
  return { answer: known?.answer ?? null, waiting: known?.about !== about };
}
