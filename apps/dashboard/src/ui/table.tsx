import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/**
 * A dense table. It shows as many columns as its own frame has room for, and scrolls inside it when even those are too
 * wide; `relative` keeps words for screen readers inside that frame, or they would widen the page.
 */
export function Table({
  caption,
  children,
  framed = true,
}: {
  caption: string;
  children: ReactNode;
  framed?: boolean;
}) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls and holds no link, a keyboard needs a way in
      tabIndex={0}
      className={classes(
        "@container relative overflow-x-auto",
        framed && "rounded-xl border border-line bg-surface",
      )}
    >
      <table className="rows w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function Head({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr className="border-b border-line text-xs text-ink-2">{children}</tr>
    </thead>
  );
}

interface CellProps {
  children?: ReactNode;
  /** Right-aligned, in figures that line up. */
  number?: boolean;
  className?: string;
}

export function HeadCell({ children, number, className }: CellProps) {
  return (
    <th
      scope="col"
      className={classes(
        "px-3 py-2.5 font-normal first:pl-5 last:pr-5 @max-md:px-1.5 @max-md:first:pl-4 @max-md:last:pr-4",
        number && "text-right",
        className,
      )}
    >
      {children}
    </th>
  );
}

/** A row whose first link covers it: the whole row can be clicked, and the keyboard meets one link. */
export function Row({ children, className }: { children: ReactNode; className?: string }) {
  return <tr className={className}>{children}</tr>;
}

export function Cell({ children, number, className }: CellProps) {
  return <td className={classes(number && "figures text-right", className) || undefined}>{children}</td>;
}
