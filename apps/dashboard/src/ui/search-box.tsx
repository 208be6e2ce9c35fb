import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { SearchIcon } from "./icons.tsx";

interface Props {
  action: string;
  /** Said to who does not see the placeholder. */
  label: string;
  placeholder: string;
  value: string;
  className?: string;
  /** What else the address keeps. */
  children?: ReactNode;
}

/** A search that is part of the address. The box is the field: what is focused is outlined whole. */
export function SearchBox({ action, label, placeholder, value, className, children }: Props) {
  return (
    <form
      action={action}
      className={classes(
        "flex items-center gap-2 rounded-lg border border-line-strong bg-raised px-2.5 text-ink-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink",
        className,
      )}
    >
      <SearchIcon />
      {children}
      <input
        type="search"
        name="q"
        defaultValue={value}
        aria-label={label}
        placeholder={placeholder}
        className="h-9 w-full bg-transparent text-base text-ink outline-none placeholder:text-ink-3 touch:h-11"
      />
    </form>
  );
}
