import type { ReactNode } from "react";
import { classes } from "./classes.ts";

interface Props {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
  className?: string;
}

/** A label, a control, what helps, and what is wrong with it. The control ties itself to both with `describedBy`. */
export function Field({ id, label, hint, error, children, className }: Props) {
  return (
    <div className={classes("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** What is wrong with a field, announced when it appears. */
export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} role="alert" className="flex items-start gap-1.5 text-sm text-risk-ink">
      <svg viewBox="0 0 16 16" aria-hidden="true" className="mt-0.5 size-4 shrink-0" fill="currentColor">
        <path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm.75 9.75h-1.5v-1.5h1.5v1.5Zm0-3h-1.5v-4h1.5v4Z" />
      </svg>
      <span>{error}</span>
    </p>
  );
}

/** For the control of a `Field`: what describes it, and whether it is wrong. */
export function describedBy(id: string, { hint, error }: { hint?: unknown; error?: string | undefined }) {
  const ids = classes(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}
