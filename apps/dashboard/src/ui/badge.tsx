import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** quiet: nothing to do. good: money kept. person: somebody must look. risk: money at risk. */
export type Tone = "quiet" | "good" | "person" | "risk" | "moving";

const tones: Record<Tone, string> = {
  quiet: "border-line bg-sunken text-ink-2",
  moving: "border-line-strong bg-raised text-ink",
  good: "border-accent-line bg-accent-soft text-accent-ink",
  person: "border-person-line bg-person-soft text-person-ink",
  risk: "border-risk-line bg-risk-soft text-risk-ink",
};

const dots: Record<Tone, string> = {
  quiet: "bg-ink-3",
  moving: "animate-pulse bg-accent-ink",
  good: "bg-accent-ink",
  person: "bg-person",
  risk: "bg-risk",
};

export function Badge({
  tone = "quiet",
  dot = true,
  children,
}: {
  tone?: Tone;
  dot?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={classes(
        "inline-flex h-6 items-center gap-1.5 rounded-full border px-2 text-xs whitespace-nowrap",
        tones[tone],
      )}
    >
      {dot && <span aria-hidden="true" className={classes("size-1.5 rounded-full", dots[tone])} />}
      {children}
    </span>
  );
}
