import type { ReactNode } from "react";
import { classes } from "./classes.ts";

type Tone = "plain" | "good" | "person" | "risk";

const tones: Record<Tone, string> = {
  plain: "border-line bg-sunken",
  good: "border-accent-line bg-accent-soft",
  person: "border-person-line bg-person-soft",
  risk: "border-risk-line bg-risk-soft",
};

const words: Record<Tone, string> = {
  plain: "text-ink",
  good: "text-accent-ink",
  person: "text-person-ink",
  risk: "text-risk-ink",
};

interface Props {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Announced when it appears, for what an act has brought about. */
  announced?: boolean;
}

/** Something the page has to say: what is so, why, and the one thing to do about it. */
export function Notice({ tone = "plain", title, children, action, announced = false }: Props) {
  return (
    <div
      role={announced ? "alert" : undefined}
      className={classes(
        "flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl border px-4 py-3",
        tones[tone],
      )}
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className={classes("font-medium", words[tone])}>{title}</p>
        {children && <div className="mt-0.5 text-sm text-ink-2">{children}</div>}
      </div>
      {action && <div className="flex shrink-0 gap-2">{action}</div>}
    </div>
  );
}
