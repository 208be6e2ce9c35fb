import type { ReactNode } from "react";
import { classes } from "../../../ui/classes.ts";

/** Four in a row, or two where there is less room; an amount that is longer than its half takes the row. */
export const inARow = "flex flex-wrap gap-px bg-line *:grow *:basis-2/5 xl:*:basis-1/5";

/** A figure with its name above, what it means below, and how it moved. */
export function Figure({
  name,
  value,
  good = false,
  trend = null,
  children,
}: {
  name: string;
  value: string;
  good?: boolean;
  trend?: string | null;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col bg-surface px-4 py-4 sm:px-5">
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd
        className={classes(
          "figures mt-1 text-xl tracking-tight sm:text-2xl whitespace-nowrap",
          good && "text-accent-ink",
        )}
      >
        {value}
      </dd>
      <dd className="mt-0.5 text-sm text-ink-2">{children}</dd>
      {trend && <dd className="figures mt-0.5 text-xs text-ink-3">{trend}</dd>}
    </div>
  );
}
