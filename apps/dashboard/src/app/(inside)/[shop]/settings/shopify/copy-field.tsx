"use client";
import { useState } from "react";
import { Button } from "../../../../../ui/button.tsx";

/** An address to take away. Selecting it by hand works as well. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-2">
      <code className="rounded-md border border-line bg-sunken px-2 py-1 font-mono text-xs break-all text-ink select-all">
        {value}
      </code>
      <Button size="small" onClick={copy}>
        {copied === "yes" ? "Copied" : "Copy"}
        <span className="sr-only"> {label}</span>
      </Button>
      <span role="status" className="text-sm">
        {copied === "failed" && "Your browser did not allow it; select the address and copy it."}
      </span>
    </div>
  );
}
