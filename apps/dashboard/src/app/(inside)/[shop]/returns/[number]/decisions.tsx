"use client";
import { createContext, type ReactNode, use, useMemo, useState } from "react";

/** What is decided about one line: how many units come back, and why not all of them. */
export interface Decision {
  readonly accepted: number;
  readonly declineReason: string;
}

type Decisions = Readonly<Record<string, Decision>>;

interface Shared {
  readonly decisions: Decisions;
  decide(lineId: string, decision: Decision): void;
}

const Context = createContext<Shared>({ decisions: {}, decide: () => undefined });

/** Holds the decisions between the items, where they are taken, and the acts, where they count. Nothing is lost by a refusal. */
export function DecisionsProvider({ children }: { children: ReactNode }) {
  const [decisions, setDecisions] = useState<Decisions>({});
  const shared = useMemo<Shared>(
    () => ({
      decisions,
      decide: (lineId, decision) => setDecisions((before) => ({ ...before, [lineId]: decision })),
    }),
    [decisions],
  );
  return <Context value={shared}>{children}</Context>;
}

export function useDecisions(): Shared {
  return use(Context);
}
