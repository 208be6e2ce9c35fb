import { classes } from "./classes.ts";

/** What goes round comes back, and is kept: a ring that closes on a coin. */
export function Mark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={classes("text-accent-ink", className)} fill="none">
      <path
        d="M12 3.25a8.75 8.75 0 1 0 8.75 8.75"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <circle cx="18.2" cy="5.8" r="2.6" fill="currentColor" />
      <circle cx="12" cy="12" r="3.1" fill="currentColor" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-medium tracking-tight">
      <Mark />
      Kept
    </span>
  );
}
