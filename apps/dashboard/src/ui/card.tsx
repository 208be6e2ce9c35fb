import type { ReactNode } from "react";
import { classes } from "./classes.ts";

interface Props {
  title?: ReactNode;
  /** At the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  flush?: boolean;
  id?: string;
}

/** A region with a hairline around it. `flush` lets a table reach the edges. */
export function Card({ title, aside, children, className, flush = false, id }: Props) {
  return (
    <section id={id} className={classes("min-w-0 rounded-xl border border-line bg-surface", className)}>
      {(title || aside) && (
        <header className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 border-b border-line px-4 py-2 sm:px-5">
          <h2 className="text-base">{title}</h2>
          {aside && <div className="text-sm text-ink-2">{aside}</div>}
        </header>
      )}
      <div className={flush ? "" : "p-4 sm:p-5"}>{children}</div>
    </section>
  );
}
