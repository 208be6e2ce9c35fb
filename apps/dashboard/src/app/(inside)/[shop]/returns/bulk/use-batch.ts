"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { BatchNow } from "./batch-now.ts";

const pauseMs = 1_000;
const slowMs = 5_000;

/** A batch as it goes on, asked for every second while it does. Without connection it keeps what is known and says so. */
export function useBatch(shop: string, first: BatchNow) {
  const router = useRouter();
  const [batch, setBatch] = useState(first);
  const [reached, setReached] = useState(true);
  const shown = batch.id === first.id ? batch : first;
  const moves = shown.state === "running" || (issues(shown) && shown.arrived < shown.done);

  useEffect(() => {
    if (!moves) return;
    const timer = setInterval(
      async () => {
        if (document.visibilityState !== "visible") return;
        const now = await read(shop, first.id);
        setReached(now !== null);
        if (!now) return;
        setBatch(now);
        const more = now.done > shown.done || now.arrived > shown.arrived || now.state !== shown.state;
        if (more && now.state !== "running") router.refresh();
      },
      shown.state === "running" ? pauseMs : slowMs,
    );
    return () => clearInterval(timer);
  }, [shop, first.id, moves, shown.state, shown.done, shown.arrived, router]);

  return { batch: shown, reached, setBatch };
}

export async function read(shop: string, id: string): Promise<BatchNow | null> {
  try {
    const answer = await fetch(`/${shop}/returns/bulk/${id}/now`, {
      cache: "no-store",
      signal: AbortSignal.timeout(slowMs),
    });
    return answer.ok && !answer.redirected ? await answer.json() : null;
  } catch {
    return null;
  }
}

export function issues({ act }: BatchNow): boolean {
  return act === "issue" || act === "approve_and_issue";
}
