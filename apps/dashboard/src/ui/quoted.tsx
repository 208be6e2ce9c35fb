import { classes } from "./classes.ts";

/** What somebody wrote, as they wrote it: in its own direction, its lines kept, no word wider than its place. */
export function Quoted({ children, className }: { children: string; className?: string }) {
  return (
    <p dir="auto" className={classes("text-sm whitespace-pre-line wrap-anywhere text-ink-2", className)}>
      “{children}”
    </p>
  );
}
