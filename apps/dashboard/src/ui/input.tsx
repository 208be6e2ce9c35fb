import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";

const box =
  "rounded-lg border border-control/60 bg-raised px-3 text-base text-ink placeholder:text-ink-3 hover:border-control aria-invalid:border-risk disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 touch:text-lg";

/** As wide as its place, unless a width is given. */
export function Input({
  className,
  width = "w-full",
  ...rest
}: Omit<ComponentProps<"input">, "width"> & { width?: string }) {
  return <input className={classes(box, width, "h-9 min-w-0 touch:h-11", className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={classes(box, "min-h-20 w-full py-2", className)} {...rest} />;
}

export function Select({ className, children, ...rest }: Omit<ComponentProps<"select">, "ref">) {
  return (
    <span className={classes("relative block", className)}>
      <select className={classes(box, "h-9 w-full appearance-none pr-8 touch:h-11")} {...rest}>
        {children}
      </select>
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-3"
      >
        <path d="m4.5 6.5 3.5 3.5 3.5-3.5" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}

/** An input with its unit beside it: "10 %", "$ 5.00". */
export function WithUnit({
  before,
  after,
  children,
}: {
  before?: ReactNode;
  after?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className="flex items-center gap-2 text-ink-2">
      {before && <span className="text-sm">{before}</span>}
      {children}
      {after && <span className="text-sm">{after}</span>}
    </span>
  );
}
