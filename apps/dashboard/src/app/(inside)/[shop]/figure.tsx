import type { ReactNode } from "react";
import { classes } from "../../../ui/classes.ts";

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
    <div className="flex flex-col bg-surface px-5 py-4">
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd className={classes("figures mt-1 text-2xl tracking-tight", good && "text-accent-ink")}>{value}</dd>
      <dd className="mt-0.5 text-sm text-ink-2">{children}</dd>
      {trend && <dd className="figures mt-0.5 text-xs text-ink-3">{trend}</dd>}
    </div>
  );
}
