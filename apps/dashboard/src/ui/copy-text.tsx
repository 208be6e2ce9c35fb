"use client";
import { useState } from "react";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";

interface Props {
  /** What it is, for those who do not see where it stands. */
  label: string;
  value: string;
  className?: string;
}

/** Something to take away, with a button that copies it. Selecting it by hand works as well. */
export function CopyText({ label, value, className }: Props) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied("yes");
    } catch {
      setCopied("failed"); // not allowed, or an address without https, where browsers have no clipboard
    }
  }
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-2">
      <code
        className={classes(
          "rounded-md border border-line px-2 py-1 font-mono text-xs break-all text-ink select-all",
          className ?? "bg-sunken",
        )}
      >
        {value}
      </code>
      <Button size="small" onClick={copy}>
        {copied === "yes" ? "Copied" : "Copy"}
        <span className="sr-only"> {label}</span>
      </Button>
      <span role="status" className="text-sm">
        {copied === "failed" && "Your browser did not allow it; select it and copy it by hand."}
      </span>
    </div>
  );
}
