"use client";
import { useEffect, useState } from "react";
import { quoteFor } from "./actions.ts";
import { useDecisions } from "./decisions.tsx";
import type { Worth } from "./worth.tsx";

const pauseMs = 150;
/** After an answer that was lost it is asked again: a button never waits for what does not come. */
const againMs = 2_000;

interface Answer {
  /** For which decisions, about which quote. */
  readonly about: string;
  readonly worth: Worth | null;
}

/**
 * What the decisions on the page are worth, quoted anew for each. Undecided, it is the quote in force. While an answer is
 * awaited there is no amount, and nothing can be approved.
 */
export function useWorth(
  shop: string,
  number: number,
  quoted: Worth,
): { worth: Worth | null; open: boolean } {
  const { decisions } = useDecisions();
  const accepted = Object.entries(decisions).map(([lineId, { accepted }]) => [lineId, accepted] as const);
  const about = JSON.stringify([accepted, quoted]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const undecided = accepted.length === 0;

  useEffect(() => {
    if (undecided) return;
    let stale = false;
    const ask = async () => {
      const worth = await quoteFor(shop, number, Object.fromEntries(accepted)).catch(() => undefined);
      if (stale) return;
      if (worth === undefined) timer = setTimeout(ask, againMs);
      else setAnswer({ about, worth });
    };
    let timer = setTimeout(ask, pauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [shop, number, about, undecided]);

  if (undecided) return { worth: quoted, open: false };
  return answer?.about === about
    ? { worth: answer.worth, open: false }
    : { worth: answer?.worth ?? quoted, open: true };
}
